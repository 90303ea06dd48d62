package iris.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Fallback;
import iris.alarm.Transition;
import iris.fallback.Plan;
import iris.fallback.Switchboard;
import iris.signal.FallbackSight;
import iris.signal.Report;
import iris.signal.Report.Switching.Stage;
import iris.words.Lang;
import iris.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The demonstration's plan does what it says, on the demonstration's own endpoint. */
class RouterTest {
  private final LinkedBlockingQueue<Report> reports = new LinkedBlockingQueue<>();

  private Report.Switching end() throws InterruptedException {
    while (true) {
      Report next = reports.poll(60, TimeUnit.SECONDS);
      if (next == null) throw new AssertionError("nothing was reported");
      if (next instanceof Report.Switching s && s.stage().last()) return s;
    }
  }

  @Test
  void thePlanSwitchesTheRouterThereAndBack() throws Exception {
    Instant order = Instant.parse("2026-11-22T10:42:00Z");
    try (Router router = new Router();
        Switchboard board = new Switchboard(hidden -> "", Map.of(), reports::add)) {
      Plan plan = router.plan(Words.of(Lang.FR, ZoneOffset.UTC));
      assertTrue(plan.rules().on() && plan.rules().off() && plan.rules().checked());
      board.configure(List.of(plan));
      board.heard(List.of(new Transition.Switched(order, "siv", Fallback.OFF, new Fallback.SwitchingOn(order, "m", "r", Optional.empty()))));
      Report.Switching on = end();
      assertEquals(Stage.VERIFIED, on.stage());
      assertEquals(FallbackSight.RUNNING, on.known());
      board.heard(List.of(new Transition.Switched(order, "siv", new Fallback.On(order, "m", "r", true),
          new Fallback.SwitchingOff(order, "m", "r", Optional.empty()))));
      assertEquals(FallbackSight.STOPPED, end().known());
    }
  }
}
