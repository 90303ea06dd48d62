package iris.alarm;

import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A shift while a step is decided: learns from what the step says. Lives inside one call of {@link Board#after}. */
final class ShiftDraft {
  /** What tells a reason that was not known before. */
  private static final Set<Call> NEWS = EnumSet.of(Call.RAISE, Call.ESCALATE, Call.FLAP_START, Call.ANEW);

  private static final int KEPT = 200;

  Instant since;
  Optional<Shift.Handed> handed;
  List<Alarm.Remark> notes;
  Optional<Shift.Checked> checked;
  Optional<Exercise> exercise;
  List<Exercise.Result> exercises;
  private Register<AlarmKey, Shift.Spell> spells;
  private Register<String, Shift.Gap> gaps;
  private int refused;
  private int left;
  private List<Shift.Ran> fallbacks;
  private final Shift before;

  ShiftDraft(Shift shift) {
    since = shift.since();
    handed = shift.handed();
    notes = shift.notes();
    checked = shift.checked();
    exercise = shift.exercise();
    exercises = shift.exercises();
    spells = shift.registered();
    gaps = shift.unseen();
    refused = shift.refused();
    left = shift.left();
    fallbacks = shift.fallbacks();
    before = shift;
  }

  Shift shift() {
    // Of registers that are others it is known that they differ, and thousands may stand in them.
    boolean others = spells != before.spells() || gaps != before.gaps();
    Shift shift = new Shift(since, handed, notes, checked, exercise, exercises, spells, gaps, refused, left,
        fallbacks);
    return !others && shift.equals(before) ? before : shift;
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
    spells = spells.atMost(0);
    gaps = gaps.atMost(0);
    fallbacks = fallbacks.stream().filter(f -> f.end().isEmpty()).toList();
    refused = 0;
    left = 0;
  }

  void learn(Draft d) {
    for (Transition t : List.copyOf(d.out)) {
      switch (t) {
        case Transition.Told told -> told(told);
        case Transition.Sight sight -> sight(d, sight);
        case Transition.Refused _ -> refused++;
        case Transition.Acted(var at, Act.Acknowledge a) ->
            taken(a.alarm(), Optional.of(new Alarm.Remark(at, a.author(), Operating.cut(a.reason()))));
        case Transition.Acted(var _, Act.Unacknowledge a) -> taken(a.alarm(), Optional.empty());
        case Transition.Switched s -> switched(d, s);
        // Ended without a word, as what nobody supervises any more: a word knows the true end.
        case Transition.Moved m when m.to() == Lifecycle.NORMAL && !cleared(d, m.alarm()) -> close(m.alarm(), m.at());
        default -> {}
      }
    }
    blame(d);
  }

  private void told(Transition.Told told) {
    Announcement a = told.announcement();
    if (a.alarm().kind() == AlarmKey.Kind.EXERCISE) return;
    if (a.call() == Call.CLEAR) close(a.alarm(), a.lasted().map(a.since()::plus).orElse(told.at()));
    if (a.call() == Call.CLEAR || a.call() == Call.FLAP_STOP) return;
    Optional<Shift.Spell> known = spells.standing(a.alarm());
    Shift.Story story = known.map(Shift.Spell::story).orElse(Shift.Story.UNKNOWN);
    boolean news = NEWS.contains(a.call());
    Shift.Spell now = new Shift.Spell(a.alarm(), a.episode(), a.subject(),
        known.map(Shift.Spell::priority).filter(p -> p.moreUrgentThan(a.priority())).orElse(a.priority()),
        known.map(Shift.Spell::since).orElse(a.since()), Optional.empty(),
        a.suppressed() && known.map(Shift.Spell::muted).orElse(true), news ? story.because(told.at(), a.why()) : story);
    spells = known.isEmpty() ? bounded(spells.with(now)) : spells.changed(now);
  }

  private static boolean cleared(Draft d, AlarmKey alarm) {
    return d.out.stream().anyMatch(t -> t instanceof Transition.Told told
        && told.announcement().call() == Call.CLEAR && told.announcement().alarm().equals(alarm));
  }

  private void close(AlarmKey alarm, Instant at) {
    spells.standing(alarm).ifPresent(s -> spells = spells.changed(s.ending(at)));
  }

  /** Of the newest: what is over may still be acknowledged. Who took it first stays, unless that is undone. */
  private void taken(AlarmKey alarm, Optional<Alarm.Remark> ack) {
    spells.reversed().stream().filter(s -> s.alarm().equals(alarm)).findFirst()
        .filter(s -> ack.isEmpty() || s.story().ack().isEmpty())
        .ifPresent(old -> spells = Shift.register(
            spells.stream().map(s -> s == old ? s.with(s.story().taken(ack)) : s).toList()));
  }

  /** The verdict comes and grows after the raise, and is gone at the end: the last one that found a fault is kept. */
  private void blame(Draft d) {
    for (AlarmKey alarm : d.moved(spells.standing())) {
      Shift.Spell s = spells.standing(alarm).orElseThrow();
      blamed(d, alarm).ifPresent(by ->
          spells = spells.changed(s.with(s.story().blaming(fault(by).or(s.story()::origin), by.contest))));
    }
  }

  private static Optional<OriginVerdict.Fault> fault(ServiceDraft service) {
    return Optional.of(service.origin.fault()).filter(f -> f != OriginVerdict.Fault.NORMAL);
  }

  private static Optional<ServiceDraft> blamed(Draft d, AlarmKey alarm) {
    return switch (alarm.kind()) {
      case OUTAGE, DEGRADED, SERVICE_SILENT -> Optional.ofNullable(d.services.get(alarm.subject()));
      case SUPERVISION_LOST -> d.servicesOf(alarm.subject()).findFirst();
      case TO_CLASSIFY, FALLBACK_ACTIVE, FALLBACK_FAILED, CONSOLE_FAULT, EXERCISE -> Optional.empty();
    };
  }

  private void switched(Draft d, Transition.Switched t) {
    Optional<Shift.Ran> open =
        fallbacks.stream().filter(f -> f.service().equals(t.service()) && f.end().isEmpty()).findFirst();
    Optional<Fallback.On> runs = t.to().running();
    if (runs.isPresent()) runs(d, t, open, runs.get());
    else if (t.to() instanceof Fallback.Off) open.ifPresent(f -> ended(f, ending(d, t)));
    else if (t.to() instanceof Fallback.Failed f && f.on()) failed(d, t, open, f);
  }

  /** One that was only found, and that somebody declares afterwards, is that person's. */
  private void runs(Draft d, Transition.Switched t, Optional<Shift.Ran> open, Fallback.On on) {
    Shift.Ran now = new Shift.Ran(t.service(), name(d, t.service()), open.map(Shift.Ran::on).orElse(on.since()),
        on.author(), on.reason(), Optional.empty());
    if (open.isEmpty()) fallbacks = with(fallbacks, now, f -> f.end().isPresent());
    else if (open.get().by().isEmpty()) fallbacks = fallbacks.stream().map(f -> f == open.get() ? now : f).toList();
  }

  private void failed(Draft d, Transition.Switched t, Optional<Shift.Ran> open, Fallback.Failed f) {
    Shift.End end = new Shift.End(t.at(), "", "", Optional.of(f.why()));
    Instant ordered = t.from() instanceof Fallback.SwitchingOn s ? s.since() : f.since();
    if (open.isPresent()) ended(open.get(), end);
    else fallbacks = with(fallbacks, new Shift.Ran(t.service(), name(d, t.service()), ordered, f.author(), f.reason(),
        Optional.of(end)), r -> r.end().isPresent());
  }

  private void ended(Shift.Ran open, Shift.End end) {
    fallbacks = fallbacks.stream().map(f -> f == open ? new Shift.Ran(f.service(), f.name(), f.on(), f.by(), f.why(),
        Optional.of(end)) : f).toList();
  }

  /** Who brought it back: by an order, by hand and declared, or nobody that is known. */
  private static Shift.End ending(Draft d, Transition.Switched t) {
    for (Transition other : d.out)
      if (other instanceof Transition.Acted(var _, Act.Fallback f) && f.service().equals(t.service()) && !f.active())
        return new Shift.End(t.at(), f.author(), f.reason(), Optional.empty());
    Optional<FallbackState.Attempt> back = Optional.ofNullable(d.fallbacks.get(t.service()))
        .flatMap(FallbackState::last).filter(a -> !a.on() && !(t.from() instanceof Fallback.On));
    return new Shift.End(t.at(), back.map(FallbackState.Attempt::author).orElse(""),
        back.map(FallbackState.Attempt::reason).orElse(""), Optional.empty());
  }

  private static String name(Draft d, String service) {
    return Telling.subject(d, new AlarmKey(AlarmKey.Kind.FALLBACK_ACTIVE, service));
  }

  private void sight(Draft d, Transition.Sight t) {
    Optional<Shift.Gap> open = gaps.standing(t.feed());
    String name = Optional.ofNullable(d.feeds.get(t.feed())).map(f -> f.name).orElse(t.feed());
    if (t.to() == Supervision.FRESH) {
      open.ifPresent(g ->
          gaps = gaps.changed(new Shift.Gap(g.feed(), g.name(), g.worst(), g.from(), Optional.of(t.at()), g.why())));
    } else if (open.isEmpty()) {
      gaps = bounded(gaps.with(new Shift.Gap(t.feed(), name, t.to(), t.at(), Optional.empty(), t.why())));
    } else if (t.to() == Supervision.LOST && open.get().worst() != Supervision.LOST) {
      Shift.Gap g = open.get();
      gaps = gaps.changed(new Shift.Gap(g.feed(), g.name(), Supervision.LOST, g.from(), Optional.empty(), t.why()));
    }
  }

  private <K, E> Register<K, E> bounded(Register<K, E> all) {
    Register<K, E> some = all.atMost(KEPT);
    left += all.size() - some.size();
    return some;
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
