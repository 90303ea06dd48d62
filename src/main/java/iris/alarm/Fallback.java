package iris.alarm;

import iris.signal.FallbackSight;
import iris.signal.Reason;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the internal fallback of a service stands. What is not known is said to be unknown: nobody reads here that it
 * runs because it was ordered to.
 */
public sealed interface Fallback {
  Off OFF = new Off();

  /** It rests, as far as anybody knows. */
  record Off() implements Fallback {}

  /**
   * The plan is being run.
   *
   * @param since when it was ordered
   * @param was as it ran before, if nothing proved that it had stopped; missing in older journals
   */
  record SwitchingOn(Instant since, String author, String reason, Optional<On> was) implements Fallback {
    public SwitchingOn {
      Objects.requireNonNull(since);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
      if (was == null) was = Optional.empty();
    }
  }

  /**
   * It runs.
   *
   * @param author who switched or declared it; empty: the status check found it running and nobody said so
   * @param confirmed the status check says so too
   */
  record On(Instant since, String author, String reason, boolean confirmed) implements Fallback {
    public On {
      Objects.requireNonNull(since);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
    }

    /** Found by the status check, declared by nobody. */
    public boolean found() {
      return author.isEmpty();
    }
  }

  /** The way back is being run; {@code was} as it ran before. */
  record SwitchingOff(Instant since, String author, String reason, Optional<On> was) implements Fallback {
    public SwitchingOff {
      Objects.requireNonNull(since);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
      Objects.requireNonNull(was);
    }
  }

  /**
   * A switching failed, and somebody must look.
   *
   * @param on it should have been switched on; else off
   * @param why the sentence of the failure
   * @param known what the status check says of it since
   */
  record Failed(
      boolean on, Instant since, String author, String reason, Reason why, FallbackSight known, Optional<On> was)
      implements Fallback {
    public Failed {
      Objects.requireNonNull(since);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
      Objects.requireNonNull(why);
      Objects.requireNonNull(known);
      Objects.requireNonNull(was);
    }
  }

  /** Nobody knows whether it runs: the status check contradicts, or cannot be asked, or IRIS stopped in the middle. */
  record Unknown(Instant since, Reason why, Optional<On> was) implements Fallback {
    public Unknown {
      Objects.requireNonNull(since);
      Objects.requireNonNull(why);
      Objects.requireNonNull(was);
    }
  }

  /** It ran when it was last known, and nothing proves that it stopped: since when, by whom, why. */
  default Optional<On> running() {
    return switch (this) {
      case Off _ -> Optional.empty();
      case On on -> Optional.of(on);
      case SwitchingOn(var since, var author, var reason, Optional<On> was) -> was;
      case SwitchingOff(var since, var author, var reason, Optional<On> was) -> was;
      case Failed f -> f.known() == FallbackSight.STOPPED ? Optional.empty() : f.was();
      case Unknown u -> u.was();
    };
  }

  /** The plan is being run, one way or the other. */
  default boolean switching() {
    return this instanceof SwitchingOn || this instanceof SwitchingOff;
  }
}
