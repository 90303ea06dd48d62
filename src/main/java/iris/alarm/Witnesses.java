package iris.alarm;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Steps.Event;
import iris.signal.Incident;
import iris.signal.Priority;
import iris.signal.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Section 2: announced incidents and figures are two witnesses. An opening raises at once; a return ends it at once if
 * no window since contradicts; good figures alone never end what the provider holds open; bad figures raise alone.
 */
final class Witnesses {
  private Witnesses() {}

  static void weigh(Draft d, FeedDraft f, ServiceDraft s, Turn turn) {
    weigh(d, f, s, turn, Kind.OUTAGE, Incident.Kind.OUTAGE);
    weigh(d, f, s, turn, Kind.DEGRADED, Incident.Kind.DEGRADATION);
    weigh(d, f, s, new Turn(turn.before(), turn.first(), List.of()), Kind.TO_CLASSIFY, Incident.Kind.UNCLASSIFIED);
  }

  private static void weigh(Draft d, FeedDraft f, ServiceDraft s, Turn turn, Kind kind, Incident.Kind spoken) {
    opened(d, f, s, turn, kind, spoken);
    Optional<Instant> end = ended(d, s, turn, kind, spoken);
    for (Arrival a : turn.arrivals())
      if (end.isEmpty() || a.judged().window().from().isBefore(end.get())) Figures.weigh(d, f, s, kind, a, end.isPresent());
    end.ifPresent(at -> recover(d, s, turn, kind, spoken, at));
    if (end.isPresent())
      for (Arrival a : turn.arrivals())
        if (!a.judged().window().from().isBefore(end.get())) Figures.weigh(d, f, s, kind, a, false);
  }

  private static void opened(Draft d, FeedDraft f, ServiceDraft s, Turn turn, Kind kind, Incident.Kind spoken) {
    List<Memory.Case> news = s.cases.values().stream()
        .filter(c -> rings(c, spoken) && !rangBefore(turn, c.incident().id(), spoken)).toList();
    if (news.isEmpty()) return;
    boolean another = d.active(kind, s.key) && turn.before().values().stream().anyMatch(c -> c.held()
        && c.incident().open() && c.incident().kind() == spoken)
        && news.stream().anyMatch(c -> !turn.before().containsKey(c.incident().id()) && unlike(turn, c, spoken));
    Memory.Case first =
        news.stream().min(Comparator.comparing(c -> c.incident().opened().orElse(d.wall()))).orElseThrow();
    Instant at = first.incident().opened().filter(o -> o.isBefore(d.wall())).orElse(d.wall());
    // Beside figures an unclear announcement is not the only witness: one chime, not a horn.
    boolean minor = kind == Kind.TO_CLASSIFY && f.period.isPresent();
    Priority p = kind == Kind.OUTAGE && s.configured ? Priority.P1 : minor ? Priority.P3 : Priority.P2;
    Reason why = d.rulings.behind(first.incident())
        .map(r -> Reason.of("alarm.why.ruled", r.id(), r.author(), first.incident().title()))
        .or(() -> Classifying.ruled(d, turn, first))
        .orElseGet(() -> Reason.of(word(spoken), first.incident().title()));
    Alarming.hear(d, kind, s.key, Event.BAD, Evidence.stated(at, p, why));
    if (another) again(d, d.alarm(kind, s.key), first.incident());
  }

  /** Of announcements to classify those with the same words but for their figures ring once. */
  private static boolean unlike(Turn turn, Memory.Case c, Incident.Kind spoken) {
    if (spoken != Incident.Kind.UNCLASSIFIED) return true;
    List<String> words = Criterion.kindOf(c.incident().title());
    return turn.before().values().stream().filter(b -> b.incident().kind() == spoken)
        .noneMatch(b -> Criterion.kindOf(b.incident().title()).equals(words));
  }

  /** Somebody acknowledged another incident than this one. */
  private static void again(Draft d, AlarmDraft a, Incident i) {
    Reason why = Reason.of("alarm.why.another", i.title());
    if (a.state == Lifecycle.ACKED) Alarming.move(d, a, Lifecycle.UNACKED, why);
    if (a.state == Lifecycle.CLEARING_ACKED) Alarming.move(d, a, Lifecycle.UNACKED, why);
    a.count = 0;
    a.ack = Optional.empty();
    a.why = why;
    d.silencedUntil = Optional.empty();
    d.silenceEnds = Optional.empty();
    Telling.tell(d, a, Transition.Announcement.Call.ANEW, why);
  }

  /** When the last incident of this kind was said to be over; empty while one is open, or nothing was said. */
  private static Optional<Instant> ended(Draft d, ServiceDraft s, Turn turn, Kind kind, Incident.Kind spoken) {
    if (holds(s, kind) || !d.active(kind, s.key) && !d.find(kind, s.key).map(a -> a.state == Lifecycle.PENDING).orElse(false))
      return Optional.empty();
    if (lost(d, s, spoken)) return Optional.empty();
    Instant since = d.find(kind, s.key).flatMap(a -> a.since).orElse(d.wall());
    return s.cases.values().stream().flatMap(c -> end(d, turn, c, spoken, since).stream()).max(Comparator.naturalOrder())
        .or(() -> silent(d, s) && s.newest().isEmpty() ? unfounded(d, s, kind, since) : Optional.empty());
  }

  /** One vanished from a page without figures: nothing there will say that it is over. */
  static boolean lost(Draft d, ServiceDraft s, Incident.Kind spoken) {
    return silent(d, s) && s.cases.values().stream()
        .anyMatch(c -> c.vanished() && c.aside().isEmpty() && c.incident().kind() == spoken);
  }

