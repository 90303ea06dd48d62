package iris.alarm;

import iris.alarm.Transition.Announcement.Call;
import iris.signal.Reason;
import java.util.Optional;

/** Section 5: who muted an alarm. What is muted runs on in the shadow, and is told when the muting ends. */
final class Muting {
  private Muting() {}

  static Optional<Suppression> of(Draft d, AlarmDraft a) {
    Optional<ServiceDraft> s = service(d, a);
    return s.flatMap(x -> x.outOfService)
        .or(() -> maintained(a.key) ? s.flatMap(x -> x.maintenance) : Optional.empty())
        .or(() -> a.lull)
        .or(() -> a.shelf.map(Memory.Shelf::words));
  }

  /** Not to be told aloud: suppressed, or a degradation during the outage of the same service. */
  static boolean muted(Draft d, AlarmDraft a) {
    return of(d, a).isPresent() || inhibited(d, a);
  }

  static boolean inhibited(Draft d, AlarmDraft a) {
    return a.key.kind() == AlarmKey.Kind.DEGRADED && d.active(AlarmKey.Kind.OUTAGE, a.key.subject());
  }

  /** Out of service mutes all that is said of a service; never that its feed is lost. */
  private static Optional<ServiceDraft> service(Draft d, AlarmDraft a) {
    return switch (a.key.kind()) {
      case OUTAGE, DEGRADED, SERVICE_SILENT, TO_CLASSIFY -> Optional.ofNullable(d.services.get(a.key.subject()));
      case SUPERVISION_LOST, FALLBACK_ACTIVE, FALLBACK_FAILED, CONSOLE_FAULT, EXERCISE -> Optional.empty();
    };
  }

  static boolean maintained(AlarmKey key) {
    return key.kind() == AlarmKey.Kind.OUTAGE || key.kind() == AlarmKey.Kind.DEGRADED;
  }

  /** With time: shelves and maintenances end, and what still stands behind them rings. */
  static void pass(Draft d, AlarmDraft a) {
    boolean shelfOver = Shelving.over(d, a);
    if (shelfOver) Shelving.end(d, a);
    if (maintained(a.key)) Maintaining.lull(d, a);
    Optional<Suppression> now = of(d, a);
    // Whatever was told before it was muted is told again when the muting ends.
    if (now.isPresent() && a.suppression.isEmpty() && a.active()) a.owed = true;
    Optional<Suppression> was = a.suppression;
    a.suppression = now;
    if (!a.active() || !a.owed || muted(d, a)) return;
    if (was.map(s -> s.kind() == Suppression.Kind.SHELVED).orElse(shelfOver)) {
      ring(d, a, Call.SHELF_OVER, Reason.of("alarm.why.shelf-over", a.since.orElse(d.wall())));
    } else {
      ring(d, a, Call.RESUME, Reason.of(was.map(s -> key(s.kind())).orElse("alarm.why.inhibition-over")));
    }
  }

  private static String key(Suppression.Kind kind) {
    return switch (kind) {
      case SHELVED -> "alarm.why.shelf-over";
      case MAINTENANCE -> "alarm.why.maintenance-over";
      case OUT_OF_SERVICE -> "alarm.why.back-in-service";
    };
  }

  /** Somebody must look at it again, whoever acknowledged it before. */
  private static void ring(Draft d, AlarmDraft a, Call call, Reason why) {
    if (a.state == Lifecycle.ACKED) Alarming.move(d, a, Lifecycle.UNACKED, why);
    if (a.state == Lifecycle.CLEARING_ACKED) Alarming.move(d, a, Lifecycle.CLEARING_UNACKED, why);
    a.ack = Optional.empty();
    Telling.tell(d, a, call, why);
  }
}
