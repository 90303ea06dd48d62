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
 * @param left spells, gaps, notes and exercises that found no room any more
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
    int left) {

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
      AlarmKey alarm, String episode, String name, Priority priority, Instant since, Optional<Instant> until, boolean muted) {
    public Spell {
      Objects.requireNonNull(alarm);
      Objects.requireNonNull(episode);
      Objects.requireNonNull(name);
      Objects.requireNonNull(priority);
      Objects.requireNonNull(since);
      Objects.requireNonNull(until);
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
    spells = List.copyOf(spells);
    gaps = List.copyOf(gaps);
    if (refused < 0 || left < 0) throw new IllegalArgumentException("counts are not negative");
  }

  /** A shift of which nothing is known yet. */
  public static Shift beginning(Instant at) {
    return new Shift(at, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(),
        0, 0);
  }
}
