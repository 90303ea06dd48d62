package iris.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a maintenance in the form means, above all in the nights in which clocks change. */
class PlanTest {
  private static final Instant NOW = Instant.parse("2026-03-20T09:00:00Z");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static Plan lasting(String day, String start, String span) {
    return new Plan(day, start, true, span, "Europe/Paris", false, false);
  }

  private static Plan until(String day, String start, String end) {
    return new Plan(day, start, false, end, "Europe/Paris", false, false);
  }

  private static Planned.Ready ready(Plan plan) {
    return assertInstanceOf(Planned.Ready.class, plan.at(NOW), () -> plan.at(NOW).toString());
  }

  private static String wrong(Plan plan) {
    return assertInstanceOf(Planned.Wrong.class, plan.at(NOW)).why().key();
  }

  private static Duration time(Planned.Ready r) {
    return Duration.between(r.from(), r.to());
  }

  private static List<String> notes(Planned.Ready r) {
    return r.notes().stream().map(n -> n.key()).toList();
  }

  @Test
  void inSpringTheNightIsAnHourShorter() {
    for (String day : List.of("29/03/2026", "28/03/2027")) {
      assertEquals(Duration.ofHours(3), time(ready(until(day, "01:00", "05:00"))));
      assertEquals(Duration.ofHours(23), time(ready(until(day, "00:00", "00:00"))));
    }
  }

  @Test
  void aTimeThatSpringSkipsIsRefusedWithTheWayOut() {
    Plan plan = lasting("29/03/2026", "02:30", "1h");
    assertEquals("ui.services.wrong.never", wrong(plan));
    assertEquals(List.of("02:30", "02:00", "03:00", "01:59"), ((Planned.Wrong) plan.at(NOW)).why().args());
    assertEquals("ui.services.wrong.never", wrong(until("28/03/2027", "01:00", "02:00")));
    assertEquals(Instant.parse("2026-03-29T01:00:00Z"), ready(lasting("29/03/2026", "03:00", "1h")).from());
  }

  @Test
  void aTimeThatAutumnRepeatsIsTheFirstAndSaysSoUnlessTheSecondIsWanted() {
    Planned.Ready first = ready(lasting("25/10/2026", "02:30", "4h"));
    assertEquals(Instant.parse("2026-10-25T00:30:00Z"), first.from());
    assertTrue(first.startDoubled());
    assertEquals(List.of("ui.services.twice.first"), notes(first));
    Planned.Ready second = ready(new Plan("25/10/2026", "02:30", true, "4h", "Europe/Paris", true, false));
    assertEquals(Instant.parse("2026-10-25T01:30:00Z"), second.from());
    assertEquals(List.of("ui.services.twice.second"), notes(second));
    assertEquals(Duration.ofHours(4), time(second));
  }

  @Test
  void inAutumnTheNightIsAnHourLongerAndTheLimitCountsRealTime() {
    Planned.Ready night = ready(until("25/10/2026", "01:30", "04:30"));
    assertEquals(Duration.ofHours(4), time(night));
    assertFalse(night.startDoubled() || night.endDoubled());
    assertEquals("ui.services.wrong.long", wrong(until("25/10/2026", "00:00", "00:00")));
    assertEquals(Duration.ofHours(24), time(ready(until("25/10/2026", "00:00", "23:00"))));
    assertEquals("ui.services.wrong.long", wrong(lasting("28/03/2027", "00:00", "24h01")));
  }

  @Test
  void anEndThatComesTwiceIsTheFirstAfterTheBegin() {
    Planned.Ready first = ready(until("25/10/2026", "02:15", "02:45"));
    assertEquals(Duration.ofMinutes(30), time(first));
    assertTrue(first.endDoubled());
    Plan later = new Plan("25/10/2026", "02:45", false, "25/10 02:15", "Europe/Paris", false, false);
    assertEquals(Duration.ofMinutes(30), time(ready(later)), "02:45 in summer time to 02:15 in winter time");
    assertEquals(Duration.ofMinutes(90),
        time(ready(new Plan("25/10/2026", "02:15", false, "02:45", "Europe/Paris", false, true))));
  }

  @Test
  void aPlanInAnotherZoneIsMeantInItsTime() {
    Planned.Ready r = ready(new Plan("25/10/2026", "02:30", true, "1h", "reunion", false, false));
    assertEquals(Instant.parse("2026-10-24T22:30:00Z"), r.from());
    assertEquals(List.of(), notes(r));
  }

  @Test
  void whatIsNotUnderstoodIsSaid() {
    assertEquals("ui.services.wrong.day", wrong(lasting("31/02", "1:00", "1h")));
    assertEquals("ui.services.wrong.time", wrong(lasting("25/10", "25:00", "1h")));
    assertEquals("ui.services.wrong.span", wrong(lasting("25/10", "1:00", "90")));
    assertEquals("ui.services.wrong.zone", wrong(new Plan("", "1:00", true, "1h", "Mars", false, false)));
    assertEquals("ui.services.wrong.zones", wrong(new Plan("", "1:00", true, "1h", "Europe/B", false, false)));
    assertEquals("ui.services.wrong.past", wrong(lasting("", "08:00", "1h")));
    assertEquals("ui.services.wrong.order", wrong(until("25/10", "3:00", "24/10 3:00")));
  }

  @Test
  void daysTimesAndDurationsAreWrittenAsPeopleWriteThem() {
    LocalDate today = LocalDate.of(2026, 11, 22);
    assertEquals(Optional.of(LocalDate.of(2027, 3, 28)), Written.day("28/03", today));
    assertEquals(Optional.of(LocalDate.of(2026, 12, 1)), Written.day(" 1.12.26 ", today));
    assertEquals(Optional.of(today), Written.day("2026-11-22", today));
    assertEquals(Optional.of(today.plusDays(1)), Written.day("Demain", today));
    assertEquals(Optional.of(today), Written.day("aujourd’hui", today));
    assertEquals(Optional.of(LocalTime.of(1, 30)), Written.time("1h30"));
    assertEquals(Optional.of(LocalTime.of(5, 0)), Written.time("5 h"));
    assertEquals(Optional.of(Duration.ofMinutes(270)), Written.span("4\u00a0h\u00a030"));
    assertEquals(Optional.of(Duration.ofMinutes(90)), Written.span("90 min"));
    assertEquals(Optional.empty(), Written.span("0 min"));
    assertEquals(Optional.of(PARIS), Written.zone("paris"));
    assertEquals(Optional.of(ZoneId.of("+02:00")), Written.zone("+02:00"));
  }

  @Test
  void thePreviewSaysItInWordsInBothLanguages() {
    Planned.Ready r = ready(until("25/10/2026", "01:30", "04:30"));
    assertEquals("du dimanche 25 octobre 2026 01:30 (heure d’été) au dimanche 25 octobre 2026 04:30 (heure d’hiver)"
        + "\u00a0= 4\u00a0h\u00a000, heure de Europe/Paris",
        new Moments(Words.of(Lang.FR, PARIS)).span(r.from(), r.to(), r.zone()));
    Moments english = new Moments(Words.of(Lang.EN, ZoneId.of("UTC")));
    assertEquals("from Sunday 25 October 2026 01:30 (summer time) to Sunday 25 October 2026 04:30 (winter time)"
        + "\u00a0= 4\u00a0h\u00a000, time of Europe/Paris", english.span(r.from(), r.to(), r.zone()));
    assertEquals("Here: from 24/10 23:30 to 25/10 03:30.", english.here(r.from(), r.to(), r.zone()));
    assertEquals("", english.here(r.from(), r.to(), ZoneId.of("Africa/Abidjan")));
  }
}
