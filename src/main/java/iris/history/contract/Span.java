package iris.history.contract;

import java.time.Duration;
import java.time.Instant;

/** A time that is not empty: {@code from} inclusive, {@code to} exclusive. */
public record Span(Instant from, Instant to) {
  public Span {
    if (!from.isBefore(to)) throw new IllegalArgumentException("a span ends after it starts: " + from + " " + to);
  }

  public long seconds() {
    return Duration.between(from, to).toSeconds();
  }

  public boolean overlaps(Span other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  public boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
