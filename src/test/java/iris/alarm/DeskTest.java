package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.flow.Mailbox;
import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeskTest {
  private final LinkedBlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
  private final Mailbox<Input> inputs = new Mailbox<>();
  private final long started = System.nanoTime();

  private Now clock() {
    Duration ran = Duration.ofNanos(System.nanoTime() - started);
    return new Now(Scene.START.plus(ran), ran);
  }

  private Desk desk(Desk.Sink sink) {
    return Desk.open(Board.first(Scene.rules(Map.of()), clock()), inputs, this::clock, sink);
  }

  private Outcome next() throws InterruptedException {
    Outcome outcome = outcomes.poll(60, TimeUnit.SECONDS);
    assertNotNull(outcome, "the desk said nothing");
    return outcome;
  }

  private static Input sound(int n) {
    return new Input.Heard(new Report.Health("part" + n, true, Reason.of("x")));
  }

  @Test
  void everyInputIsSteppedInOrderAndNoneIsLeftOut() throws InterruptedException {
    try (Desk _ = desk((_, _, outcome) -> outcomes.add(outcome))) {
      List<String> posted = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        inputs.post(sound(i));
        posted.add("part" + i);
      }
      Board last = null;
      for (int i = 0; i < 500; i++) last = next().board();
      assertEquals(posted, List.copyOf(last.health().keySet()));
    }
  }

  @Test
  void aStepThatBreaksRaisesAFaultOfTheConsoleAndTheNextIsTaken() throws InterruptedException {
    AlarmKey fault = new AlarmKey(Kind.CONSOLE_FAULT, "desk");
    Desk.Sink broken = (_, input, outcome) -> {
      if (input instanceof Input.Heard(Report.Health h) && h.part().equals("part0")) throw new IllegalStateException("full");
      outcomes.add(outcome);
    };
    try (Desk desk = desk(broken)) {
      inputs.post(sound(0));
      inputs.post(sound(1));
      assertTrue(next().board().alarms().get(fault).state().active());
      assertTrue(next().board().health().containsKey("part1"));
      assertEquals(Lifecycle.LATCHED_UNACKED, next().board().alarms().get(fault).state());
      assertTrue(desk.heartbeat().mono().compareTo(Duration.ZERO) > 0);
    }
  }

  @Test
  void whenNothingIsPostedTimeIsStillStepped() throws InterruptedException {
    try (Desk _ = desk((_, _, outcome) -> outcomes.add(outcome))) {
      inputs.post(new Input.Did(new Act.Silence("martin", Duration.ofMillis(300))));
      assertTrue(next().board().silencedUntil().isPresent());
      assertTrue(next().board().silencedUntil().isEmpty());
    }
  }
}
