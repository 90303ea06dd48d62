package iris.history.story;

import iris.alarm.Act;
import iris.alarm.Answer.Voice;
import iris.alarm.Judged;
import iris.alarm.Quote;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.alarm.Transition.Moved;
import iris.signal.Incident;
import iris.signal.Reason;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One line of a story. */
public sealed interface Line {
  /** When it happened, as whoever said so claims; never after {@link #known}. */
  Instant at();

  /** When it was known here. */
  default Instant known() {
    return at();
  }

  /**
   * What the feed said.
   *
   * @param quote empty where no item said it, as of what vanished
   * @param closes with these words it said that it is over
   */
  record Quoted(Instant at, Instant known, String service, Incident incident, Optional<Quote> quote, boolean closes,
      boolean vanished) implements Line {
    public Quoted {
      Objects.requireNonNull(service);
      Objects.requireNonNull(incident);
      Objects.requireNonNull(quote);
    }
  }

  /** A window that mattered; {@code at} is its end. */
  record Measured(Instant at, Instant known, Judged window, Set<Role> roles) implements Line {
    /** What it was to the episode. */
    public enum Role {
      LAST_GOOD,
      FIRST_BAD,
      WORST,
      LAST_BAD,
      GOOD_AGAIN
    }

    public Measured {
      Objects.requireNonNull(window);
      roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }
  }

  /** The past was corrected: a window that came late, or was said anew. */
  record Revised(Instant at, Instant known, Transition.Kept kept) implements Line {}

  /** The alarm took a step that no announcement and no act tells of. */
  record Stepped(Instant at, Moved step) implements Line {}

  /** IRIS said something; of another alarm of the same service as well. */
  record Announced(Instant at, Announcement announcement) implements Line {}

  /** Whom that reached: one voice a channel, those that are known so far. */
  record Notified(Instant at, Call call, boolean told, Reason why, List<Voice> voices) implements Line {
    public Notified {
      voices = List.copyOf(voices);
    }
  }

  /** Somebody did something; {@code refused}: or wished to, and why not. */
  record Done(Instant at, Act act, Optional<Reason> refused) implements Line {
    public Done {
      Objects.requireNonNull(act);
      Objects.requireNonNull(refused);
    }
  }

  /** The feed was lost from sight, or is back. */
  record Sighted(Instant at, Transition.Sight sight) implements Line {}

  /** What is shown of the service was covered by something that mutes, or no longer is. */
  record Covered(Instant at, Transition.Changed change) implements Line {}

  /** What came of an order to the fallback, or what became of it by itself. */
  record Switched(Instant at, Transition.Switched change) implements Line {}

  /** The figures left what is usual for the hour, or came back to it. */
  record Drifted(Instant at, Instant known, Transition.Drifted change) implements Line {}

  record Noted(Instant at, String subject, Reason what) implements Line {}
}
