package iris.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Times in HTTP headers. What cannot be read counts as not said. */
final class HttpDates {
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final List<DateTimeFormatter> FORMS = List.of(
      DateTimeFormatter.RFC_1123_DATE_TIME,
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC));

  private HttpDates() {}

  /**
   * In any of the three forms that RFC 9110 has a reader take.
   *
   * @param now what a year of two digits is near: it is no more than 50 years ahead (section 5.6.7)
   */
  static Optional<Instant> date(Optional<String> header, Instant now) {
    return header.map(String::strip).flatMap(text ->
        FORMS.stream().flatMap(f -> read(f, text).stream()).findFirst().or(() -> shortYear(text, now)));
  }

  private static Optional<Instant> shortYear(String text, Instant now) {
    OffsetDateTime furthest = now.atOffset(ZoneOffset.UTC).plusYears(50);
    // The year in which the 50 are over may be meant up to this day of it; beyond, it is the one a century before.
    return read(form850(furthest.getYear() - 99), text).filter(at -> !at.isAfter(furthest.toInstant()))
        .or(() -> read(form850(furthest.getYear() - 100), text));
  }

  /** @param first of the hundred years that two digits can mean */
  private static DateTimeFormatter form850(int first) {
    return new DateTimeFormatterBuilder().appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, first).appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  private static Optional<Instant> read(DateTimeFormatter form, String text) {
    try {
      return Optional.of(form.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Age or the numeric form of Retry-After: seconds, 0 or more. */
  static Optional<Duration> seconds(Optional<String> header) {
    String text = header.orElse("").strip();
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) return Optional.empty();
    // 2^31 and more is "very old" by RFC 9111, and a number of 30 digits must not throw.
    return Optional.of(text.length() > 8 ? LONGEST : Duration.ofSeconds(Long.parseLong(text)));
  }

  /** Retry-After in either form; a date that has passed is zero. */
  static Optional<Duration> retryAfter(Optional<String> header, Instant now) {
    return seconds(header).or(() -> date(header, now)
        .map(at -> Duration.between(now, at))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait));
  }
}
