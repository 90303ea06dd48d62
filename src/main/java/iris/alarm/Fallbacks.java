package iris.alarm;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.FallbackState.Attempt;
import iris.alarm.Steps.Event;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The internal fallback: what operators order and declare, what the runner of the plan and the status check report. The
 * board never orders anything by itself: one act, one attempt.
 */
final class Fallbacks {
  /** Beyond the plan's own time: who runs it has ended and only its report is still under way. */
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final Duration USUAL_PATIENCE = Duration.ofMinutes(5);

  private Fallbacks() {}

  /** Of a board that was written down before fallbacks had a state of their own. */
  static Map<String, FallbackState> ofServices(Map<String, ServiceState> services) {
    Map<String, FallbackState> all = new LinkedHashMap<>();
    services.forEach((key, s) -> s.fallback().ifPresent(f -> all.put(key, new FallbackState(
        new Fallback.On(f.since(), f.author(), f.reason(), false), Optional.empty(), Optional.empty()))));
    return all;
  }

  static boolean about(AlarmKey key) {
    return key.kind() == Kind.FALLBACK_ACTIVE || key.kind() == Kind.FALLBACK_FAILED;
  }

  /** As often as the plan wants it, whoever acknowledged it: what runs for long is forgotten. */
  static Optional<Duration> again(Draft d, AlarmDraft a) {
    return a.active() ? Optional.of(d.rules.fallback(a.key.subject()).map(Rules.FallbackRules::remind)
        .orElse(Rules.FallbackRules.REMIND)) : Optional.empty();
  }

  static Optional<Reason> order(Draft d, Act.SwitchFallback act) {
    FallbackState s = of(d, act.service());
    Optional<Rules.FallbackRules> plan = d.rules.fallback(act.service());
    if (plan.filter(p -> act.on() ? p.on() : p.off()).isEmpty())
      return no(act.on() ? "alarm.refused.no-plan-on" : "alarm.refused.no-plan-off");
    if (act.reason().isBlank()) return no("alarm.refused.no-reason");
    Optional<Reason> not = not(s.now(), act.on());
    if (not.isPresent()) return not;
    // As the journal keeps it: a board that is replayed must know its attempts by the same name.
    Instant at = d.wall().truncatedTo(ChronoUnit.MILLIS);
    d.fallbacks.put(act.service(), s.trying(
        new Attempt(act.on(), at, act.author(), act.reason(), act.ticked(), List.of(), List.of())));
    enter(d, act.service(), act.on() ? new Fallback.SwitchingOn(at, act.author(), act.reason(), s.now().running())
        : new Fallback.SwitchingOff(at, act.author(), act.reason(), s.now().running()), Reason.of("alarm.why.nothing"));
    return Optional.empty();
  }

  static Optional<Reason> declare(Draft d, Act.Fallback act) {
    boolean known = d.services.containsKey(act.service()) || d.fallbacks.containsKey(act.service())
        || d.rules.fallback(act.service()).isPresent();
    if (!known) return no("alarm.refused.no-such-service", act.service());
    Fallback now = of(d, act.service()).now();
    Optional<Reason> not = not(now, act.active());
    if (not.isPresent()) return not;
    Reason why = Reason.of(act.active() ? "alarm.why.fallback" : "alarm.why.fallback-over", act.author(), act.reason());
    enter(d, act.service(), act.active() ? new Fallback.On(d.wall(), act.author(), act.reason(), false) : Fallback.OFF, why);
    return Optional.empty();
  }

  /** Why it cannot be brought there from where it stands. One that was only found may still be declared. */
  private static Optional<Reason> not(Fallback now, boolean on) {
    return switch (now) {
      case Fallback.SwitchingOn s -> no("alarm.refused.fallback-switching", s.author(), s.since());
      case Fallback.SwitchingOff s -> no("alarm.refused.fallback-switching", s.author(), s.since());
      case Fallback.On o when on && !o.found() -> no("alarm.refused.fallback-runs");
      case Fallback.Off _ when !on -> no("alarm.refused.no-fallback");
      case Fallback.Off _, Fallback.On _, Fallback.Failed _, Fallback.Unknown _ -> Optional.empty();
    };
  }

