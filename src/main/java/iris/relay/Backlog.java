package iris.relay;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far behind a target is, for a server that shows it.
 *
 * @param queued letters that wait, since {@code oldest}
 * @param delivered when it last took something
 * @param well whether the console has nothing to say of it
 * @param dead letters that it will not take
 */
public record Backlog(String target, Kind kind, long queued, Optional<Instant> oldest, Optional<Instant> delivered,
    boolean well, int dead) {
  public Backlog {
    Objects.requireNonNull(target);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(oldest);
    Objects.requireNonNull(delivered);
  }
}
