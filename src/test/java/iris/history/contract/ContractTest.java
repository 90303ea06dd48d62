package iris.history.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import iris.history.contract.Hours.Shift;
import iris.signal.Origin;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static Contract with(Hours hours, ZoneId zone, LocalDate... holidays) {
    return new Contract("siv", "SIV", List.of("siv"), 0.999, zone, hours, Set.of(holidays), false, Contract.ALL,
        Period.Unit.MONTH, Optional.empty(), Optional.empty());
  }

  private static Hours daily(String from, String to) {
    return Hours.daily(new Shift(LocalTime.parse(from), LocalTime.parse(to)));
  }

  private static double hours(Contract c, String day) {
    return c.promised(Period.of(Period.Unit.DAY, LocalDate.parse(day), c.zone())).seconds() / 3600.0;
  }

  @Test
  void theDayThatSkipsAnHourHasTwentyThreeAndTheOneThatRepeatsItTwentyFive() {
    Contract always = Contract.usual("siv", 0.999, PARIS);
    assertEquals(23, hours(always, "2026-03-29"));
    assertEquals(25, hours(always, "2026-10-25"));
    assertEquals(24, hours(always, "2026-10-26"));
    assertEquals(30 * 24, always.promised(Period.of(Period.Unit.MONTH, LocalDate.parse("2026-11-10"), PARIS)).seconds() / 3600);
    assertEquals(31 * 24 + 1, always.promised(Period.of(Period.Unit.MONTH, LocalDate.parse("2026-10-10"), PARIS)).seconds() / 3600);
  }

  @Test
  void aShiftInTheNightThatClocksChangeIsCutOrLonger() {
    Contract night = with(daily("01:00", "05:30"), PARIS);
    assertEquals(3.5, hours(night, "2026-03-29"));
    assertEquals(5.5, hours(night, "2026-10-25"));
    assertEquals(4.5, hours(night, "2026-10-24"));
    assertEquals(2, hours(with(daily("02:30", "05:00"), PARIS), "2026-03-29"), "begins when the clock has passed it");
    assertEquals(0, hours(with(daily("02:10", "02:50"), PARIS), "2026-03-29"), "there is no such hour");
    assertEquals(1.5, hours(with(daily("02:15", "02:45"), PARIS), "2026-10-25"), "from the first to the last");
  }

  @Test
  void aShiftOverMidnightBelongsToTheDayThatItBeginsOn() {
    Hours monday = new Hours(Map.of(DayOfWeek.MONDAY, List.of(new Shift(LocalTime.of(22, 0), LocalTime.of(6, 0)))));
    Contract c = with(monday, PARIS);
    assertEquals(2, hours(c, "2026-11-23"));
    assertEquals(6, hours(c, "2026-11-24"));
    assertEquals(0, hours(c, "2026-11-25"));
    assertEquals(0, hours(with(monday, PARIS, LocalDate.parse("2026-11-23")), "2026-11-24"));
  }

  @Test
  void aHolidayIsNotPromised() {
    assertEquals(0, hours(with(Hours.ALWAYS, PARIS, LocalDate.parse("2026-12-25")), "2026-12-25"));
    assertEquals(24, hours(with(Hours.ALWAYS, PARIS, LocalDate.parse("2026-12-25")), "2026-12-26"));
  }

  @Test
  void shiftsThatTouchOrOverlapAreCountedOnce() {
    Hours two = Hours.daily(new Shift(LocalTime.of(8, 0), LocalTime.of(13, 0)), new Shift(LocalTime.of(12, 30), LocalTime.MIDNIGHT));
    assertEquals(16, hours(with(two, PARIS), "2026-11-24"));
  }

  @Test
  void aDayOfAZoneApartByThreeQuartersIsADay() {
    ZoneId nepal = ZoneId.of("Asia/Kathmandu");
    Period day = Period.of(Period.Unit.DAY, LocalDate.parse("2026-11-24"), nepal);
    assertEquals(Instant.parse("2026-11-23T18:15:00Z"), day.from());
    assertEquals(24, hours(Contract.usual("siv", 0.9, nepal), "2026-11-24"));
    assertEquals(24, day.parts(Period.Unit.HOUR, nepal).size());
  }

  @Test
  void periodsAreThoseOfTheCalendarThere() {
    Instant at = Instant.parse("2026-10-31T23:30:00Z");
    assertEquals(Instant.parse("2026-10-31T23:00:00Z"), Period.of(Period.Unit.MONTH, at, PARIS).from());
    assertEquals(Instant.parse("2026-10-25T23:00:00Z"), Period.of(Period.Unit.WEEK, at, PARIS).from());
    assertEquals(Instant.parse("2026-09-30T22:00:00Z"), Period.of(Period.Unit.QUARTER, at, PARIS).from());
    assertEquals(Instant.parse("2025-12-31T23:00:00Z"), Period.of(Period.Unit.YEAR, at, PARIS).from());
    Period october = Period.of(Period.Unit.MONTH, LocalDate.parse("2026-10-03"), PARIS);
    assertEquals(31, october.parts(Period.Unit.DAY, PARIS).size());
    assertEquals(745, october.parts(Period.Unit.HOUR, PARIS).size());
    assertEquals(october, october.next(PARIS).previous(PARIS));
    List<Period> weeks = october.parts(Period.Unit.WEEK, PARIS);
    assertEquals(5, weeks.size());
    assertEquals(Period.Unit.RANGE, weeks.getFirst().unit());
    assertEquals(Period.Unit.WEEK, weeks.get(1).unit());
  }

  @Test
  void whereClocksTurnByHalfAnHourAnHourIsCut() {
    ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
    for (String[] day : new String[][] {{"2026-10-04", "23.5", "24"}, {"2026-04-05", "24.5", "25"}}) {
      Period p = Period.of(Period.Unit.DAY, LocalDate.parse(day[0]), lordHowe);
      assertEquals(Double.parseDouble(day[1]), p.span().seconds() / 3600.0);
      List<Period> hours = p.parts(Period.Unit.HOUR, lordHowe);
      assertEquals(Integer.parseInt(day[2]), hours.size());
      assertEquals(p.span().seconds(), hours.stream().mapToLong(h -> h.span().seconds()).sum());
    }
  }

  @Test
  void whatPromisesNothingIsNoContract() {
    assertThrows(IllegalArgumentException.class, () -> new Hours(Map.of(DayOfWeek.MONDAY, List.of())));
    assertThrows(IllegalArgumentException.class, () -> Contract.usual("siv", 0, PARIS));
    assertThrows(IllegalArgumentException.class, () -> new Contract("a", "a", List.of("s", "s"), 1, PARIS, Hours.ALWAYS,
        Set.of(), false, Set.of(Origin.PROVIDER), Period.Unit.MONTH, Optional.empty(), Optional.empty()));
  }

  @Test
  void aPercentageHasTheDigitsThatTellTheTargetFromWhatMissesIt() {
    assertEquals(2, Contract.usual("siv", 0.999, PARIS).digits());
    assertEquals(2, Contract.usual("siv", 1, PARIS).digits());
    assertEquals(3, Contract.usual("siv", 0.9995, PARIS).digits());
    assertEquals(4, Contract.usual("siv", 0.99995, PARIS).digits());
  }
}
