package iris.relay.post;

import iris.relay.Backlog;
import iris.relay.Kind;
import iris.signal.Reason;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How one target stands.
 *
 * @param queued letters that wait, since {@code oldest}
 * @param delivered when it last took something; {@code proof} what it answered
 * @param trouble why it is not well, as the console is told; {@code last} what failed last, as long as nothing went
 * well
 * @param dead letters that it will not take
 * @param condensed windows of figures put together since it was away too long; {@code lost} given up
 */
public record Standing(
    String target,
    Kind kind,
    long queued,
    Optional<Instant> oldest,
    Optional<Instant> delivered,
    Optional<String> proof,
    Optional<Reason> trouble,
    Optional<Reason> last,
    int dead,
    long condensed,
    long lost) {
  public Standing {
    Objects.requireNonNull(target);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(oldest);
    Objects.requireNonNull(delivered);
    Objects.requireNonNull(proof);
    Objects.requireNonNull(trouble);
    Objects.requireNonNull(last);
  }
  Backlog backlog() {
    return new Backlog(target, kind, queued, oldest, delivered, trouble.isEmpty(), dead);
  }
}
