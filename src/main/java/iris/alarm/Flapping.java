package iris.alarm;

import iris.alarm.Steps.Event;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Section 6: the third raise within the hour says that raises mean nothing; six equal known windows say that they do
 * again. An alarm that no windows feed settles by time, as long as six windows would take.
 */
final class Flapping {
  static final Duration HOUR = Duration.ofMinutes(60);
  static final Duration SETTLED = Duration.ofMinutes(30);
  private static final int RAISES = 3;
  private static final int EQUAL = 6;
  private static final int TURNS_KEPT = 40;

  private Flapping() {}

  /** Records a raise; true if it is the third within twelve windows. */
  static boolean raised(Draft d, AlarmDraft a, Instant at) {
    turn(a, at);
    List<Instant> raises = new ArrayList<>(a.raises);
    raises.add(at);
    raises.removeIf(r -> !within(r, at));
    a.raises = List.copyOf(raises.subList(Math.max(0, raises.size() - RAISES), raises.size()));
    // What is played three times in an hour is diligence.
    return a.raises.size() >= RAISES && a.key.kind() != AlarmKey.Kind.EXERCISE;
  }

  static void turn(AlarmDraft a, Instant at) {
    List<Instant> turns = new ArrayList<>(a.turns);
    turns.add(at);
    a.turns = List.copyOf(turns.subList(Math.max(0, turns.size() - TURNS_KEPT), turns.size()));
    a.changes = (int) a.turns.stream().filter(t -> within(t, at)).count();
  }

  private static boolean within(Instant then, Instant now) {
    return Duration.between(then, now).compareTo(HOUR) < 0;
  }

  static void start(Draft d, AlarmDraft a) {
    a.flapping = true;
    a.run = 1;
    a.runBad = true;
    a.steady = Optional.of(d.now.mono());
    Telling.tell(d, a, Call.FLAP_START, Reason.of("alarm.why.flapping", a.changes));
  }

  /** Evidence while it flaps: the alarm is held, only equal windows count. */
  static void hear(Draft d, AlarmDraft a, Event event, Evidence e) {
    boolean windowed = windowed(d, a);
    // The provider's word alone does not settle what the figures contradict every other window.
    if (windowed && event == Event.RECOVERED) return;
    boolean bad = event == Event.BAD;
    if (bad != a.runBad) {
      a.runBad = bad;
      a.run = 0;
      a.steady = Optional.of(d.now.mono());
      turn(a, e.at());
    }
    if (!bad) a.goodFrom = Optional.of(e.at());
    if (!e.stated()) a.run++;
    if (windowed && a.run >= EQUAL) stop(d, a, e);
  }

  /** With time: history older than the hour is forgotten, and what no windows feed settles. */
  static void pass(Draft d, AlarmDraft a) {
    a.turns = a.turns.stream().filter(t -> within(t, d.wall())).toList();
    a.changes = a.turns.size();
    if (!a.flapping) a.raises = a.raises.stream().filter(t -> within(t, d.wall())).toList();
    if (a.flapping && !windowed(d, a)
        && a.steady.map(s -> d.now.mono().minus(s).compareTo(SETTLED) >= 0).orElse(true))
      stop(d, a, Evidence.stated(a.goodFrom.orElse(d.wall()), a.priority, Reason.of("alarm.why.settled")));
  }

  private static void stop(Draft d, AlarmDraft a, Evidence e) {
    a.flapping = false;
    a.raises = List.of();
    a.steady = Optional.empty();
    Telling.tell(d, a, Call.FLAP_STOP, Reason.of(a.runBad ? "alarm.why.settled-bad" : "alarm.why.settled-good"));
    if (!a.runBad) {
      Alarming.step(d, a, Event.RECOVERED, e, Alarming.rule(a.key.kind()));
      return;
    }
    a.ack = Optional.empty();
    Alarming.move(d, a, Lifecycle.UNACKED, Reason.of("alarm.why.settled-bad"));
    Telling.tell(d, a, Call.RAISE, Reason.of("alarm.why.settled-bad"));
  }

  private static boolean windowed(Draft d, AlarmDraft a) {
    return switch (a.key.kind()) {
      case OUTAGE, DEGRADED -> d.feedOf(a.key).map(f -> f.period.isPresent()).orElse(false);
      default -> false;
    };
  }
}
