package iris.alarm;

import iris.signal.Priority;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alarm while a step is decided. Lives inside one call of {@link Board#after}. */
final class AlarmDraft {
  final AlarmKey key;
  Lifecycle state = Lifecycle.NORMAL;
  int count;
  Priority priority = Priority.P3;
  Optional<String> episode = Optional.empty();
  Optional<Instant> since = Optional.empty();
  Optional<Instant> raised = Optional.empty();
  Optional<Instant> cleared = Optional.empty();
  Optional<Alarm.Remark> ack = Optional.empty();
  List<Alarm.Remark> comments = List.of();
  Optional<Suppression> suppression = Optional.empty();
  boolean flapping;
  int changes;
  Reason why = Reason.of("alarm.why.nothing");

  boolean told;
  boolean owed;
  List<Instant> raises = List.of();
  List<Instant> turns = List.of();
  Optional<Memory.Shelf> shelf = Optional.empty();
  int shelvings;
  Optional<Duration> due = Optional.empty();
  int run;
  boolean runBad;
  Optional<Duration> steady = Optional.empty();
  Optional<Suppression> lull = Optional.empty();
  long index = Long.MIN_VALUE;
  Optional<Instant> goodFrom = Optional.empty();

  private final @Nullable Alarm before;
  private final Memory.@Nullable OfAlarm knew;

  AlarmDraft(AlarmKey key) {
    this.key = key;
    before = null;
    knew = null;
  }

  AlarmDraft(Alarm a, Memory.@Nullable OfAlarm m) {
    key = a.key();
    state = a.state();
    count = a.count();
    priority = a.priority();
    episode = a.episode();
    since = a.since();
    raised = a.raised();
    cleared = a.cleared();
    ack = a.ack();
    comments = a.comments();
    suppression = a.suppression();
    flapping = a.flapping();
    changes = a.changes();
    why = a.why();
    if (m == null) {
      told = !a.state().quiet();
    } else {
      told = m.told();
      owed = m.owed();
      raises = m.raises();
      turns = m.turns();
      shelf = m.shelf();
      shelvings = m.shelvings();
      due = m.due();
      run = m.run();
      runBad = m.runBad();
      steady = m.steady();
      lull = m.lull();
      index = m.index();
      goodFrom = m.goodFrom();
    }
    before = a;
    knew = m;
  }

  Alarm alarm() {
    Alarm alarm = new Alarm(key, state, count, priority, episode, since, raised, cleared, ack, comments, suppression,
        flapping, changes, why);
    return before != null && alarm.equals(before) ? before : alarm;
  }

  Memory.OfAlarm memory() {
    Memory.OfAlarm memory = new Memory.OfAlarm(told, owed, raises, turns, shelf, shelvings, due, run, runBad, steady,
        lull, index, goodFrom);
    return knew != null && memory.equals(knew) ? knew : memory;
  }

  boolean active() {
    return state.active();
  }

  /** Nothing here says more than its absence would. */
  boolean forgettable() {
    return state == Lifecycle.NORMAL && turns.isEmpty() && raises.isEmpty() && shelf.isEmpty() && lull.isEmpty();
  }
}
