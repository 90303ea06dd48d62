package iris.signal;

import java.time.Instant;
import java.util.Objects;

/** Planned work announced by the feed, {@code from} inclusive, {@code to} exclusive. */
public record Maintenance(String id, String service, State state, Instant from, Instant to) implements Body {
  /** Wire words: planned, running, done, cancelled. */
  public enum State {
    PLANNED,
    RUNNING,
    DONE,
    CANCELLED
  }

  public Maintenance {
    Objects.requireNonNull(service);
    Objects.requireNonNull(state);
    if (id.isBlank()) throw new IllegalArgumentException("a maintenance needs an id");
    if (!from.isBefore(to)) throw new IllegalArgumentException("a maintenance ends after it starts: " + from + " " + to);
  }
}
