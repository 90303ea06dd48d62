package iris.alarm;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Receipt.Classed;
import iris.alarm.Receipt.Proven;
import iris.alarm.Receipt.Rung;
import iris.alarm.Receipt.Standing;
import iris.signal.Incident;
import iris.signal.Proof;
import iris.signal.Reason;
import iris.signal.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes the receipt of one service, with the very functions that judged it. */
final class Proving {
  private static final int WINDOWS = 6;
  private final Draft d;
  private final FeedDraft f;
  private final ServiceDraft s;
  private final ServiceState state;
  private final Board board;
  private final List<Transition> log;

  Proving(Board board, ServiceState state, List<Transition> log) {
    this.board = board;
    this.state = state;
    this.log = log;
    d = new Draft(board, board.at(), Scope.everything());
    s = Objects.requireNonNull(d.services.get(state.key()));
    f = Objects.requireNonNull(d.feeds.get(state.feed()));
  }

  Receipt receipt() {
    List<Receipt.Weighed> windows = s.windows().descendingMap().values().stream().limit(WINDOWS)
        .map(j -> new Receipt.Weighed(j, Measuring.of(j, d.rules.of(s.key)))).toList();
    return new Receipt(s.key, s.feed, state.shown(), state.shownSince(), ladder(), alarms(), incidents(), windows,
        Comparing.of(s), new Moments(board, state, log).all());
  }

  private List<Rung> ladder() {
    Precedence won = Showing.ruled(d, f, s).by();
    List<Rung> rungs = new ArrayList<>();
    for (Precedence p : Precedence.values()) {
      Optional<Reason> why = applies(p);
      Standing standing = p == won ? Standing.WON : why.isPresent() ? Standing.OUTRANKED : Standing.IDLE;
      rungs.add(new Rung(p, standing, why.orElseGet(() -> Reason.of("alarm.ladder.none." + p))));
    }
    return rungs;
  }

  private Optional<Reason> applies(Precedence p) {
    return switch (p) {
      case SIGHT -> f.seen() ? Optional.empty()
          : Optional.of(f.why.orElse(Reason.of("alarm.ladder.unheard")));
      case OUT_OF_SERVICE -> s.outOfService.map(o -> muted("alarm.ladder.out-of-service", o));
      case MAINTENANCE -> s.maintenance.map(m -> muted("alarm.ladder.maintenance", m));
      case ALARM -> d.find(Kind.OUTAGE, s.key).filter(AlarmDraft::active)
          .or(() -> d.find(Kind.DEGRADED, s.key).filter(AlarmDraft::active)).map(a -> a.why);
      case DOUBT -> doubt();
      case SAID -> Optional.of(said());
    };
  }

  private static Reason muted(String key, Suppression by) {
    return Reason.of(key, by.author(), by.reason(), by.since());
  }

  private Optional<Reason> doubt() {
    if (f.seen() && f.supervision != Supervision.FRESH)
      return Optional.of(f.why.orElse(Reason.of("alarm.ladder.unheard")));
    return s.cases.values().stream().filter(Memory.Case::unclear).findFirst()
        .map(c -> Reason.of("alarm.remark.to-classify", c.incident().title()))
        .or(() -> d.find(Kind.TO_CLASSIFY, s.key).filter(AlarmDraft::active).map(a -> a.why));
  }

  private Reason said() {
    if (f.period.isEmpty()) {
      Optional<Incident> open = s.cases.values().stream().filter(c -> c.held() && c.incident().open())
          .map(Memory.Case::incident).findFirst();
      return open.map(i -> Reason.of("alarm.ladder.announced", i.title()))
          .orElseGet(() -> Reason.of("alarm.ladder.nothing-announced"));
    }
    return s.newest().map(this::figures).orElseGet(() -> Reason.of("alarm.ladder.no-window"));
  }

  /** Where the newest window does not speak for the present, the sentence says so: it is not what the tile shows. */
  private Reason figures(Judged newest) {
    Instant from = newest.window().from();
    Instant to = newest.window().to();
    if (Services.silent(d, s, Supervising.late(d, f))) return Reason.of("alarm.ladder.window-old", from, to);
    if (newest.verdict() == Verdict.DOWN && Showing.over(s, newest))
      return Reason.of("alarm.ladder.window-over", from, to, s.recovered.orElseThrow());
    return Reason.of("alarm.ladder.window." + newest.verdict(), from, to);
  }

