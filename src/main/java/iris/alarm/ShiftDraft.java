package iris.alarm;

import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A shift while a step is decided: learns from what the step says. Lives inside one call of {@link Board#after}. */
final class ShiftDraft {
  private static final int KEPT = 200;

  Instant since;
  Optional<Shift.Handed> handed;
  List<Alarm.Remark> notes;
  Optional<Shift.Checked> checked;
  Optional<Exercise> exercise;
  List<Exercise.Result> exercises;
  private List<Shift.Spell> spells;
  private List<Shift.Gap> gaps;
  private int refused;
  private int left;
  private final Shift before;

  ShiftDraft(Shift shift) {
    since = shift.since();
    handed = shift.handed();
    notes = shift.notes();
    checked = shift.checked();
    exercise = shift.exercise();
    exercises = shift.exercises();
    spells = shift.spells();
    gaps = shift.gaps();
    refused = shift.refused();
    left = shift.left();
    before = shift;
  }

  Shift shift() {
    Shift shift = new Shift(since, handed, notes, checked, exercise, exercises, spells, gaps, refused, left);
    return shift.equals(before) ? before : shift;
  }

  void note(Alarm.Remark note) {
    notes = with(notes, note, n -> true);
  }

  void ended(Exercise.Result result) {
    exercises = with(exercises, result, e -> true);
  }

  /** The next shift begins: what still stands goes over to it. */
  void handOver(Shift.Handed over) {
    handed = Optional.of(over);
    since = over.at();
    notes = List.of();
    exercises = List.of();
    spells = spells.stream().filter(s -> s.until().isEmpty()).toList();
    gaps = gaps.stream().filter(g -> g.to().isEmpty()).toList();
    refused = 0;
    left = 0;
  }

  void learn(Draft d) {
    for (Transition t : List.copyOf(d.out)) {
      switch (t) {
        case Transition.Told told -> told(told);
        case Transition.Sight sight -> sight(d, sight);
        case Transition.Refused _ -> refused++;
        // Ended without a word, as what nobody supervises any more.
        case Transition.Moved m when m.to() == Lifecycle.NORMAL -> close(m.alarm(), m.at());
        default -> {}
      }
    }
  }

  private void told(Transition.Told told) {
    Announcement a = told.announcement();
    if (a.alarm().kind() == AlarmKey.Kind.EXERCISE) return;
    if (a.call() == Call.CLEAR) close(a.alarm(), a.lasted().map(a.since()::plus).orElse(told.at()));
    if (a.call() == Call.CLEAR || a.call() == Call.FLAP_STOP) return;
    Optional<Shift.Spell> known =
        spells.stream().filter(s -> s.alarm().equals(a.alarm()) && s.until().isEmpty()).findFirst();
    Shift.Spell now = new Shift.Spell(a.alarm(), a.episode(), a.subject(),
        known.map(Shift.Spell::priority).filter(p -> p.moreUrgentThan(a.priority())).orElse(a.priority()),
        known.map(Shift.Spell::since).orElse(a.since()), Optional.empty(),
        a.suppressed() && known.map(Shift.Spell::muted).orElse(true));
    if (known.isEmpty()) spells = with(spells, now, s -> s.until().isPresent());
    else spells = spells.stream().map(s -> s == known.get() ? now : s).toList();
  }

  private void close(AlarmKey alarm, Instant at) {
    if (spells.stream().noneMatch(s -> s.alarm().equals(alarm) && s.until().isEmpty())) return;
    spells = spells.stream().map(s -> s.alarm().equals(alarm) && s.until().isEmpty() ? new Shift.Spell(s.alarm(),
        s.episode(), s.name(), s.priority(), s.since(), Optional.of(at.isBefore(s.since()) ? s.since() : at), s.muted()) : s)
        .toList();
  }

  private void sight(Draft d, Transition.Sight t) {
    Optional<Shift.Gap> open = gaps.stream().filter(g -> g.feed().equals(t.feed()) && g.to().isEmpty()).findFirst();
    String name = Optional.ofNullable(d.feeds.get(t.feed())).map(f -> f.name).orElse(t.feed());
    if (t.to() == Supervision.FRESH) {
      open.ifPresent(g -> replace(g, new Shift.Gap(g.feed(), g.name(), g.worst(), g.from(), Optional.of(t.at()), g.why())));
    } else if (open.isEmpty()) {
      gaps = with(gaps, new Shift.Gap(t.feed(), name, t.to(), t.at(), Optional.empty(), t.why()), g -> g.to().isPresent());
    } else if (t.to() == Supervision.LOST && open.get().worst() != Supervision.LOST) {
      Shift.Gap g = open.get();
      replace(g, new Shift.Gap(g.feed(), g.name(), Supervision.LOST, g.from(), Optional.empty(), t.why()));
    }
  }

  private void replace(Shift.Gap old, Shift.Gap now) {
    gaps = gaps.stream().map(g -> g == old ? now : g).toList();
  }

  /** Beyond the bound the oldest goes that may; what still stands stays, however many there are. */
  private <T> List<T> with(List<T> all, T one, Predicate<T> may) {
    List<T> next = new ArrayList<>(all);
    next.add(one);
    Optional<T> gone = next.size() <= KEPT ? Optional.empty() : all.stream().filter(may).findFirst();
    gone.ifPresent(next::remove);
    if (gone.isPresent()) left++;
    return List.copyOf(next);
  }

  void rebase(Duration by) {
    exercise = exercise.map(e -> e.rebase(by));
  }
}
