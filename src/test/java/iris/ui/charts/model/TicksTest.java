package iris.ui.charts.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.ui.charts.model.Ticks.Form;
import iris.ui.charts.model.Ticks.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Round times of the reader's clock. */
class TicksTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static View day(LocalDate day) {
    return new View(day.atStartOfDay(PARIS).toInstant(), day.plusDays(1).atStartOfDay(PARIS).toInstant());
  }

  private static List<String> clocks(List<Tick> ticks) {
    return ticks.stream().map(t -> t.at().atZone(PARIS).toLocalTime().toString()).toList();
  }

  @Test
  void theDayOfTwentyFiveHoursHasItsSixthHoursWhereTheClockShowsThem() {
    View day = day(LocalDate.of(2026, 10, 25));
    assertEquals(Duration.ofHours(25), day.span());
    List<Tick> ticks = Ticks.of(day, PARIS, 1000, 200);
    assertEquals(List.of("00:00", "06:00", "12:00", "18:00"), clocks(ticks));
    assertEquals(7, Duration.between(ticks.get(0).at(), ticks.get(1).at()).toHours());
    assertEquals(1, Ticks.turns(day, PARIS).size());
    assertEquals(Instant.parse("2026-10-25T01:00:00Z"), Ticks.turns(day, PARIS).getFirst().getInstant());
  }

  @Test
  void theRepeatedHourHasTwoTicksAndTheLostOneNone() {
    View back = new View(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T04:00:00Z"));
    assertEquals(List.of("00:00", "01:00", "02:00", "02:00", "03:00", "04:00"), clocks(Ticks.of(back, PARIS, 600, 90)));
    View forth = new View(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T04:00:00Z"));
    assertEquals(List.of("00:00", "01:00", "03:00", "04:00", "05:00"), clocks(Ticks.of(forth, PARIS, 500, 90)));
  }

  @Test
  void daysBeginAtMidnightOnBothSidesOfTheTurn() {
    View week = new View(Instant.parse("2026-10-22T22:00:00Z"), Instant.parse("2026-10-29T23:00:00Z"));
    List<Tick> ticks = Ticks.of(week, PARIS, 1000, 90);
    assertTrue(ticks.stream().allMatch(t -> t.form() == Form.DAY && t.at().atZone(PARIS).getHour() == 0), ticks::toString);
    assertEquals(7, ticks.size());
  }

  @Test
  void aYearHasItsMonths() {
    View year = new View(LocalDateTime.of(2025, 11, 23, 4, 0).atZone(PARIS).toInstant(),
        LocalDateTime.of(2026, 11, 23, 4, 0).atZone(PARIS).toInstant());
    List<Tick> ticks = Ticks.of(year, PARIS, 1200, 80);
    assertEquals(12, ticks.size());
    assertEquals(List.of(Form.YEAR), ticks.stream().map(Tick::form).filter(f -> f != Form.MONTH).toList());
  }

  @Test
  void weeksBeginOnMonday() {
    View quarter = new View(Instant.parse("2026-08-25T10:00:00Z"), Instant.parse("2026-11-23T10:00:00Z"));
    Ticks.of(quarter, PARIS, 1200, 60).forEach(t -> assertEquals(java.time.DayOfWeek.MONDAY, t.at().atZone(PARIS).getDayOfWeek()));
  }

  @Test
  void ticksNeverStandTooCloseNorAreTheyMissing() {
    Random chance = new Random(3);
    for (int i = 0; i < 400; i++) {
      Instant from = Instant.ofEpochSecond(1_600_000_000L + chance.nextInt(200_000_000));
      View view = new View(from, from.plusSeconds(1200 + (long) Math.exp(chance.nextDouble() * 19)));
      List<Tick> ticks = Ticks.of(view, PARIS, 1200, 90);
      TimeScale x = TimeScale.of(view, 1200);
      for (int t = 1; t < ticks.size(); t++)
        // A month of 28 days, an hour that is lost: a little closer than the rule.
        assertTrue(x.x(ticks.get(t).at()) - x.x(ticks.get(t - 1).at()) > 90 * 0.86, view + " " + ticks);
      assertTrue(!ticks.isEmpty() && ticks.size() <= 15, view + " " + ticks);
    }
  }
}
