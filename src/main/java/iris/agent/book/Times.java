package iris.agent.book;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Of two times. */
final class Times {
  private Times() {}

  static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }

  static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  static Instant clamp(Instant at, Instant from, Instant to) {
    return earlier(later(at, from), to);
  }

  static boolean reached(Instant now, Instant at) {
    return !now.isBefore(at);
  }

  static Optional<Instant> first(Stream<Instant> all) {
    return all.min(Instant::compareTo);
  }

  /** Start of the window that {@code at} is in, on the UTC grid of {@code period}. */
  static Instant window(Instant at, Duration period) {
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), period.toMillis()) * period.toMillis());
  }

  /** How long the common part of two spans is. */
  static Duration common(Instant from, Instant to, Instant otherFrom, Instant otherTo) {
    Duration both = Duration.between(later(from, otherFrom), earlier(to, otherTo));
    return both.isNegative() ? Duration.ZERO : both;
  }
}