  /** From who runs the plan. Of an attempt that nobody waits for any more only the step is kept. */
  static void progress(Draft d, Report.Switching r) {
    FallbackState s = of(d, r.service());
    Optional<Attempt> ours = s.last().filter(a -> a.order().equals(r.order()) && !a.ended());
    if (ours.isEmpty()) {
      d.note(r.service(), "alarm.note.fallback-late", r.order());
      return;
    }
    Attempt a = ours.get().with(new FallbackState.Step(d.wall(), r.stage(), r.what()), r.output());
    d.fallbacks.put(r.service(), s.trying(a));
    d.concern(r.service());
    // Somebody may have declared meanwhile what is true: a late answer does not know better.
    boolean waiting = s.now().switching() || s.now() instanceof Fallback.Unknown;
    if (r.stage().last() && waiting) outcome(d, r, a, s.now().running());
  }

  private static void outcome(Draft d, Report.Switching r, Attempt a, Optional<Fallback.On> was) {
    boolean verified = r.stage() == Report.Switching.Stage.VERIFIED;
    Fallback.On on = new Fallback.On(d.wall(), a.author(), a.reason(), verified);
    switch (r.stage()) {
      case DONE, VERIFIED -> enter(d, r.service(), a.on() ? on : Fallback.OFF,
          Reason.of(a.on() ? "alarm.why.fallback" : "alarm.why.fallback-over", a.author(), a.reason()));
      case UNVERIFIED -> enter(d, r.service(), new Fallback.Unknown(d.wall(), r.what(), a.on() ? Optional.of(on) : was), r.what());
      case FAILED -> enter(d, r.service(),
          new Fallback.Failed(a.on(), d.wall(), a.author(), a.reason(), r.what(), r.known(), was), r.what());
      case STARTED, ANSWERED -> throw new IllegalStateException(r.stage() + " ends nothing");
    }
  }

  static void see(Draft d, Report.FallbackSeen r) {
    FallbackState s = of(d, r.service()).seeing(d.wall(), r.sight(), r.why());
    d.fallbacks.put(r.service(), s);
    d.concern(r.service());
    FallbackChecking.judge(s, d.wall()).ifPresent(j -> {
      if (j.loud()) enter(d, r.service(), j.to(), j.why());
      else d.fallbacks.put(r.service(), new FallbackState(j.to(), s.last(), s.seen()));
    });
  }

  /** Nobody waits for ever: who runs the plan ended long ago and said nothing. */
  static void pass(Draft d) {
    for (String service : List.copyOf(d.fallbacks.keySet())) {
      Fallback now = of(d, service).now();
      if (now.switching()) since(now).filter(at -> overdue(d, service, at)).ifPresent(at -> {
        Reason why = Reason.of("alarm.fallback.no-report", at);
        enter(d, service, new Fallback.Unknown(d.wall(), why, now.running()), why);
      });
    }
    d.servicesWithin().forEach(s -> s.fallback = shown(d, s.key));
  }

  private static boolean overdue(Draft d, String service, Instant at) {
    Duration patience = d.rules.fallback(service).map(Rules.FallbackRules::patience).orElse(USUAL_PATIENCE).plus(GRACE);
    return Duration.between(at, d.wall()).abs().compareTo(patience) > 0;
  }

  private static Optional<Instant> since(Fallback now) {
    return switch (now) {
      case Fallback.SwitchingOn s -> Optional.of(s.since());
      case Fallback.SwitchingOff s -> Optional.of(s.since());
      case Fallback.Off _, Fallback.On _, Fallback.Failed _, Fallback.Unknown _ -> Optional.empty();
    };
  }

