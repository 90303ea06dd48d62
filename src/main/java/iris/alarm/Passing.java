package iris.alarm;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Steps.Event;
import iris.signal.Priority;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What time alone does to a board, before and after each input. */
final class Passing {
  static final Duration GAP = Duration.ofSeconds(30);
  static final Duration DIVERGENCE = Duration.ofSeconds(60);

  private Passing() {}

  /** A board that was not asked for half a minute slept, or its clock stepped: it has seen nothing meanwhile. */
  static void gap(Draft d, Now before) {
    Duration mono = d.now.mono().minus(before.mono());
    Duration wall = Duration.between(before.wall(), d.now.wall());
    boolean slept = mono.compareTo(GAP) > 0 || mono.isNegative();
    boolean stepped = wall.minus(mono).abs().compareTo(DIVERGENCE) > 0;
    if (!slept && !stepped) return;
    d.scope.widen();
    if (mono.isNegative()) Restarting.rebase(d, mono);
    d.note("iris", stepped ? "alarm.note.clock-stepped" : "alarm.note.suspended", before.wall(), d.now.wall());
    d.feeds.values().forEach(f -> Supervising.suspend(d, f, stepped ? wall.abs() : mono.abs()));
  }

  /** Maintenance must have begun or ended before a document is judged by it. */
  static void begin(Draft d) {
    d.servicesWithin().forEach(s -> Maintaining.pass(d, s));
  }

  static void end(Draft d) {
    d.settle();
    d.feedsWithin().forEach(f -> Supervising.judge(d, f, false));
    Services.configure(d);
    Fallbacks.pass(d);
    d.servicesWithin().forEach(s -> service(d, s));
    for (AlarmDraft a : d.alarmsWithin()) {
      Flapping.pass(d, a);
      Muting.pass(d, a);
      Telling.repeat(d, a);
    }
    Exercising.pass(d);
    d.alarms.removeSeen(AlarmDraft::forgettable);
    if (d.silenceEnds.map(at -> at.compareTo(d.now.mono()) <= 0).orElse(false)
        || d.silencedUntil.map(at -> !at.isAfter(d.wall())).orElse(false)) {
      d.silenceEnds = Optional.empty();
      d.silencedUntil = Optional.empty();
    }
    Telling.flood(d);
    Restarting.summary(d);
    d.servicesWithin().forEach(s -> Drifting.pass(d, s));
    d.servicesWithin().forEach(s -> Showing.show(d, s));
    d.shift.learn(d);
    d.servicesWithin().forEach(s -> Contesting.pass(d, s));
  }

  private static void service(Draft d, ServiceDraft s) {
    Maintaining.pass(d, s);
    Incidents.forget(d, s);
    // An hour of grace, so that a map is not copied for each window that leaves it.
    if (!s.windows().isEmpty() && s.windows().firstKey().isBefore(d.wall().minus(Arriving.KEPT).minus(Flapping.HOUR)))
      s.forget(d.wall().minus(Arriving.KEPT));
    silent(d, s);
    escalate(d, s);
  }

  /** Scenario 7: the feed lives, and no longer speaks of this service. */
  private static void silent(Draft d, ServiceDraft s) {
    FeedDraft f = d.feeds.get(s.feed);
    if (f == null || f.period.isEmpty() || f.supervision != Supervision.FRESH) return;
    Instant newest = s.newest().map(j -> j.window().to()).orElse(s.first.wall());
    boolean fresh = !Services.silent(d, s, Supervising.late(d, f));
    boolean told = d.active(Kind.SERVICE_SILENT, s.key);
    if (Services.silent(d, s, Supervising.lost(d, f))) {
      if (!told) Alarming.hear(d, Kind.SERVICE_SILENT, s.key, Event.BAD, Evidence.stated(newest,
          d.active(Kind.OUTAGE, s.key) && s.configured ? Priority.P1 : Priority.P2, Reason.of("alarm.why.silent", newest)));
    } else if (fresh && told && s.newest().isPresent()) {
      Alarming.hear(d, Kind.SERVICE_SILENT, s.key, Event.RECOVERED,
          Evidence.stated(newest, Priority.P2, Reason.of("alarm.why.speaks-again", newest)));
    }
  }

  /** A service that came to be configured while it is down rings as what it is. */
  private static void escalate(Draft d, ServiceDraft s) {
    d.find(Kind.OUTAGE, s.key).filter(a -> s.configured && a.active() && a.priority != Priority.P1).ifPresent(a ->
        Alarming.hear(d, Kind.OUTAGE, s.key, Event.WORSE, Evidence.stated(d.wall(), Priority.P1, a.why)));
  }
}
