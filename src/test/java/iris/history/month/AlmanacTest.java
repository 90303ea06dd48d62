package iris.history.month;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey;
import iris.alarm.OriginVerdict.Fault;
import iris.history.month.Span.Place;
import iris.history.month.Span.Scale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class AlmanacTest {
  private static final Instant FIRST = Novembers.at("2026-08-20T00:00");

  private static Almanac month(String day, String... services) throws Exception {
    Gathering gathering = new Gathering(new Span(Scale.MONTH, LocalDate.parse(day), Novembers.PARIS), Novembers.NOW);
    for (String service : services) gathering.service(new Novembers(), service, FIRST);
    return gathering.almanac();
  }

  @Test
  void anHourIsASquareByTheClockOnTheWall() throws Exception {
    Almanac a = month("2026-11-22", "siv");
    Square outage = a.at(new Place(2, 10));
    assertEquals(3000, outage.plain().down());
    assertEquals(600.0 / 3600, outage.availability().orElseThrow(), 1e-9);
    assertEquals(Shade.WORST, Shade.available(outage));
    assertEquals(Shade.WELL, Shade.available(a.at(new Place(2, 9))));
  }

  @Test
  void whatWindowsSayOfADayIsKnownThoughNoAlarmStood() throws Exception {
    Almanac a = month("2026-11-01", "siv");
    Almanac untold = new Almanac(a.span(), a.now(), a.squares(), List.of(), List.of());
    LocalDate bad = a.span().day(worst(a)).orElseThrow();
    assertEquals(Duration.ZERO, untold.down(bad));
    assertTrue(untold.measured(bad).toSeconds() >= 3000, untold.measured(bad).toString());
    assertEquals(Duration.ZERO, untold.measured(LocalDate.parse("2026-11-26")), "it lies ahead");
  }

  private static Place worst(Almanac a) {
    return a.squares().entrySet().stream().max(Comparator.comparing(e -> e.getValue().plain().down())).orElseThrow().getKey();
  }

  @Test
  void whatWasNotMeasuredIsNeverWell() throws Exception {
    Almanac a = month("2026-11-01", "siv");
    assertEquals(Shade.UNMEASURED, Shade.available(a.at(new Place(13, 4))));
    Square half = a.at(new Place(13, 7));
    assertEquals(0.5, half.coverage(), 1e-9);
    assertTrue(half.coverage() < Shade.WHOLE, "it is hatched in part");
    assertEquals(Shade.WORKS, Shade.available(a.at(new Place(7, 21))));
    assertEquals(Shade.NOTHING, Shade.available(a.at(new Place(25, 3))), "it lies ahead");
    assertEquals(Shade.UNMEASURED, Shade.slow(a.at(new Place(13, 4))));
  }

  @Test
  void slownessIsAgainstTheSameHourOfTheEightWeeksBefore() throws Exception {
    Square slow = month("2026-11-01", "siv").at(new Place(11, 9));
    assertEquals(2.4, slow.slow().times().orElseThrow(), 1e-6);
    assertEquals(Shade.BAD, Shade.slow(slow));
    assertEquals(Shade.UNMEASURED, Shade.slow(month("2026-08-20", "siv").at(new Place(24, 9))), "no past, no comparison");
  }

  @Test
  void severalServicesAreOneSquareAndTheSlowestIsNamed() throws Exception {
    Square both = month("2026-11-01", "pay", "siv").at(new Place(11, 9));
    assertEquals(7200, both.due());
    assertEquals("siv", both.slow().service());
    assertEquals(1, both.coverage(), 1e-9);
  }

  @Test
  void theDaysOfTheClocksAreWholeAndTheHourThatThereIsNotHasNoSquare() throws Exception {
    Span march = new Span(Scale.MONTH, LocalDate.parse("2026-03-15"), Novembers.PARIS);
    assertEquals(Optional.empty(), march.begin(new Place(28, 2)));
    assertTrue(march.begin(new Place(28, 3)).isPresent());
    Almanac october = month("2026-10-01", "siv");
    assertEquals(7200, october.at(new Place(24, 2)).due(), "2 h is there twice");
    Almanac a = month("2026-11-01", "siv");
    assertEquals(Optional.empty(), new Span(Scale.YEAR, LocalDate.parse("2026-01-01"), Novembers.PARIS).begin(new Place(1, 30)));
    assertEquals(30, a.span().rows());
  }

  @Test
  void anOutageOverMidnightBelongsToBothDays() throws Exception {
    Almanac a = month("2026-11-01", "siv");
    assertEquals(Duration.ofMinutes(30), a.down(LocalDate.parse("2026-11-09")));
    assertEquals(Duration.ofMinutes(45), a.down(LocalDate.parse("2026-11-10")));
    assertEquals(Duration.ZERO, a.down(LocalDate.parse("2026-11-11")));
    assertEquals(1, a.on(LocalDate.parse("2026-11-12")).size());
  }

  @Test
  void causesOfOneKindOfSentenceAreOneWhateverTheTicketIsCalled() throws Exception {
    List<Cause> causes = month("2026-11-01", "pay", "siv").causes();
    assertEquals(AlarmKey.Kind.DEGRADED, causes.get(0).kind());
    Cause provider = causes.stream().filter(c -> c.fault().equals(Optional.of(Fault.PROVIDER)) && c.kind() == AlarmKey.Kind.OUTAGE)
        .findFirst().orElseThrow();
    assertEquals(2, provider.count());
    assertEquals(Duration.ofMinutes(75), provider.lost());
    assertTrue(provider.words().startsWith("Panne SIV du"), provider.words());
    assertTrue(causes.stream().anyMatch(c -> c.fault().equals(Optional.of(Fault.EXTERNAL)) && c.words().isEmpty()));
  }

  @Test
  void aYearIsMonthsOfDays() throws Exception {
    Gathering gathering = new Gathering(new Span(Scale.YEAR, LocalDate.parse("2026-11-22"), Novembers.PARIS), Novembers.NOW);
    gathering.service(new Novembers(), "siv", FIRST);
    Almanac a = gathering.almanac();
    assertEquals(Shade.NOTHING, Shade.available(a.at(new Place(6, 3))), "before the first window nothing was due");
    assertEquals(1 - 3000.0 / 86400, a.at(new Place(10, 2)).availability().orElseThrow(), 1e-9);
    assertEquals(18.5 / 24, a.at(new Place(10, 13)).coverage(), 1e-6);
  }
}
