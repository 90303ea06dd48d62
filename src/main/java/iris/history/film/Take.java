package iris.history.film;

import java.time.Instant;
import java.util.Objects;

/**
 * A time in which the program ran, and its clock with it.
 *
 * @param first number of its first input, {@code last} of its last one; of a take that goes on Long.MAX_VALUE
 */
public record Take(long first, long last, Instant from, Instant to) {
  public Take {
    Objects.requireNonNull(from);
    if (to.isBefore(from)) throw new IllegalArgumentException("a take from " + from + " to " + to);
  }

  boolean covers(Instant at) {
    return !at.isBefore(from) && !at.isAfter(to);
  }

  /** What was written as this number at that time was before {@code at}, or then. */
  boolean by(Instant at, long seq, Instant wall) {
    return seq < first || seq <= last && !wall.isAfter(at);
  }
}
