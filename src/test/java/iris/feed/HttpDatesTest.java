package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDatesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:10:00Z");

  /** RFC 9110, 5.6.7: what appears to be more than 50 years ahead is the most recent past year of those digits. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Sunday, 06-Nov-94 08:49:37 GMT|1994-11-06T08:49:37Z",
    "Sunday, 22-Nov-26 14:11:30 GMT|2026-11-22T14:11:30Z",
    "Friday, 31-Dec-99 23:59:59 GMT|1999-12-31T23:59:59Z",
    "Saturday, 01-Jan-00 00:00:00 GMT|2000-01-01T00:00:00Z",
    "Tuesday, 29-Feb-00 00:00:00 GMT|2000-02-29T00:00:00Z",
    "Thursday, 29-Feb-96 00:00:00 GMT|1996-02-29T00:00:00Z",
    "Friday, 01-Jan-77 00:00:00 GMT|",
    "Saturday, 01-Jan-77 00:00:00 GMT|1977-01-01T00:00:00Z",
    "Sunday, 22-Nov-76 14:10:00 GMT|2076-11-22T14:10:00Z",
    "Thursday, 23-Dec-76 00:00:00 GMT|1976-12-23T00:00:00Z",
    "Sun, 06 Nov 1994 08:49:37 GMT|1994-11-06T08:49:37Z",
    "Sun Nov  6 08:49:37 1994|1994-11-06T08:49:37Z",
  })
  void aDateIsReadInTheThreeFormsAndAYearOfTwoDigitsAsTheNearerOne(String header, Instant meant) {
    assertEquals(Optional.ofNullable(meant), HttpDates.date(Optional.of(header), NOW));
  }

  @Test
  void aDateOfTheLastCenturyToWaitForHasPassed() {
    assertEquals(Optional.of(Duration.ZERO),
        HttpDates.retryAfter(Optional.of("Sunday, 06-Nov-94 08:49:37 GMT"), NOW));
  }
}
