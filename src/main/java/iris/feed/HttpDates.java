package iris.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times in HTTP headers. What cannot be read counts as not said. */
final class HttpDates {
  private static final Duration LONGEST = Duration.ofDays(365);

  private HttpDates() {}

  static Optional<Instant> date(Optional<String> header) {
    try {
      return header.map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
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
    return seconds(header).or(() -> date(header)
        .map(at -> Duration.between(now, at))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait));
  }
}
