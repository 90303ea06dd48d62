package iris.history.years;

import iris.alarm.Suppression;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A time in which a service was under maintenance or out of service, as it really began and ended.
 *
 * @param to empty: it lasts
 */
public record Pause(String service, Suppression.Kind kind, Instant from, Optional<Instant> to, String author, String reason) {
  public Pause {
    Objects.requireNonNull(service);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(to);
    Objects.requireNonNull(author);
    Objects.requireNonNull(reason);
    if (to.isPresent() && to.get().isBefore(from)) throw new IllegalArgumentException("ends before it begins: " + from);
  }
}
