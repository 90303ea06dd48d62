package iris.alarm;

import iris.signal.Priority;
import iris.signal.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one shift leaves to the next. Kept in the board and not read from the list of events, which is short and forgets:
 * a handover that misses the outage of the early night is worse than none.
 *
 * @param since the last handover, or when this board began
 * @param handed the last handover
 * @param notes since then, oldest first, bounded
 * @param checked the last check of screen, sound and toast, whoever's shift it was
 * @param exercise runs now; {@code exercises} those that ended in this shift
 * @param spells alarms that began or stood in this shift, oldest first; {@code gaps} times without sight
 * @param refused acts that were refused
 * @param left spells, gaps, notes, exercises and fallbacks that found no room any more
 * @param fallbacks internal fallbacks that ran in this shift, and attempts that failed, oldest first
 */
public record Shift(
    Instant since,
    Optional<Handed> handed,
    List<Alarm.Remark> notes,
    Optional<Checked> checked,
    Optional<Exercise> exercise,
    List<Exercise.Result> exercises,
    List<Spell> spells,
    List<Gap> gaps,
    int refused,
    int left,
    List<Ran> fallbacks) {

  /** {@code digest}: SHA-256 of the page as it was signed, in hex; the page itself stands in the journal. */
  public record Handed(Instant at, String from, String to, String digest) {
    public Handed {
      Objects.requireNonNull(at);
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(digest);
    }
  }

  public record Checked(Instant at, Act.Checked what) {
    public Checked {
      Objects.requireNonNull(at);
      Objects.requireNonNull(what);
    }
  }

  /**
   * An alarm, from its raise to its return.
   *
   * @param name of its subject, for a person, as it was then
   * @param until the true end, empty while it stands
   * @param muted told to the journal only
   */
  public record Spell(
      AlarmKey alarm,
      String episode,
      String name,
      Priority priority,
      Instant since,
      Optional<Instant> until,
      boolean muted,
      Story story) {
    public Spell {
      Objects.requireNonNull(alarm);
      Objects.requireNonNull(episode);
      Objects.requireNonNull(name);
      Objects.requireNonNull(priority);
      Objects.requireNonNull(since);
      Objects.requireNonNull(until);
      // Snapshots of versions that kept no more than its times.
      if (story == null) story = Story.UNKNOWN;
    }

    Spell ending(Instant at) {
      Instant end = at.isBefore(since) ? since : at;
      return new Spell(alarm, episode, name, priority, since, Optional.of(end), muted, story);
    }

    Spell with(Story other) {
      return new Spell(alarm, episode, name, priority, since, until, muted, other);
    }
  }

  /**
   * What was known of an alarm, and who took it.
   *
   * @param raised when it was told; empty where nobody kept what is in here
   * @param why what it rested on when it was raised or got worse
   * @param origin the last verdict that found a fault; {@code contest} who did not believe it
   * @param ack the first acknowledgement that was not taken back
   */
  public record Story(
      Optional<Instant> raised,
      Optional<Reason> why,
      Optional<OriginVerdict.Fault> origin,
      Optional<Contest> contest,
      Optional<Alarm.Remark> ack) {
    public static final Story UNKNOWN =
        new Story(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Story {
      Objects.requireNonNull(raised);
      Objects.requireNonNull(why);
      Objects.requireNonNull(origin);
      Objects.requireNonNull(contest);
      Objects.requireNonNull(ack);
    }

    Story taken(Optional<Alarm.Remark> by) {
      return new Story(raised, why, origin, contest, by);
    }

    Story blaming(Optional<OriginVerdict.Fault> fault, Optional<Contest> not) {
      return new Story(raised, why, fault, not, ack);
    }

    Story because(Instant at, Reason reason) {
      return new Story(raised.or(() -> Optional.of(at)), Optional.of(reason), origin, contest, ack);
    }
  }

  /**
   * An internal fallback that ran, or should have.
   *
   * @param name of the service, for a person, as it was then
   * @param on since when it ran; of an attempt that failed, when it was ordered
   * @param by who switched or declared it; empty: the status check found it running
   * @param end empty while it runs
   */
  public record Ran(String service, String name, Instant on, String by, String why, Optional<End> end) {
    public Ran {
      Objects.requireNonNull(service);
      Objects.requireNonNull(name);
      Objects.requireNonNull(on);
      Objects.requireNonNull(by);
      Objects.requireNonNull(why);
      Objects.requireNonNull(end);
    }
  }

  /**
   * How it ended.
   *
   * @param by who ordered or declared the way back; empty: nobody did
   * @param failed it never ran: the sentence of the failure
   */
  public record End(Instant at, String by, String why, Optional<Reason> failed) {
    public End {
      Objects.requireNonNull(at);
      Objects.requireNonNull(by);
      Objects.requireNonNull(why);
      Objects.requireNonNull(failed);
    }
  }

  /**
   * A feed was not, or not fully, seen.
   *
   * @param worst LATE, LOST, or INIT while the program had not yet heard it after a start
   * @param to empty: not seen yet
   */
  public record Gap(String feed, String name, Supervision worst, Instant from, Optional<Instant> to, Reason why) {
    public Gap {
      Objects.requireNonNull(feed);
      Objects.requireNonNull(name);
      Objects.requireNonNull(worst);
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(why);
    }
  }

  public Shift {
    Objects.requireNonNull(since);
    Objects.requireNonNull(handed);
    notes = List.copyOf(notes);
    Objects.requireNonNull(checked);
    Objects.requireNonNull(exercise);
    exercises = List.copyOf(exercises);
    spells = register(spells);
    gaps = Register.of(gaps, Gap::feed, g -> g.to().isEmpty());
    // Snapshots of versions that forgot a fallback that had returned.
    fallbacks = fallbacks == null ? List.of() : List.copyOf(fallbacks);
    if (refused < 0 || left < 0) throw new IllegalArgumentException("counts are not negative");
  }

  Register<AlarmKey, Spell> registered() {
    return register(spells);
  }

  static Register<AlarmKey, Spell> register(List<Spell> spells) {
    return Register.of(spells, Spell::alarm, s -> s.until().isEmpty());
  }

  Register<String, Gap> unseen() {
    return Register.of(gaps, Gap::feed, g -> g.to().isEmpty());
  }

  /** A shift of which nothing is known yet. */
  public static Shift beginning(Instant at) {
    return new Shift(at, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(),
        0, 0, List.of());
  }
}
