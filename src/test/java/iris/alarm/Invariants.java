package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Report;
import iris.signal.Verdict;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What must hold after every step of every walk. */
final class Invariants {
  private static final Set<Call> ONCE = EnumSet.of(Call.RAISE, Call.CLEAR, Call.FLAP_START, Call.FLAP_STOP, Call.ESCALATE);

  private final Map<AlarmKey, Boolean> open = new HashMap<>();
  private final Map<AlarmKey, Boolean> heard = new HashMap<>();
  private final Set<AlarmKey> settling = new HashSet<>();
  private final Set<String> said = new HashSet<>();

  void check(Board before, Input input, Outcome outcome) {
    Board after = outcome.board();
    for (Transition t : outcome.transitions()) if (t instanceof Transition.Told told) told(told.announcement());
    before.alarms().forEach((key, a) -> {
      if (a.state().active()) standing(before, input, after, a);
    });
    after.services().values().forEach(s -> {
      if (s.shown() == Shown.UP) green(after, s);
    });
    Duration wake = after.wakeAt().orElseThrow().minus(after.at().mono());
    assertTrue(wake.isPositive() && wake.compareTo(Duration.ofSeconds(10)) <= 0, () -> "wakes in " + wake);
  }

  /** (1) an active alarm leaves on evidence or a person's word only; (3) an acknowledgement hides nothing. */
  private static void standing(Board before, Input input, Board after, Alarm was) {
    Alarm is = after.alarms().get(was.key());
    boolean stands = is != null && is.state().active();
    if (stands) {
      if (is.priority().moreUrgentThan(was.priority())) assertEquals(Lifecycle.UNACKED, is.state(), "a worsening hides");
      return;
    }
    boolean evidence = switch (input) {
      case Input.Heard(Report.Published _) -> true;
      case Input.Heard(Report.Unchanged _) -> was.key().kind() == Kind.SUPERVISION_LOST;
      case Input.Heard(Report.Health _) -> was.key().kind() == Kind.CONSOLE_FAULT;
      case Input.Heard(Report.Switching _), Input.Heard(Report.FallbackSeen _) -> Fallbacks.about(was.key());
      case Input.Heard _ -> false;
      case Input.Did(Act.Reset _) -> true;
      case Input.Did(Act.Fallback _) -> Fallbacks.about(was.key());
      case Input.Did _ -> false;
      case Input.Tick _, Input.Answered _ -> was.flapping();
      case Input.Reconfigured _, Input.Restarted _ -> false;
    };
    assertTrue(evidence || was.flapping(), () -> was + " left on " + input);
    if (was.key().kind() != Kind.OUTAGE || !(input instanceof Input.Heard)) return;
    ServiceState s = after.services().get(was.key().subject());
    boolean recovered = s.incidents().stream().anyMatch(i -> !i.open() && before.services().get(s.key()).incidents().stream()
        .noneMatch(i::equals));
    boolean good = s.newest().map(j -> j.verdict() != Verdict.DOWN).orElse(false);
    assertTrue(recovered || good, () -> was.key() + " left though " + s.newest());
    assertTrue(recovered || s.incidents().stream().noneMatch(i -> i.open()
        && i.kind() == iris.signal.Incident.Kind.OUTAGE && !vanished(after, s, i.id())), "ended what is held open");
  }

  private static boolean vanished(Board board, ServiceState s, String id) {
    return board.memory().services().get(s.key()).cases().get(id).vanished();
  }

  /** (2) raises and clears alternate, a clear is told aloud only to who heard of it; (5) nothing twice. */
  private void told(Announcement a) {
    AlarmKey key = a.alarm();
    assertFalse(a.episode().isBlank(), () -> "no episode: " + a);
    if (ONCE.contains(a.call()))
      assertTrue(said.add(a.episode() + a.call()), () -> "told twice: " + a);
    boolean was = open.getOrDefault(key, false);
    switch (a.call()) {
      case RAISE -> {
        assertTrue(!was || settling.contains(key), () -> "raised twice: " + a);
        open.put(key, true);
        if (!settling.contains(key)) heard.put(key, false);
      }
      case FLAP_START -> {
        assertFalse(was, () -> "raised twice: " + a);
        open.put(key, true);
        heard.put(key, false);
      }
      case CLEAR -> {
        assertTrue(was, () -> "cleared unraised: " + a);
        assertTrue(a.suppressed() || heard.get(key), () -> "cleared unheard: " + a);
        open.put(key, false);
      }
      // A latched alarm is repeated after its condition is gone, until somebody resets it.
      case REPEAT -> assertTrue(was || key.kind() == Kind.CONSOLE_FAULT, () -> "repeats nothing: " + a);
      default -> assertTrue(was, () -> a.call() + " of nothing: " + a);
    }
    settling.remove(key);
    if (a.call() == Call.FLAP_STOP) settling.add(key);
    else if (!a.suppressed()) heard.put(key, true);
  }

  /** Green needs proof on two clocks. */
  private static void green(Board board, ServiceState s) {
    FeedState f = board.feeds().get(s.feed());
    assertEquals(Supervision.FRESH, f.supervision());
    Duration age = Duration.between(s.newest().orElseThrow().window().to(), board.at().wall());
    assertTrue(age.compareTo(Duration.ofSeconds(480)) <= 0, () -> "green, " + age + " old");
    assertEquals(Verdict.UP, s.newest().get().verdict());
    Alarm outage = board.alarms().get(new AlarmKey(Kind.OUTAGE, s.key()));
    assertTrue(outage == null || !outage.state().active());
    assertTrue(Duration.between(f.lastOk().orElseThrow(), board.at().wall()).compareTo(Duration.ofSeconds(400)) < 0);
  }
}
