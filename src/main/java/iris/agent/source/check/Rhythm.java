package iris.agent.source.check;

import java.time.Duration;

/**
 * When a check is due: on a grid of its own, so that it neither drifts nor runs twice at a time, and so that a thousand
 * checks with the same interval do not start together.
 *
 * @param first nanoseconds from the start to the first check
 * @param every nanoseconds between two
 */
record Rhythm(long first, long every) {
  /** However rare a check is: after this long something is known. */
  private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);

  /** @param name of the check, the same after each restart */
  static Rhythm of(String name, Duration every) {
    long over = Math.min(every.toNanos(), KNOWN_WITHIN.toNanos());
    // Fibonacci hashing: names that differ in their last letter only would stand side by side.
    long spread = (name.hashCode() * 0x9E3779B97F4A7C15L) >>> 1;
    return new Rhythm(spread % over, every.toNanos());
  }

  /**
   * After a first failure: half an interval after it began, or its grid's next point if that is sooner. With two
   * failures in a row for an incident, it is open within one and a half intervals of its cause and not within two.
   */
  long soon(long began, long since) {
    return Math.min(after(since), Math.max(since, began + every / 2));
  }

  /** The first point of the grid after {@code since} nanoseconds from the start; points that were missed are over. */
  long after(long since) {
    if (since < first) return first;
    return first + ((since - first) / every + 1) * every;
  }
}
