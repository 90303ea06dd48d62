package iris.alarm;

import iris.signal.Priority;
import iris.signal.Reason;
import java.time.Duration;
import java.util.Optional;

/** Section 5: an alarm laid aside, with a reason, an author and an end that no clock step prolongs. */
public final class Shelving {
  /** What a screen proposes. */
  public static final Duration USUAL = Duration.ofMinutes(15);

  private static final int IN_A_ROW = 2;

  private Shelving() {}

  /** The longest shelf that is granted. */
  public static Duration limit(AlarmKey.Kind kind, Priority priority) {
    if (kind == AlarmKey.Kind.SUPERVISION_LOST) return Duration.ofMinutes(30);
    return priority == Priority.P1 ? Duration.ofMinutes(60) : Duration.ofMinutes(480);
  }

  static Optional<Reason> shelve(Draft d, AlarmDraft a, Act.Shelve act) {
    Duration limit = limit(a.key.kind(), a.priority);
    if (a.key.kind() == AlarmKey.Kind.EXERCISE) return Optional.of(Reason.of("alarm.refused.exercise-shelf"));
    if (act.reason().isBlank()) return Optional.of(Reason.of("alarm.refused.no-reason"));
    if (act.time().isNegative() || act.time().isZero()) return Optional.of(Reason.of("alarm.refused.no-time"));
    if (act.time().compareTo(limit) > 0) return Optional.of(Reason.of("alarm.refused.shelf-too-long", act.time(), limit));
    if (a.state == Lifecycle.NORMAL) return Optional.of(Reason.of("alarm.refused.nothing-to-shelve"));
    if (a.shelvings >= IN_A_ROW) return Optional.of(Reason.of("alarm.refused.shelved-too-often", a.shelvings));
    a.shelvings++;
    a.shelf = Optional.of(new Memory.Shelf(new Suppression(Suppression.Kind.SHELVED, act.author(), act.reason(), d.wall(),
        Optional.of(d.wall().plus(act.time()))), d.now.mono().plus(act.time())));
    return Optional.empty();
  }

  static boolean over(Draft d, AlarmDraft a) {
    return a.shelf.map(s -> s.until().compareTo(d.now.mono()) <= 0
        || s.words().until().map(u -> !u.isAfter(d.wall())).orElse(false)).orElse(false);
  }

  static void end(Draft d, AlarmDraft a) {
    a.shelf = Optional.empty();
    d.note(a.key.subject(), "alarm.note.shelf-over", Alarming.name(a.key));
  }
}
