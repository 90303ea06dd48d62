package iris.relay.post;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Lifecycle;
import iris.alarm.OriginVerdict.Fault;
import iris.signal.Reason;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands on the board against what was told: what a transition did not say (a fault that moved to another, an
 * alarm that was given up, a target that was not there yet, a journal that lost an entry) is told now. Never an end out
 * of ignorance: that nothing is known of a service any more does not mean that it is well.
 */
final class Mending {
  private Mending() {}

  static void mend(Telling t) {
    Instant at = t.board.at().wall();
    Map<String, Alarm> active = new LinkedHashMap<>();
    for (Alarm a : t.board.alarms().values())
      if (a.state().active() && a.key().kind() != AlarmKey.Kind.EXERCISE) a.episode().ifPresent(e -> active.put(e, a));
    for (Map.Entry<String, Told.Standing> told : t.told.episodes().entrySet())
      if (!active.containsKey(told.getKey())) over(t, at, told.getKey(), told.getValue());
    active.forEach((episode, a) -> {
      Told.Standing known = t.told.episodes().get(episode);
      if (known == null) owed(t, at, a);
      else origin(t, at, episode, known);
    });
  }

  private static void over(Telling t, Instant at, String episode, Told.Standing known) {
    if (!Signals.watched(t.board, known.signal()) && fed(known.alarm().kind())) {
      t.change(at, episode, known, "unwatched", Reason.of("relay.why.unwatched"));
    } else if (Levels.seen(t.board, known.signal()) || !fed(known.alarm().kind())) {
      t.end(at, episode, Optional.empty(), Reason.of("relay.why.over"));
    }
  }

  /** Fallbacks and faults of IRIS are known here, whatever the feed does. */
  private static boolean fed(AlarmKey.Kind kind) {
    return switch (kind) {
      case OUTAGE, DEGRADED, SERVICE_SILENT, SUPERVISION_LOST, TO_CLASSIFY -> true;
      case FALLBACK_ACTIVE, FALLBACK_FAILED, CONSOLE_FAULT, EXERCISE -> false;
    };
  }

  private static void owed(Telling t, Instant at, Alarm a) {
    if (a.suppression().isEmpty() && !Levels.behindOutage(t.board, a)) t.begin(at, a);
  }

  private static void origin(Telling t, Instant at, String episode, Told.Standing known) {
    Optional<Fault> now = t.origin(known.alarm(), known.signal());
    if (now.isEmpty() || now.equals(known.origin()) || !acute(t, known)) return;
    Told.Standing moved = new Told.Standing(known.alarm(), known.signal(), known.priority(), now, known.since());
    t.change(at, episode, moved, "origin", Reason.of("relay.why.origin"));
  }

  /** While it recovers, the last bad windows say ever less of whose fault it was. */
  private static boolean acute(Telling t, Told.Standing known) {
    Alarm a = t.board.alarms().get(known.alarm());
    return a != null && a.suppression().isEmpty() && (a.state() == Lifecycle.UNACKED || a.state() == Lifecycle.ACKED);
  }
}
