package iris.history.keep;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be exported.
 *
 * @param service its key; empty: all. Of acts and transitions: what they are about
 * @param from inclusive, {@code to} exclusive; by the start of a window or stretch, by the time of all else
 */
public record Selection(Kind kind, Optional<String> service, Optional<Instant> from, Optional<Instant> to) {
  public Selection {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(service);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
  }
}
