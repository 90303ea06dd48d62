package iris.history.film;

import iris.signal.Reason;
import java.time.Instant;
import java.util.Objects;

/**
 * A place where the film does not go on as time does.
 *
 * @param before the last instant before it, {@code after} the first one after it; of a clock that was set back, before
 *     is the later of the two
 */
public record Cut(Kind kind, Instant before, Instant after) {
  /** Why. */
  public enum Kind {
    /** The program did not run. */
    STOPPED,
    /** The machine slept, or the program stood still. */
    ASLEEP,
    /** The wall clock was set. */
    STEPPED,
    /** What was written cannot be read. */
    DAMAGED
  }

  public Cut {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
  }

  boolean covers(Instant at) {
    return at.isAfter(before) && at.isBefore(after);
  }

  /** What is said of it. */
  public Reason why() {
    return Reason.of(switch (kind) {
      case STOPPED -> "history.film.stopped";
      case ASLEEP -> "history.film.asleep";
      case STEPPED -> "history.film.stepped";
      case DAMAGED -> "history.film.damaged";
    }, before, after);
  }
}
