package iris.alarm;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Who muted an alarm, until when, why: fourth region of the alarm model. {@code until} is absolute. */
public record Suppression(Kind kind, String author, String reason, Instant since, Optional<Instant> until) {
  public enum Kind {
    SHELVED,
    MAINTENANCE,
    OUT_OF_SERVICE
  }

  public Suppression {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(author);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(since);
    Objects.requireNonNull(until);
  }
}
