package iris.notify;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.alarm.Transition.Told;
import iris.signal.Priority;
import java.util.Comparator;
import java.util.Optional;

/** What the calls mean to somebody who tells them. */
final class Calls {
  /** News first, worst first; otherwise in the order of the board. */
  static final Comparator<Told> MOST_URGENT_FIRST =
      Comparator.comparing((Told t) -> over(t.announcement())).thenComparing(t -> t.announcement().priority());

  private Calls() {}

  /** It says that the bad state is over. */
  static boolean over(Announcement a) {
    return a.call() == Call.CLEAR;
  }

  /** It begins something an operator has to look at, and rings. */
  static boolean begins(Announcement a, Board board) {
    return switch (a.call()) {
      case RAISE, ESCALATE, RESUME, SHELF_OVER, FLAP_START, ANEW -> true;
      case RESTORED, FLAP_STOP -> unacked(board, a.alarm());
      case REPEAT, CLEAR -> false;
    };
  }

  /** An episode with one of these was told to people, so that its end may be told. */
  static boolean opens(Call call) {
    return call != Call.CLEAR && call != Call.REPEAT;
  }

  static boolean active(Board board, AlarmKey key) {
    return alarm(board, key).map(a -> a.state().active()).orElse(false);
  }

  static boolean unacked(Board board, AlarmKey key) {
    return alarm(board, key).map(a -> a.state().active() && a.state().unacked()).orElse(false);
  }

  /** An outage outranks the degradation of its service. */
  static boolean inhibited(Board board, AlarmKey key) {
    return key.kind() == AlarmKey.Kind.DEGRADED && active(board, new AlarmKey(AlarmKey.Kind.OUTAGE, key.subject()));
  }

  static Priority priority(Board board, Told told) {
    return alarm(board, told.announcement().alarm()).map(Alarm::priority).orElse(told.announcement().priority());
  }

  static Optional<Alarm> alarm(Board board, AlarmKey key) {
    return Optional.ofNullable(board.alarms().get(key));
  }

  /** One bubble a subject: an outage takes the place of the degradation that came before it. */
  static String bubble(AlarmKey key) {
    String about = switch (key.kind()) {
      case OUTAGE, DEGRADED, SERVICE_SILENT, TO_CLASSIFY -> "service";
      case FALLBACK_ACTIVE, FALLBACK_FAILED -> "fallback";
      case SUPERVISION_LOST -> "feed";
      case CONSOLE_FAULT -> "iris";
      case EXERCISE -> "exercise";
    };
    return about + ":" + key.subject();
  }
}
