package iris.alarm;

import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an operator wants. An act is an input like any other: the board answers with what changed or with a refusal and
 * its reason, and the screen changes only when the board comes back.
 */
public sealed interface Act {
  /** Who acts; for the journal. */
  String author();

  /** About one alarm: it stands in the story of that alarm's episode. */
  sealed interface OfAlarm extends Act {
    AlarmKey alarm();
  }

  /** About one service: it stands in the stories of all its alarms. */
  sealed interface OfService extends Act {
    String service();
  }

  /**
   * Somebody else is at the desk: acts are signed with {@code name} from now on.
   *
   * @param author who signed until now
   * @param login what the system says, to which the name belongs; saying it as the name goes back to it
   */
  record Sign(String author, String login, String name) implements Act {
    public Sign {
      Objects.requireNonNull(author);
      Objects.requireNonNull(login);
      Objects.requireNonNull(name);
    }
  }

  record Acknowledge(AlarmKey alarm, String author, String reason) implements OfAlarm {
    public Acknowledge {
      Objects.requireNonNull(alarm);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
    }
  }

  record Unacknowledge(AlarmKey alarm, String author) implements OfAlarm {
    public Unacknowledge {
      Objects.requireNonNull(alarm);
      Objects.requireNonNull(author);
    }
  }

  record Comment(AlarmKey alarm, String author, String text) implements OfAlarm {
    public Comment {
      Objects.requireNonNull(alarm);
      Objects.requireNonNull(author);
      Objects.requireNonNull(text);
    }
  }

  /** Mutes one alarm for a while; limits in section 5. */
  record Shelve(AlarmKey alarm, String author, String reason, Duration time) implements OfAlarm {
    public Shelve {
      Objects.requireNonNull(alarm);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
      Objects.requireNonNull(time);
    }
  }

  record Unshelve(AlarmKey alarm, String author) implements OfAlarm {
    public Unshelve {
      Objects.requireNonNull(alarm);
      Objects.requireNonNull(author);
    }
  }

  /** Stops the horn of this console, at most 10 minutes; a new raise re-arms it. */
  record Silence(String author, Duration time) implements Act {
    public Silence {
      Objects.requireNonNull(author);
      Objects.requireNonNull(time);
    }
  }

  record Unsilence(String author) implements Act {
    public Unsilence {
      Objects.requireNonNull(author);
    }
  }

  /** Clears a latched alarm whose condition is gone. */
  record Reset(AlarmKey alarm, String author) implements OfAlarm {
    public Reset {
      Objects.requireNonNull(alarm);
      Objects.requireNonNull(author);
    }
  }

  /** Maintenance of a service declared by the operator, at most 24 h of real time whatever clocks do in them. */
  record Maintain(String service, String author, String reason, Instant from, Instant to) implements OfService {
    public Maintain {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
    }
  }

  record EndMaintenance(String service, String author) implements OfService {
    public EndMaintenance {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
    }
  }

  /**
   * Takes back a maintenance that has not begun, an operator's or the feed's.
   *
   * @param from when it was to begin
   */
  record CancelMaintenance(String service, Instant from, String author, String reason) implements OfService {
    public CancelMaintenance {
      Objects.requireNonNull(service);
      Objects.requireNonNull(from);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
    }
  }

  /** {@code until} empty: until taken back. */
  record OutOfService(String service, boolean out, String author, String reason, Optional<Instant> until)
      implements OfService {
    public OutOfService {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
      Objects.requireNonNull(until);
    }
  }

  /** Words for whoever comes next; kept until the handover. */
  record Note(String author, String text) implements Act {
    public Note {
      Objects.requireNonNull(author);
      Objects.requireNonNull(text);
    }
  }

  /**
   * The shift goes over. Both names are signatures, each given by the person who bears it; an empty one is not signed.
   *
   * @param author at whose console; {@code outgoing} hands over, {@code to} takes over
   * @param digest {@link Relieving#digest} of {@code text}, the page that both saw
   */
  record HandOver(String author, String outgoing, String to, String digest, String text) implements Act {
    public HandOver {
      Objects.requireNonNull(author);
      Objects.requireNonNull(outgoing);
      Objects.requireNonNull(to);
      Objects.requireNonNull(digest);
      Objects.requireNonNull(text);
    }
  }

  /** What the check at the start of a shift found. */
  record Checked(String author, Found screen, Found sound, Found toast) implements Act {
    public enum Finding {
      WELL,
      ILL,
      SKIPPED
    }

    /** @param why what was seen, heard or answered, or what was missing */
    public record Found(Finding finding, Reason why) {
      public Found {
        Objects.requireNonNull(finding);
        Objects.requireNonNull(why);
      }
    }

    public Checked {
      Objects.requireNonNull(author);
      Objects.requireNonNull(screen);
      Objects.requireNonNull(sound);
      Objects.requireNonNull(toast);
    }
  }

  /** Plays an outage; {@code service} empty: of every service. */
  record StartExercise(Optional<String> service, String author) implements Act {
    public StartExercise {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
    }
  }

  record StopExercise(String author) implements Act {
    public StopExercise {
      Objects.requireNonNull(author);
    }
  }

  /** The operator holds somebody else at fault than the verdict does: kept beside it until the episode is over. */
  record Contest(String service, OriginVerdict.Fault fault, String author, String reason) implements OfService {
    public Contest {
      Objects.requireNonNull(service);
      Objects.requireNonNull(fault);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
    }
  }

  /** Takes it back. */
  record Uncontest(String service, String author) implements OfService {
    public Uncontest {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
    }
  }

  /** The operator says that the internal fallback runs, or no longer does: switched by other hands, nothing is run. */
  record Fallback(String service, boolean active, String author, String reason) implements OfService {
    public Fallback {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
    }
  }

  /** Announcements with these words are to be taken for that, from now on and as far as they stand. */
  record Classify(Criterion criterion, String author, String reason) implements Act {
    public Classify {
      Objects.requireNonNull(criterion);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
    }
  }

  /** Takes a rule back: what it judged is again what its feed says. */
  record Unclassify(String rule, String author, String reason) implements Act {
    public Unclassify {
      Objects.requireNonNull(rule);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
    }
  }

  /** What no rule decides stops ringing until its words change; no rule is made of it. */
  record SetAside(String service, String incident, String author, String reason) implements OfService {
    public SetAside {
      Objects.requireNonNull(service);
      Objects.requireNonNull(incident);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
    }
  }

  /**
   * Switches the internal fallback by its plan: something in production is run, once.
   *
   * @param ticked lines of the checklist that the operator ticked, as they stood there
   */
  record SwitchFallback(String service, boolean on, String author, String reason, List<String> ticked) implements OfService {
    public SwitchFallback {
      Objects.requireNonNull(service);
      Objects.requireNonNull(author);
      Objects.requireNonNull(reason);
      ticked = List.copyOf(ticked);
    }
  }

  /**
   * The configuration was changed in the program; the files themselves are written before this is said.
   *
   * @param what the keys that were changed, never their values: one of them may be a secret
   */
  record Configure(String author, String what) implements Act {
    public Configure {
      Objects.requireNonNull(author);
      Objects.requireNonNull(what);
    }
  }
}