  /** Its feed has no figures. */
  private static boolean silent(Draft d, ServiceDraft s) {
    return Optional.ofNullable(d.feeds.get(s.feed)).map(f -> f.period.isEmpty()).orElse(true);
  }

  /**
   * The incident behind it became another kind or was closed under a worse one, whose end is therefore its end as well:
   * on a page without figures no second witness would ever say so.
   */
  private static Optional<Instant> unfounded(Draft d, ServiceDraft s, Kind kind, Instant since) {
    if (d.find(kind, s.key).filter(a -> a.active() && !a.flapping).isEmpty()) return Optional.empty();
    Instant end = s.cases.values().stream().map(Memory.Case::incident)
        .filter(i -> i.kind() == Incident.Kind.OUTAGE || i.kind() == Incident.Kind.DEGRADATION)
        .flatMap(i -> i.closed().stream()).max(Comparator.naturalOrder()).orElse(d.wall());
    if (end.isAfter(d.wall())) end = d.wall();
    return Optional.of(end.isBefore(since) ? since : end);
  }

  private static Optional<Instant> end(Draft d, Turn turn, Memory.Case c, Incident.Kind spoken, Instant since) {
    Incident i = c.incident();
    Memory.Case before = turn.before().get(i.id());
    Instant at = i.kind() == spoken ? i.closed().orElse(d.wall()) : d.wall();
    if (at.isAfter(d.wall())) at = d.wall();
    // One that opened and closed between two polls: its end is the alarm's only if the alarm began before it.
    if (before == null) return !i.open() && i.kind() == spoken && !turn.first() && !at.isBefore(since)
        ? Optional.of(at) : Optional.empty();
    boolean wasOpen = before.incident().open() && before.incident().kind() == spoken;
    if (!wasOpen || i.open() && i.kind() == spoken) return Optional.empty();
    return Optional.of(at.isBefore(since) ? since : at);
  }

  private static void recover(Draft d, ServiceDraft s, Turn turn, Kind kind, Incident.Kind spoken, Instant at) {
    Optional<Reason> ruled = ruled(d, s, turn, spoken);
    if (ruled.isPresent()) {
      // A person's rule is about words: what was measured goes on as if nobody had announced anything.
      if (!Figures.stand(d, s, kind))
        Alarming.hear(d, kind, s.key, Event.RECOVERED, Evidence.stated(d.wall(), Priority.P2, ruled.get()));
      return;
    }
    if (Figures.contradict(d, s, kind, at)) {
      if (kind == Kind.OUTAGE) s.unconfirmed = Optional.of(at);
      return;
    }
    if (kind == Kind.OUTAGE) s.recovered = Optional.of(at);
    if (kind == Kind.DEGRADED) s.degradationOver = Optional.of(at);
    Alarming.hear(d, kind, s.key, Event.RECOVERED,
        Evidence.stated(at, Priority.P2, Reason.of("alarm.why.recovered", at)));
  }

  /** All that ended here ended by a rule of ours, or by its being taken back: nobody announced a return. */
  private static Optional<Reason> ruled(Draft d, ServiceDraft s, Turn turn, Incident.Kind spoken) {
    List<Optional<Reason>> ends = s.cases.values().stream()
        .filter(c -> openBefore(turn, c.incident().id(), spoken)
            && !(c.incident().open() && c.incident().kind() == spoken))
        .map(c -> Classifying.ruled(d, turn, c)).toList();
    return ends.stream().allMatch(Optional::isPresent) ? ends.stream().flatMap(Optional::stream).findFirst()
        : Optional.empty();
  }

  /** The provider holds it open: good figures do not end it. An open outage holds a degradation as well. */
  static boolean holds(ServiceDraft s, Kind kind) {
    return holds(s.cases.values(), kind);
  }

  static boolean holds(Collection<Memory.Case> cases, Kind kind) {
    return switch (kind) {
      case OUTAGE -> open(cases, Incident.Kind.OUTAGE);
      case DEGRADED -> open(cases, Incident.Kind.DEGRADATION) || open(cases, Incident.Kind.OUTAGE);
      case TO_CLASSIFY -> open(cases, Incident.Kind.UNCLASSIFIED);
      case SUPERVISION_LOST, SERVICE_SILENT, FALLBACK_ACTIVE, FALLBACK_FAILED, CONSOLE_FAULT, EXERCISE -> false;
    };
  }

  private static boolean open(Collection<Memory.Case> cases, Incident.Kind kind) {
    return cases.stream().anyMatch(c -> rings(c, kind));
  }

  static boolean raises(Incident i, Kind kind) {
    return switch (i.kind()) {
      case OUTAGE -> kind == Kind.OUTAGE;
      case DEGRADATION -> kind == Kind.DEGRADED;
      case UNCLASSIFIED -> kind == Kind.TO_CLASSIFY;
      case MAINTENANCE, NOTICE -> false;
    };
  }

  private static boolean openBefore(Turn turn, String id, Incident.Kind spoken) {
    Memory.Case c = turn.before().get(id);
    return c != null && c.held() && c.incident().open() && c.incident().kind() == spoken;
  }

  private static boolean rangBefore(Turn turn, String id, Incident.Kind spoken) {
    Memory.Case c = turn.before().get(id);
    return c != null && rings(c, spoken);
  }

  private static boolean rings(Memory.Case c, Incident.Kind kind) {
    return c.held() && c.incident().open() && c.incident().kind() == kind && c.aside().isEmpty();
  }

  private static String word(Incident.Kind kind) {
    return kind == Incident.Kind.OUTAGE ? "alarm.why.outage"
        : kind == Incident.Kind.DEGRADATION ? "alarm.why.degradation" : "alarm.why.unclassified";
  }
}
