package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenWatchTest {
  @TempDir Path dir;

  @Test
  void aScreenThatStopsAnsweringIsAFaultAndItsReturnIsToldWithTheTime() throws Exception {
    LinkedBlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    AtomicBoolean frozen = new AtomicBoolean(true);
    Path heartbeat = dir.resolve("heartbeat");
    try (ScreenWatch _ = new ScreenWatch(nudge -> {
      if (frozen.get()) waiting.add(nudge);
      else nudge.run();
    }, reports::add, heartbeat, () -> true, Duration.ofMillis(50))) {
      Report.Health fault = (Report.Health) reports.poll(60, TimeUnit.SECONDS);
      assertFalse(fault.well());
      assertEquals("app.screen.frozen", fault.why().key());
      assertFalse(Files.exists(heartbeat), "a frozen screen has no heartbeat");
      frozen.set(false);
      waiting.forEach(Runnable::run);
      Report.Health back = (Report.Health) reports.poll(60, TimeUnit.SECONDS);
      assertTrue(back.well());
      assertEquals("app.screen.recovered", back.why().key());
    }
  }
}
