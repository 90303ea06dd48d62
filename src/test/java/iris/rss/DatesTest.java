package iris.rss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Sun, 22 Nov 2026 15:10:04 +0100|2026-11-22T14:10:04Z",
      "Sun, 22 Nov 2026 15:10:04 +01:00|2026-11-22T14:10:04Z",
      "Sun, 22 Nov 2026 15:10:04 GMT|2026-11-22T15:10:04Z",
      "Sun, 22 Nov 2026 15:10:04 Z|2026-11-22T15:10:04Z",
      "Sun, 22 Nov 2026 15:10:04Z|2026-11-22T15:10:04Z",
      "Sun, 22 Nov 2026 15:10:04 PST|2026-11-22T23:10:04Z",
      "Sun, 22 Nov 2026 15:10:04 PDT|2026-11-22T22:10:04Z",
      "Sun, 22 Nov 2026 15:10:04 CET|2026-11-22T14:10:04Z",
      "Sun, 22 Nov 2026 15:10:04 CEST|2026-11-22T13:10:04Z",
      "Sun, 22 Nov 2026 15:10:04 EST|2026-11-22T20:10:04Z",
      "Sun, 22 Nov 2026 15:10:04 ET|2026-11-22T20:10:04Z",
      "Sun, 22 Nov 2026 15:10:04 Etc/GMT|2026-11-22T15:10:04Z",
      "Sun, 22 Nov 2026 15:10:04 America/Los_Angeles|2026-11-22T23:10:04Z",
      "Sun, 22 Nov 2026 15:10:04 GMT-01:01|2026-11-22T16:11:04Z",
      "Sun, 22 Nov 2026 15:10:04 +0100 (CET)|2026-11-22T14:10:04Z",
      "22 Nov 2026 15:10 +0000|2026-11-22T15:10:00Z",
      "Sun,22 Nov 2026 15:10:04 -0000|2026-11-22T15:10:04Z",
      "Mon, 13 Feb, 2012 06:28:00 UTC|2012-02-13T06:28:00Z",
      "Thu Aug 30 2012 17:26:16 +0200|2012-08-30T15:26:16Z",
      "Sun Jul 15 01:16:00 +0000 2012|2012-07-15T01:16:00Z",
      "Thu, 01 Jan 04 19:48:21 GMT|2004-01-01T19:48:21Z",
      "Sunday, 22 November 2026 15:10:04 +0100|2026-11-22T14:10:04Z",
      "dim., 22 août 2026 15:10:04 +0200|2026-08-22T13:10:04Z",
      "mar. 3 févr. 2026 15:10:04 +0100|2026-02-03T14:10:04Z",
      "mar. 7 juil. 2026 15:10:04 +0200|2026-07-07T13:10:04Z",
      "Mo, 22 März 2027 15:10:04 +0100|2027-03-22T14:10:04Z",
      "2026-11-22T14:05:00Z|2026-11-22T14:05:00Z",
      "2026-11-22T14:05Z|2026-11-22T14:05:00Z",
      "2026-11-22T14:05:00.1234Z|2026-11-22T14:05:00.123400Z",
      "2026-11-22 14:05:00 +01:00|2026-11-22T13:05:00Z",
      "2026-11-22T14:05:00+0100|2026-11-22T13:05:00Z",
      "2026-11-22T14:05:00-08|2026-11-22T22:05:00Z",
      "2024-02-29T24:00:00Z|2024-03-01T00:00:00Z",
      "2016-12-31T23:59:60Z|2016-12-31T23:59:59Z",
      "0001-01-01T00:00:00Z|0001-01-01T00:00:00Z"})
  void datesOfFeedsAreRead(String text, Instant instant) {
    assertEquals(Optional.of(instant), Dates.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "x", "2026", "hier", "Sun, 32 Jan 2026 15:10:04 GMT", "Sun, 29 Feb 2026 15:10:04 GMT",
      "Sun, 22 Nov 2026 25:61:00 GMT", "Sun, 22 Nov 2026 15:10:04", "Sun, 22 Nov 2026 15:10:04 XYZ",
      "Sun, 22 Nov 2026 15:10:04 Mars/Olympus", "Sun, 22 Nov 20261 15:10:04 GMT", "Sun, 22 zzz 2026 15:10:04 GMT",
      "Sun, 22 Nov 2026 15:10:04 +zz:00", "Sun, 22 Nov 2026 15:10:04 +2500", "2026-11-22", "2026-11-22T14:05:00",
      "2026-13-22T14:05:00Z", "2026-11-22T14:05:61Z", "2026-11-22T14:05:00Ztext", "2026-11-22T24:00:01Z",
      "2026-11-22T14:05:00.Z", "2026-11-22T14:05:00+00:xx", "2026-11-22T14:05:00+01:99",
      "Sun, 22 Nov 2026 15:10:04 +0100 and then much more that is no date at all, but a long text"})
  void whatIsNoDateIsNotMended(String text) {
    assertEquals(Optional.empty(), Dates.read(text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Thu, 01 Jan 2004|2004-01-01T00:00:00Z", "Sun Jan  4 16:29:06 2004|2004-01-04T16:29:06Z",
      "2004-07-08 23:56:58|2004-07-08T23:56:58Z", "2003-12-31|2003-12-31T00:00:00Z", "2003-12|2003-12-01T00:00:00Z",
      "2003|2003-01-01T00:00:00Z"})
  void aDateWithoutAZoneIsTakenAsUtcOnRequestOnly(String text, Instant instant) {
    assertEquals(Optional.of(instant), Dates.lenient(text));
    assertEquals(Optional.empty(), Dates.read(text));
  }

  @Test
  void everyDayOfFourHundredYearsIsCounted() {
    for (LocalDate day = LocalDate.of(1799, 12, 31); day.getYear() < 2201; day = day.plusDays(1))
      assertEquals(day.atStartOfDay().toInstant(ZoneOffset.UTC),
          Dates.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, 0, 0, 0, 0), day.toString());
  }
}
