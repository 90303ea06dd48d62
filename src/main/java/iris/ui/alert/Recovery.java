package iris.ui.alert;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.alarm.Transition.Told;
import iris.signal.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A return to normal that is still news: for 30 min, or until somebody acknowledged it, or the alarm came back.
 *
 * @param lasted how long it was bad; {@code unsure} plus or minus, where known
 */
public record Recovery(AlarmKey alarm, Instant at, Optional<Duration> lasted, Optional<Duration> unsure) {
  /** Section 7 of the alarm model. */
  static final Duration NEWS = Duration.ofMinutes(30);

  public Recovery {
    Objects.requireNonNull(alarm);
    Objects.requireNonNull(at);
    Objects.requireNonNull(lasted);
    Objects.requireNonNull(unsure);
  }

  /** What was told as cleared and is still news, newest first. */
  public static List<Recovery> of(Board board, List<Told> told, Now now) {
    return newest(told.stream().filter(t -> tells(t) && fresh(t, now.wall()) && standsAlone(board, t)).toList()).stream()
        .map(t -> new Recovery(t.announcement().alarm(), t.at(), t.announcement().lasted(), t.announcement().unsure()))
        .sorted(Comparator.comparing(Recovery::at).reversed())
        .toList();
  }

  /** It says of an alarm with a banner that all is well again, to everybody. */
  public static boolean tells(Told told) {
    Announcement a = told.announcement();
    return a.call() == Call.CLEAR && !a.suppressed() && a.priority().compareTo(Priority.P2) <= 0;
  }

  /** Of each alarm the first. */
  public static List<Told> newest(List<Told> newestFirst) {
    Map<AlarmKey, Told> each = new LinkedHashMap<>();
    newestFirst.forEach(t -> each.putIfAbsent(t.announcement().alarm(), t));
    return List.copyOf(each.values());
  }

  /** What a clock that was wrong has told from tomorrow is none either. */
  private static boolean fresh(Told told, Instant at) {
    return Duration.between(told.at(), at).abs().compareTo(NEWS) <= 0;
  }

  /** Not bad again, and nobody has acknowledged the return. */
  private static boolean standsAlone(Board board, Told clear) {
    Alarm alarm = board.alarms().get(clear.announcement().alarm());
    if (alarm == null) return true;
    boolean seen = alarm.ack().map(ack -> !ack.at().isBefore(clear.at())).orElse(false);
    return !alarm.state().active() && !seen;
  }
}
