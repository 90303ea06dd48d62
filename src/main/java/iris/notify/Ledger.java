package iris.notify;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Transition.Told;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of the alarms that were told still stand, and which of them ring. */
final class Ledger {
  private Ledger() {}

  /** Takes the news in; where a toast will speak of it, {@code bubble} is its key. */
  static Map<AlarmKey, Standing> with(Map<AlarmKey, Standing> before, List<Told> news, String bubble, Board board,
      Duration now) {
    Map<AlarmKey, Standing> next = new LinkedHashMap<>(before);
    for (Told told : news) {
      AlarmKey key = told.announcement().alarm();
      if (Calls.over(told.announcement())) {
        next.remove(key);
        continue;
      }
      Standing had = next.get(key);
      boolean begins = Calls.begins(told.announcement(), board);
      boolean rings = begins || had != null && had.ringing();
      int reminded = had == null || begins ? 0 : had.reminded() + 1;
      next.put(key, new Standing(told, Optional.of(bubble), now, reminded, rings));
    }
    return next;
  }

  /**
   * Looks at the board: what is over without a word goes, what somebody acknowledged or muted falls silent. The
   * board tells it anew when a muting ends.
   */
  static Map<AlarmKey, Standing> settled(Map<AlarmKey, Standing> before, Board board) {
    Map<AlarmKey, Standing> next = new LinkedHashMap<>();
    before.forEach((key, standing) -> Calls.alarm(board, key).filter(Ledger::stands)
        .ifPresent(alarm -> next.put(key, acknowledged(alarm) || alarm.suppression().isPresent() ? standing.acknowledged() : standing)));
    return next;
  }

  /** A flapping alarm stands through its good moments: that is what flapping means. */
  private static boolean stands(Alarm alarm) {
    boolean latched = alarm.state() == Lifecycle.LATCHED_UNACKED || alarm.state() == Lifecycle.LATCHED_ACKED;
    return alarm.state().active() || alarm.flapping() || latched;
  }

  private static boolean acknowledged(Alarm alarm) {
    return switch (alarm.state()) {
      case ACKED, CLEARING_ACKED, LATCHED_ACKED -> true;
      case NORMAL, PENDING -> alarm.ack().isPresent();
      case UNACKED, CLEARING_UNACKED, RETURNED_UNACKED, LATCHED_UNACKED -> false;
    };
  }
}