  private List<Proven> alarms() {
    return d.alarms.values().stream()
        .filter(a -> a.key.subject().equals(s.key) && a.key.kind() != Kind.CONSOLE_FAULT
            && a.key.kind() != Kind.SUPERVISION_LOST
            || a.key.kind() == Kind.SUPERVISION_LOST && a.key.subject().equals(s.feed))
        .filter(a -> a.state != Lifecycle.NORMAL)
        .sorted(Comparator.comparing((AlarmDraft a) -> a.priority).thenComparing(a -> a.key.kind()))
        .map(a -> new Proven(a.alarm(), evidence(a), rule(a), counter(a))).toList();
  }

  /** The words that hold it open, and the newest window that speaks for it against its limits. */
  private List<Reason> evidence(AlarmDraft a) {
    List<Reason> say = new ArrayList<>();
    s.cases.values().stream().filter(c -> c.held() && c.incident().open() && Witnesses.raises(c.incident(), a.key.kind()))
        .forEach(c -> say.add(Reason.of("alarm.ladder.announced", c.incident().title())));
    Rules.ServiceRules rules = d.rules.of(s.key);
    Verdict bad = a.key.kind() == Kind.OUTAGE ? Verdict.DOWN : Verdict.DEGRADED;
    if (a.key.kind() == Kind.OUTAGE || a.key.kind() == Kind.DEGRADED)
      s.windows().descendingMap().values().stream().limit(WINDOWS).filter(j -> Arriving.raw(j, rules) == bad).findFirst()
          .ifPresent(j -> say.addAll(Measuring.of(j, rules)));
    return say;
  }

  private Reason rule(AlarmDraft a) {
    Rules.ServiceRules rules = d.rules.of(s.key);
    // Without windows it can only have been announced.
    boolean held = Witnesses.holds(s, a.key.kind()) || s.windows().isEmpty();
    return switch (a.key.kind()) {
      case OUTAGE -> held ? Reason.of("alarm.rule.outage-announced")
          : Reason.of("alarm.rule.outage-figures", rules.downBelow());
      case DEGRADED -> held ? Reason.of("alarm.rule.degraded-announced")
          : Reason.of("alarm.rule.degraded-figures", rules.ratioLimit());
      case SUPERVISION_LOST -> Reason.of("alarm.rule.sight");
      case SERVICE_SILENT -> Reason.of("alarm.rule.silent");
      case TO_CLASSIFY -> Reason.of("alarm.rule.to-classify");
      case FALLBACK_ACTIVE -> Reason.of("alarm.rule.fallback");
      case FALLBACK_FAILED -> Reason.of("alarm.rule.fallback-failed");
      case EXERCISE -> Reason.of("alarm.rule.exercise");
      case CONSOLE_FAULT -> Reason.of("alarm.rule.fault");
    };
  }

  private Optional<Reason> counter(AlarmDraft a) {
    Steps.Rule rule = Alarming.rule(a.key.kind());
    return switch (a.state) {
      case PENDING -> Optional.of(Reason.of("alarm.counter.on", a.count, rule.on()));
      case CLEARING_UNACKED, CLEARING_ACKED -> Optional.of(Reason.of("alarm.counter.off", a.count, rule.off()));
      case UNACKED, ACKED -> Witnesses.holds(s, a.key.kind()) ? Optional.of(Reason.of("alarm.counter.held"))
          : rule.off() > 1 ? Optional.of(Reason.of("alarm.counter.off", 0, rule.off())) : Optional.empty();
      case NORMAL, RETURNED_UNACKED, LATCHED_UNACKED, LATCHED_ACKED -> Optional.empty();
    };
  }

  private List<Classed> incidents() {
    return s.cases.values().stream().filter(c -> c.incident().open() || c.done().isEmpty() || !Incidents.old(d, c))
        .sorted(Comparator.comparing((Memory.Case c) -> !c.incident().open()))
        .map(c -> new Classed(c.incident(), c.told(), because(c), c.held())).toList();
  }

  private List<Reason> because(Memory.Case c) {
    List<Reason> say = new ArrayList<>();
    d.rulings.behind(c.incident()).ifPresent(r -> {
      say.add(Reason.of("alarm.class.desk", r.id(), r.author(), r.at(), r.criterion().words(), r.reason()));
      say.add(Reason.of("alarm.class.told." + c.told().kind()));
    });
    c.aside().ifPresent(by -> say.add(Reason.of("alarm.class.aside", by.author(), by.at(), by.text())));
    say.add(Reason.of("alarm.class." + c.told().rule()));
    for (Proof.Ground g : c.told().proof().grounds())
      say.add(Reason.of("alarm.ground." + g.of() + "." + g.place(), g.words()));
    return say;
  }
}
