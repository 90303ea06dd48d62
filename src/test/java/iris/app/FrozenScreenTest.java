package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Alarm;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.signal.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The real screen's thread, held by a latch. */
class FrozenScreenTest {
  @TempDir Path dir;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  /** What is logged, as far as it has a stack. */
  private static final class Log extends Handler {
    final Queue<Throwable> stacks = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord said) {
      if (said.getThrown() != null) stacks.add(said.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private void heldByAnOperatorsHand(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFrozenScreenIsLoggedOnceWithItsStackAndStandsAsAFaultUntilSomebodyResetsIt() throws Exception {
    LinkedBlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    Log log = new Log();
    Logger logger = Logger.getLogger(ScreenWatch.class.getName());
    logger.addHandler(log);
    CountDownLatch latch = new CountDownLatch(1);
    Path heartbeat = dir.resolve("heartbeat");
    try (ScreenWatch _ = new ScreenWatch(Platform::runLater, reports::add, heartbeat, () -> true, Duration.ofMillis(700))) {
      Platform.runLater(() -> heldByAnOperatorsHand(latch));
      Report.Health frozen = (Report.Health) reports.poll(60, TimeUnit.SECONDS);
      assertFalse(frozen.well());
      Files.deleteIfExists(heartbeat);
      latch.countDown();
      Report.Health back = (Report.Health) reports.poll(60, TimeUnit.SECONDS);
      assertTrue(back.well());
      assertEquals(1, log.stacks.size());
      assertTrue(Arrays.stream(log.stacks.element().getStackTrace())
          .anyMatch(f -> f.getMethodName().equals("heldByAnOperatorsHand")), "the stack says where it stood");
      assertTrue(Files.exists(heartbeat), "it beats again");
      assertEquals(Lifecycle.LATCHED_UNACKED, alarmAfter(frozen, back).state());
    } finally {
      latch.countDown();
      logger.removeHandler(log);
    }
  }

  private static Alarm alarmAfter(Report... reports) {
    Now now = new Now(Instant.parse("2026-11-22T14:00:00Z"), Duration.ofHours(1));
    Board board = Board.first(new Rules(List.of(), Map.of()), now);
    for (Report report : reports) board = board.after(new Input.Heard(report), now = now.plus(Duration.ofSeconds(5))).board();
    return board.alarms().get(new AlarmKey(AlarmKey.Kind.CONSOLE_FAULT, "screen"));
  }

  @Test
  void aScreenThatAnswersIsNoSignOfLifeWhereAnotherThreadIsStuck() throws Exception {
    CountDownLatch answers = new CountDownLatch(4);
    Path heartbeat = dir.resolve("heartbeat");
    try (ScreenWatch _ = new ScreenWatch(task -> {
      task.run();
      answers.countDown();
    }, report -> {}, heartbeat, () -> false, Duration.ofMillis(20))) {
      assertTrue(answers.await(60, TimeUnit.SECONDS));
      assertFalse(Files.exists(heartbeat));
    }
  }
}