  private static Optional<Suppression> shown(Draft d, String service) {
    return of(d, service).now().running().map(on -> new Suppression(
        Suppression.Kind.OUT_OF_SERVICE, on.author(), on.reason(), on.since(), Optional.empty()));
  }

  /** What a tile must say of a fallback that neither rests nor simply runs. */
  static Optional<Reason> remark(Draft d, String service) {
    return switch (of(d, service).now()) {
      case Fallback.Off _, Fallback.On _ -> Optional.empty();
      case Fallback.SwitchingOn s -> Optional.of(Reason.of("alarm.remark.fallback-switching-on", s.since()));
      case Fallback.SwitchingOff s -> Optional.of(Reason.of("alarm.remark.fallback-switching-off", s.since()));
      case Fallback.Failed f -> Optional.of(
          Reason.of(f.on() ? "alarm.remark.fallback-failed-on" : "alarm.remark.fallback-failed-off", f.since()));
      case Fallback.Unknown u -> Optional.of(Reason.of("alarm.remark.fallback-unknown", u.since()));
    };
  }

  /** The program stopped while a plan was run. Nobody knows how far it came, and it is not run a second time. */
  static void interrupted(Draft d) {
    for (String service : List.copyOf(d.fallbacks.keySet())) {
      Fallback now = of(d, service).now();
      if (!now.switching()) continue;
      Reason why = Reason.of(now instanceof Fallback.SwitchingOn ? "alarm.fallback.interrupted-on"
          : "alarm.fallback.interrupted-off", since(now).orElseThrow());
      enter(d, service, new Fallback.Unknown(d.wall(), why, now.running()), why);
    }
  }

  private static FallbackState of(Draft d, String service) {
    return d.fallbacks.getOrDefault(service, FallbackState.NEVER);
  }

  private static void enter(Draft d, String service, Fallback to, Reason why) {
    FallbackState s = of(d, service);
    Fallback from = s.now();
    d.fallbacks.put(service, s.in(to));
    d.concern(service);
    d.say(new Transition.Switched(d.wall(), service, from, to));
    switch (to) {
      case Fallback.On _ -> {
        Alarming.hear(d, Kind.FALLBACK_ACTIVE, service, Event.BAD, Evidence.stated(d.wall(), Priority.P3, why));
        Alarming.hear(d, Kind.FALLBACK_FAILED, service, Event.RECOVERED, Evidence.stated(d.wall(), Priority.P2, why));
      }
      case Fallback.Off _ -> {
        Alarming.hear(d, Kind.FALLBACK_ACTIVE, service, Event.RECOVERED, Evidence.stated(d.wall(), Priority.P3, why));
        Alarming.hear(d, Kind.FALLBACK_FAILED, service, Event.RECOVERED, Evidence.stated(d.wall(), Priority.P2, why));
      }
      case Fallback.Failed _, Fallback.Unknown _ -> alert(d, service, why);
      // Somebody deals with it; how it ends is told when it ends.
      case Fallback.SwitchingOn _, Fallback.SwitchingOff _ -> {}
    }
  }

  /** Loud each time: who acknowledged the failure before has not heard of this one. */
  private static void alert(Draft d, String service, Reason why) {
    boolean stood = d.active(Kind.FALLBACK_FAILED, service);
    Alarming.hear(d, Kind.FALLBACK_FAILED, service, Event.BAD, Evidence.stated(d.wall(), Priority.P2, why));
    if (!stood) return;
    AlarmDraft a = d.alarm(Kind.FALLBACK_FAILED, service);
    if (a.state == Lifecycle.ACKED) Alarming.move(d, a, Lifecycle.UNACKED, why);
    a.ack = Optional.empty();
    d.silencedUntil = Optional.empty();
    d.silenceEnds = Optional.empty();
    Telling.tell(d, a, Call.ANEW, why);
  }

  private static Optional<Reason> no(String key, Object... args) {
    return Optional.of(Reason.of(key, args));
  }
}
