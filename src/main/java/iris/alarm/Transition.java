package iris.alarm;

import iris.signal.Incident;
import iris.signal.Priority;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What changed between two boards: what the journal keeps, what is told, what relays pass on. */
public sealed interface Transition {
  Instant at();

  /** It is about an exercise: no server outside, no figure and no story of a service may hear of it. */
  default boolean played() {
    return switch (this) {
      case Moved m -> played(m.alarm());
      case Told t -> played(t.announcement().alarm());
      case Answered a -> played(a.answer().alarm());
      case Acted a -> played(a.act());
      case Refused r -> played(r.act());
      case Sight _, Changed _, Kept _, Spoken _, Switched _, Drifted _, Noted _ -> false;
    };
  }

  private static boolean played(AlarmKey alarm) {
    return alarm.kind() == AlarmKey.Kind.EXERCISE;
  }

  private static boolean played(Act act) {
    return switch (act) {
      case Act.OfAlarm about -> played(about.alarm());
      case Act.StartExercise _, Act.StopExercise _ -> true;
      default -> false;
    };
  }

  /** Lifecycle of an alarm, or its priority. */
  record Moved(Instant at, AlarmKey alarm, Lifecycle from, Lifecycle to, Priority priority, String episode, Reason why)
      implements Transition {}

  /** Something to tell people. */
  record Told(Instant at, Announcement announcement) implements Transition {}

  /** Supervision of a feed. */
  record Sight(Instant at, String feed, Supervision from, Supervision to, Reason why) implements Transition {}

  /** A service came to show another state. */
  record Changed(Instant at, String service, Shown from, Shown to, OriginVerdict origin) implements Transition {}

  /** A window was accepted, or a revision of one kept. */
  record Kept(Instant at, String service, Judged window, How how) implements Transition {
    public enum How {
      NEW,
      BACKFILL,
      LATE,
      REVISION
    }
  }

  /**
   * An incident appeared, was updated, closed, or vanished.
   *
   * @param quotes the items that said so; empty where none did, as for what vanished
   * @param told what the feed itself said, where a rule of ours made something else of it
   */
  record Spoken(
      Instant at, String service, Incident incident, boolean vanished, List<Quote> quotes, Optional<Incident> told)
      implements Transition {
    public Spoken {
      // Journals of versions before 1.1 hold none.
      quotes = quotes == null ? List.of() : List.copyOf(quotes);
      // Journals written before there were rules of ours.
      if (told == null) told = Optional.empty();
    }

    public Spoken(Instant at, String service, Incident incident, boolean vanished, List<Quote> quotes) {
      this(at, service, incident, vanished, quotes, Optional.empty());
    }

    public Spoken(Instant at, String service, Incident incident, boolean vanished) {
      this(at, service, incident, vanished, List.of());
    }

    /** The feed's own words for it. */
    public Incident byFeed() {
      return told.orElse(incident);
    }
  }

  record Acted(Instant at, Act act) implements Transition {}

  record Refused(Instant at, Act act, Reason why) implements Transition {}

  /** What became of an announcement: no cause of anything. */
  record Answered(Instant at, Answer answer) implements Transition {}
  /** Where the internal fallback of a service stands; who is to run its plan hears of it here. */
  record Switched(Instant at, String service, Fallback from, Fallback to) implements Transition {}

  /**
   * The figures of a service left what is usual for the hour, or came back to it. {@code drift} began at {@link
   * Drift#since()}, which is before this was known.
   *
   * @param over it ended; {@code drift} as it was last
   */
  record Drifted(Instant at, String service, Drift drift, boolean over) implements Transition {}

  /** A fact worth a line: a gap, a clock notice, a fleeting alarm, an ignored event. */
  record Noted(Instant at, String subject, Reason what) implements Transition {}

  /**
   * What to say.
   *
   * @param subject name of the service or feed, for a person
   * @param since start of the bad state
   * @param lasted how long it was bad, with a CLEAR; {@code unsure} half the uncertainty, plus or minus
   * @param suppressed told to the journal only: shelved, maintenance, inhibited, out of service
   */
  record Announcement(
      Call call,
      AlarmKey alarm,
      Priority priority,
      String episode,
      String subject,
      Optional<OriginVerdict> origin,
      Instant since,
      Optional<Duration> lasted,
      Optional<Duration> unsure,
      Reason why,
      boolean suppressed) {
    public enum Call {
      RAISE,
      ESCALATE,
      REPEAT,
      CLEAR,
      RESUME,
      FLAP_START,
      FLAP_STOP,
      /** After a restart: still active. */
      RESTORED,
      SHELF_OVER,
      /** Once more, while the alarm stands: who acknowledged what was told before has not heard of this. */
      ANEW
    }
  }
}
