package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.flow.Mailbox;
import iris.signal.Report;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PartsWatchTest {
  private final LinkedBlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  private final Mailbox<CountDownLatch> mailbox = new Mailbox<>();
  private final AtomicInteger turns = new AtomicInteger();
  private final CountDownLatch taken = new CountDownLatch(1);
  private final AtomicInteger loud = new AtomicInteger();

  private PartsWatch watch(Thread thread, PartsWatch.Sweep sweep) {
    return new PartsWatch(List.of(new PartsWatch.Part("desk", mailbox::size, turns::get, thread::getStackTrace)), sweep,
        reports::add, loud::incrementAndGet, Duration.ofMillis(20), Duration.ofSeconds(3));
  }

  private void takeLetters() {
    try {
      for (;;)
        for (CountDownLatch letter : mailbox.take(null)) {
          turns.incrementAndGet();
          taken.countDown();
          letter.await();
        }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private Report.Health next() throws Exception {
    return (Report.Health) reports.poll(60, TimeUnit.SECONDS);
  }

  @Test
  void aThreadThatTakesNoLettersIsSaidAloudOnceAndItsReturnToo() throws Exception {
    Thread thread = Thread.ofPlatform().daemon().start(this::takeLetters);
    CountDownLatch held = new CountDownLatch(1);
    try (PartsWatch watch = watch(thread, () -> {})) {
      mailbox.post(held);
      assertTrue(taken.await(60, TimeUnit.SECONDS));
      mailbox.post(new CountDownLatch(0));
      Report.Health stuck = next();
      assertEquals("desk", stuck.part());
      assertFalse(stuck.well());
      assertFalse(watch.well());
      held.countDown();
      assertTrue(next().well());
      assertEquals(1, loud.get());
    } finally {
      thread.interrupt();
    }
  }

  @Test
  void aThreadWithoutLettersRestsAsLongAsItLikes() throws Exception {
    CountDownLatch looks = new CountDownLatch(25);
    try (PartsWatch watch = watch(Thread.currentThread(), looks::countDown)) {
      assertTrue(looks.await(60, TimeUnit.SECONDS));
      assertTrue(watch.well());
      assertTrue(reports.isEmpty());
    }
  }

  @Test
  void aLookThatFailsIsSaidAndTheNextOneIsTaken() throws Exception {
    CountDownLatch looks = new CountDownLatch(3);
    try (PartsWatch _ = watch(Thread.currentThread(), () -> {
      looks.countDown();
      throw new IllegalStateException("of the test");
    })) {
      assertTrue(looks.await(60, TimeUnit.SECONDS));
      assertEquals("console", next().part());
    }
  }
}
