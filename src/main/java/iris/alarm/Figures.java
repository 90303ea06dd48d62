package iris.alarm;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Steps.Event;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Instant;
import java.util.Optional;

/** The second witness: what the windows say to the alarms of their service. */
final class Figures {
  private Figures() {}

  /** {@code held}: within this document the provider still held an incident open when the window was measured. */
  static void weigh(Draft d, FeedDraft f, ServiceDraft s, Kind kind, Arrival arrival, boolean held) {
    Judged j = arrival.judged();
    Verdict v = Arriving.raw(j, d.rules.of(s.key));
    boolean holds = held || Witnesses.holds(s, kind);
    Event event = kind == Kind.OUTAGE ? outage(v, holds) : degraded(d, s, j, v, holds);
    if (event == Event.BAD && before(kind == Kind.OUTAGE ? s.recovered : s.degradationOver, j)) return;
    if (event != Event.BAD && d.find(kind, s.key).isEmpty()) return;
    Window w = j.window();
    Instant now = d.wall();
    Instant at = event == Event.BAD ? runStart(d, s, kind, w.from()) : goodStart(d, s, kind, w.from());
    Priority p = kind == Kind.OUTAGE && s.configured ? Priority.P1 : Priority.P2;
    Evidence e = new Evidence(at.isAfter(now) ? now : at, p, why(kind, event, w), w.length());
    if (arrival.twice() && kind == Kind.DEGRADED && event == Event.BAD && !d.active(kind, s.key))
      Alarming.hear(d, kind, s.key, event, e);
    Alarming.hear(d, kind, s.key, event, e);
    if (kind == Kind.OUTAGE && !d.active(kind, s.key)) s.unconfirmed = Optional.empty();
  }

  /** The window began before the end that was announced and confirmed: it belongs to what is over. */
  private static boolean before(Optional<Instant> over, Judged j) {
    return over.map(at -> j.window().from().isBefore(at)).orElse(false);
  }

  private static Event outage(Verdict v, boolean holds) {
    return switch (v) {
      case DOWN -> Event.BAD;
      case UP, DEGRADED -> holds ? Event.UNKNOWN : Event.GOOD;
      case UNKNOWN, MAINTENANCE -> Event.UNKNOWN;
    };
  }

  /** A window that is down says nothing of a degradation: the outage speaks for it. */
  private static Event degraded(Draft d, ServiceDraft s, Judged j, Verdict v, boolean holds) {
    if (v == Verdict.DEGRADED) return Event.BAD;
    boolean good = v == Verdict.UP && !holds && Judging.clearlyGood(j.window(), d.rules.of(s.key));
    return good ? Event.GOOD : Event.UNKNOWN;
  }

  /** Any window since {@code at} that says the contrary. */
  static boolean contradict(Draft d, ServiceDraft s, Kind kind, Instant at) {
    return s.windows().tailMap(at, true).values().stream().map(j -> Arriving.raw(j, d.rules.of(s.key)))
        .anyMatch(v -> v == Verdict.DOWN || kind == Kind.DEGRADED && v == Verdict.DEGRADED);
  }

  /** The newest window that is known is bad: figures alone hold the alarm up. */
  static boolean stand(Draft d, ServiceDraft s, Kind kind) {
    return s.windows().descendingMap().values().stream().map(j -> Arriving.raw(j, d.rules.of(s.key)))
        .filter(Verdict::known).findFirst().map(v -> bad(kind, v)).orElse(false) && kind != Kind.TO_CLASSIFY;
  }

  private static boolean bad(Kind kind, Verdict v) {
    return kind == Kind.OUTAGE ? v == Verdict.DOWN : v == Verdict.DEGRADED || v == Verdict.DOWN;
  }

  /** Start of the run of bad windows that {@code from} ends; unknown windows inside belong to it. */
  private static Instant runStart(Draft d, ServiceDraft s, Kind kind, Instant from) {
    Optional<Instant> over = kind == Kind.OUTAGE ? s.recovered : s.degradationOver;
    Instant start = from;
    for (Judged j : s.windows().headMap(from, false).descendingMap().values()) {
      Verdict v = Arriving.raw(j, d.rules.of(s.key));
      if (before(over, j) || v.known() && !bad(kind, v)) break;
      if (v == (kind == Kind.OUTAGE ? Verdict.DOWN : Verdict.DEGRADED)) start = j.window().from();
    }
    return start;
  }

  /** Start of the run of good windows that {@code from} ends. */
  private static Instant goodStart(Draft d, ServiceDraft s, Kind kind, Instant from) {
    Instant start = from;
    for (Judged j : s.windows().headMap(from, false).descendingMap().values()) {
      Verdict v = Arriving.raw(j, d.rules.of(s.key));
      if (bad(kind, v)) break;
      if (v.known()) start = j.window().from();
    }
    return start;
  }

  private static Reason why(Kind kind, Event event, Window w) {
    if (event == Event.GOOD) return Reason.of("alarm.why.figures-good", w.from());
    if (event != Event.BAD) return Reason.of("alarm.why.figures-unknown", w.from());
    return Reason.of(kind == Kind.OUTAGE ? "alarm.why.figures-down" : "alarm.why.figures-degraded", w.from(), w.total(),
        w.failed());
  }
}
