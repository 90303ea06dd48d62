package iris.history.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times;
import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Service;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsualTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Service SIV = new Service("siv", "SIV", List.of());
  private static final Hour TUESDAY = Hour.at(Instant.parse("2026-11-24T09:20:00Z"), PARIS);

  private static Stretch window(Instant from, double mean, Tally plain, Tally works) {
    long known = plain.known() + works.known() > 0 ? 100 : 0;
    return new Stretch(from, from.plus(Duration.ofMinutes(5)), 1, plain, works, known, 0, Map.of(),
        known == 0 ? Times.NONE : new Times(100, mean * 100, -1, new Times.Quantiles.Said(-1, (long) mean * 2, -1)), Map.of());
  }

  private static Stretch up(Instant from, double mean) {
    return window(from, mean, new Tally(300, 300, 0, 0, 0), Tally.NONE);
  }

  private static List<Stretch> week(int ago, double mean) {
    List<Stretch> all = new ArrayList<>();
    Instant from = TUESDAY.ago(ago).orElseThrow().from();
    for (int i = 0; i < 36; i++) all.add(up(from.plus(Duration.ofMinutes(5L * i)), mean + i % 5));
    return all;
  }

  private static Norm norm(List<List<Stretch>> weeks) {
    return Usual.of("siv", SIV, TUESDAY, weeks);
  }

  @Test
  void theHourIsTheReadersOnBothSidesOfTheChangeOfClocks() {
    assertEquals(DayOfWeek.TUESDAY, TUESDAY.day());
    assertEquals(10, TUESDAY.local().getHour());
    assertEquals(Instant.parse("2026-11-17T08:00:00Z"), TUESDAY.ago(1).orElseThrow().from());
    assertEquals(Instant.parse("2026-10-20T07:00:00Z"), TUESDAY.ago(5).orElseThrow().from(), "summer time: 9 h is 7 h UTC");
    assertEquals(Duration.ofHours(3), Duration.between(TUESDAY.ago(5).orElseThrow().from(), TUESDAY.ago(5).orElseThrow().to()));
  }

  @Test
  void theHourThatTheClocksLeaveOutHasNoPastAndTheOneThatIsThereTwiceIsLong() {
    Hour sunday = Hour.at(Instant.parse("2026-04-05T00:30:00Z"), PARIS);
    assertEquals(2, sunday.local().getHour());
    assertTrue(sunday.ago(1).isEmpty(), "on 29 March there was no 2 h");
    Hour before = Hour.at(Instant.parse("2026-03-29T00:30:00Z"), PARIS);
    assertEquals(Instant.parse("2026-03-29T01:00:00Z"), before.to());
    assertEquals(3, before.next().local().getHour());
    Hour twice = Hour.at(Instant.parse("2026-10-25T01:30:00Z"), PARIS);
    assertEquals(Duration.ofHours(2), Duration.between(twice.from(), twice.to()));
    assertEquals(twice, Hour.at(Instant.parse("2026-10-25T00:30:00Z"), PARIS));
    assertEquals(3, twice.next().local().getHour());
  }

  @Test
  void aBadWeekAndAHolidayDoNotMoveWhatIsUsual() {
    List<List<Stretch>> weeks = new ArrayList<>();
    for (int i = 1; i <= 8; i++) weeks.add(week(i, i == 3 ? 4000 : i == 6 ? 20 : 340));
    Norm norm = norm(weeks);
    assertEquals(342, norm.usual().get(Measure.TRANSACTION).middle(), 2);
    assertTrue(norm.usual().get(Measure.TRANSACTION).spread() < 10);
    assertEquals(8, norm.weeks());
  }

  @Test
  void whatWasDownUnknownOrUnderMaintenanceHasNoVoice() {
    List<List<Stretch>> weeks = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      List<Stretch> week = new ArrayList<>(week(i, 340));
      Instant from = TUESDAY.ago(i).orElseThrow().from();
      for (int k = 0; k < 100; k++) {
        week.add(window(from, 9000, new Tally(0, 0, 0, 300, 0), Tally.NONE));
        week.add(window(from, 9000, Tally.NONE, new Tally(300, 300, 0, 0, 0)));
        week.add(window(from, 9000, new Tally(0, 0, 0, 0, 300), Tally.NONE));
      }
      weeks.add(week);
    }
    assertEquals(342, norm(weeks).usual().get(Measure.TRANSACTION).middle(), 2);
  }

  @Test
  void twoWeeksAreNotEnoughPast() {
    Norm norm = norm(List.of(week(1, 340), week(2, 340), List.of()));
    assertEquals(2, norm.weeks());
    assertTrue(norm.usual().isEmpty());
    assertFalse(norm(List.of(week(1, 340), week(2, 340), week(3, 340))).usual().isEmpty());
  }
}
