package iris.alarm;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Steps.Event;
import iris.signal.Reason;
import iris.signal.Report;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What only a person can end. Latched alarms; and those whose end nothing will ever tell: the incident vanished from a
 * page without figures, the service is no longer spoken of, the part of the console is no longer there. All of them only
 * after somebody acknowledged them, and never what is still said to stand.
 */
final class Resetting {
  private Resetting() {}

  static Optional<Reason> reset(Draft d, AlarmDraft a) {
    ServiceDraft s = d.services.get(a.key.subject());
    boolean orphan = s == null ? orphan(a.key, List.of(), true, faulty(d, a.key.subject()))
        : orphan(a.key, s.cases.values(), !s.windows().isEmpty(), faulty(d, a.key.subject()));
    boolean acked = a.state == Lifecycle.ACKED || a.state == Lifecycle.CLEARING_ACKED;
    if (acked && orphan) return a.key.kind() == Kind.SERVICE_SILENT ? letGo(d, a.key.subject()) : over(d, a);
    Steps.Say said = Alarming.act(d, a, Event.RESET, Reason.of("alarm.why.reset"));
    if (said != Steps.Say.IGNORED && a.state == Lifecycle.NORMAL) return Optional.empty();
    boolean first = a.state == Lifecycle.LATCHED_UNACKED || orphan;
    return no(first ? "alarm.refused.acknowledge-first" : "alarm.refused.not-over");
  }

  static boolean may(Board b, AlarmKey key) {
    Alarm a = b.alarms().get(key);
    if (a == null) return false;
    ServiceState s = b.services().get(key.subject());
    Memory.OfService m = b.memory().services().get(key.subject());
    // Who asks for each of a thousand alarms must not ask each of a thousand feeds every time.
    boolean faulty = key.kind() == Kind.CONSOLE_FAULT && faulty(b, key.subject());
    boolean orphan = s == null || m == null ? orphan(key, List.of(), true, faulty)
        : orphan(key, m.cases().values(), !s.windows().isEmpty(), faulty);
    boolean acked = a.state() == Lifecycle.ACKED || a.state() == Lifecycle.CLEARING_ACKED;
    return a.state() == Lifecycle.LATCHED_ACKED || acked && orphan;
  }

  /**
   * @param figures the service has windows, which will end the alarm
   * @param faulty the part of the console that it is about is still said to fail
   */
  private static boolean orphan(AlarmKey key, Collection<Memory.Case> cases, boolean figures, boolean faulty) {
    return switch (key.kind()) {
      case OUTAGE, DEGRADED, TO_CLASSIFY ->
          !Witnesses.holds(cases, key.kind()) && (!figures || cases.stream().anyMatch(Memory.Case::vanished));
      case SERVICE_SILENT -> true;
      case CONSOLE_FAULT -> !faulty;
      case SUPERVISION_LOST, FALLBACK_ACTIVE, FALLBACK_FAILED, EXERCISE -> false;
    };
  }

  private static boolean faulty(Draft d, String part) {
    return unwell(d.health, part)
        || d.feeds.values().stream().anyMatch(f -> Console.accuses(f.id, f.contact, f.notices, part));
  }

  private static boolean faulty(Board b, String part) {
    return unwell(b.health(), part) || b.feeds().values().stream().anyMatch(f -> Console.accuses(f.id(), f.contact(),
        Optional.ofNullable(b.memory().feeds().get(f.id())).map(Memory.OfFeed::notices).orElse(Set.of()), part));
  }

  private static boolean unwell(Map<String, Report.Health> health, String part) {
    return Optional.ofNullable(health.get(part)).map(h -> !h.well()).orElse(false);
  }

  private static Optional<Reason> over(Draft d, AlarmDraft a) {
    Alarming.act(d, a, Event.RECOVERED, Reason.of("alarm.why.operator-over"));
    if (a.state == Lifecycle.LATCHED_ACKED) Alarming.act(d, a, Event.RESET, Reason.of("alarm.why.reset"));
    Optional.ofNullable(d.services.get(a.key.subject()))
        .ifPresent(s -> s.cases.values().removeIf(c -> c.vanished() && Witnesses.raises(c.incident(), a.key.kind())));
    return Optional.empty();
  }

  /** The service is gone from the board with all that was said of it; if its feed speaks of it again, it is a new one. */
  private static Optional<Reason> letGo(Draft d, String service) {
    List<AlarmDraft> all = d.alarms.values().stream()
        .filter(a -> a.key.subject().equals(service) && ofService(a.key.kind())).toList();
    if (all.stream().anyMatch(a -> a.state.unacked() && a.active())) return no("alarm.refused.acknowledge-first");
    for (AlarmDraft a : all) {
      if (a.active()) Alarming.act(d, a, Event.RECOVERED, Reason.of("alarm.why.operator-over"));
      else Alarming.drop(d, a);
    }
    d.services.remove(service);
    d.note(service, "alarm.note.service-let-go");
    return Optional.empty();
  }

  /** The fallback runs on, whatever becomes of the service. */
  private static boolean ofService(Kind kind) {
    return switch (kind) {
      case OUTAGE, DEGRADED, SERVICE_SILENT, TO_CLASSIFY -> true;
      case SUPERVISION_LOST, FALLBACK_ACTIVE, FALLBACK_FAILED, CONSOLE_FAULT, EXERCISE -> false;
    };
  }

  private static Optional<Reason> no(String key) {
    return Optional.of(Reason.of(key));
  }
}
