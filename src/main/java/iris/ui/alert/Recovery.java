package iris.ui.alert;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Told;
import iris.alarm.Transition.Announcement.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    List<Recovery> news = new ArrayList<>();
    for (Told t : told) {
      Announcement a = t.announcement();
      boolean fresh = Duration.between(t.at(), now.wall()).compareTo(NEWS) <= 0;
      if (a.call() != Call.CLEAR || a.suppressed() || !fresh || !serious(a) || !standsAlone(board, t)) continue;
      if (news.stream().anyMatch(r -> r.alarm().equals(a.alarm()))) continue;
      news.add(new Recovery(a.alarm(), t.at(), a.lasted(), a.unsure()));
    }
    news.sort(Comparator.comparing(Recovery::at).reversed());
    return List.copyOf(news);
  }

  private static boolean serious(Announcement a) {
    return a.priority().compareTo(iris.signal.Priority.P2) <= 0;
  }

  /** Not bad again, and nobody has acknowledged the return. */
  private static boolean standsAlone(Board board, Told clear) {
    Alarm alarm = board.alarms().get(clear.announcement().alarm());
    if (alarm == null) return true;
    boolean seen = alarm.ack().map(ack -> !ack.at().isBefore(clear.at())).orElse(false);
    return !alarm.state().active() && !seen;
  }
}
