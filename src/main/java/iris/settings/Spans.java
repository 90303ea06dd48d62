package iris.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 90s}, {@code 5 min}, {@code 1h}, {@code 2 d}, {@code 5y} of 365
 * days, {@code 250ms}, {@code PT5M}.
 */
public final class Spans {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|m|h|d|j|y|a)");

  private Spans() {}

  /** Empty where the text is no duration; a bare number is none, since nobody knows its unit. */
  public static Optional<Duration> of(String text) {
    Matcher m = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!m.matches()) return iso(text.strip());
    long n = Long.parseLong(m.group(1));
    return Optional.of(switch (m.group(2)) {
      case "ms" -> Duration.ofMillis(n);
      case "s" -> Duration.ofSeconds(n);
      case "m", "min" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      case "y", "a" -> Duration.ofDays(365 * n);
      default -> Duration.ofDays(n);
    });
  }

  private static Optional<Duration> iso(String text) {
    if (!text.startsWith("P") && !text.startsWith("p")) return Optional.empty();
    try {
      Duration d = Duration.parse(text);
      return d.isNegative() ? Optional.empty() : Optional.of(d);
    } catch (DateTimeParseException notIso) {
      return Optional.empty();
    }
  }
}
