package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Report;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A poller that hangs or dies is noticed, said and replaced. */
class PollerWatchTest {
  private static final long LATER = Duration.ofMinutes(10).toNanos();

  private final LinkedBlockingQueue<Report> said = new LinkedBlockingQueue<>();
  private final AtomicInteger polls = new AtomicInteger();
  private final ScriptedServer server = ScriptedServer.http();
  private final Fetcher fetcher = new Fetcher(() -> Instant.parse("2026-11-22T14:10:00Z"), Map.of());
  private Pollers pollers;

  @AfterEach
  void close() {
    pollers.close();
    fetcher.close();
    server.close();
  }

  /** @param onPoll what happens to the poller's own thread when it tells of a poll */
  private void poll(Duration whole, Consumer<Report> onPoll) {
    pollers = new Pollers(fetcher, report -> {
      if (!(report instanceof Report.Health)) polls.incrementAndGet();
      said.add(report);
      if (report instanceof Report.Health) return;
      onPoll.accept(report);
    }, Optional.empty(), () -> Instant.parse("2026-11-22T14:10:00Z"), new Random(1));
    Caps usual = Caps.USUAL;
    pollers.configure(List.of(SourceConfig.of("siv", "SIV", server.uri("/f")).proxy(ProxyRoute.DIRECT)
        .caps(new Caps(Duration.ofSeconds(1), whole, usual.bytes(), usual.inflated(), usual.items(), 1))));
  }

  private <T extends Report> T next(Class<T> kind) throws Exception {
    for (;;) {
      Report report = said.poll(60, TimeUnit.SECONDS);
      assertTrue(report != null, "nothing more was said");
      if (kind.isInstance(report)) return kind.cast(report);
    }
  }

  /** Looks until it says something of the poller. */
  private Report.Health lookUntilSaid(long nano) throws Exception {
    for (long end = System.nanoTime() + Duration.ofSeconds(60).toNanos(); System.nanoTime() < end; ) {
      pollers.look(nano);
      Report report = said.poll(20, TimeUnit.MILLISECONDS);
      if (report instanceof Report.Health health) return health;
    }
    throw new AssertionError("nothing was said");
  }

  @Test
  void aServerThatNeverAnswersLongerThanAllTimeOutsIsAskedAgainByAnotherPoller() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.then((request, line) -> {
      if (asked.getCount() > 0) {
        asked.countDown();
        line.closing().await();
        return false;
      }
      return Reply.status(503).answer(request, line);
    });
    poll(Duration.ofMinutes(5), report -> {});
    assertTrue(asked.await(60, TimeUnit.SECONDS));
    pollers.look();
    assertTrue(said.isEmpty(), "it may take as long as its time-outs say");
    pollers.look(System.nanoTime() + LATER);
    Report.Health stuck = next(Report.Health.class);
    assertFalse(stuck.well());
    assertEquals("feed.poller.stuck", stuck.why().key());
    assertEquals("poller siv", stuck.part());
    next(Report.Unreached.class);
    Report.Health well = lookUntilSaid(System.nanoTime());
    assertTrue(well.well());
  }

  @Test
  void aPollerWhoseThreadEndedIsReplacedAtOnce() throws Exception {
    server.then(Reply.status(503));
    poll(Duration.ofSeconds(5), report -> {
      if (polls.get() == 1) Thread.currentThread().interrupt();
    });
    next(Report.Unreached.class);
    assertEquals("feed.poller.stuck", lookUntilSaid(System.nanoTime()).why().key());
    next(Report.Unreached.class);
    assertTrue(lookUntilSaid(System.nanoTime()).well());
    assertEquals(2, polls.get());
  }

  @Test
  void aThreadThatDoesNotLetGoStaysBehindOnceAndThatIsSaidOnce() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    server.then(Reply.status(503));
    poll(Duration.ofSeconds(5), report -> holdOn(free));
    next(Report.Unreached.class);
    pollers.look(System.nanoTime() + LATER);
    assertEquals("feed.poller.stuck", next(Report.Health.class).why().key());
    next(Report.Unreached.class);
    pollers.look(System.nanoTime() + LATER);
    assertEquals("feed.poller.hangs", next(Report.Health.class).why().key());
    pollers.look(System.nanoTime() + LATER);
    assertTrue(said.isEmpty());
    assertEquals(2, polls.get(), "no third one hangs on the same lock");
    free.countDown();
  }

  /** Deaf to interrupts, as a lock of a library is. */
  private static void holdOn(CountDownLatch free) {
    boolean deaf = false;
    while (free.getCount() > 0) {
      try {
        free.await();
      } catch (InterruptedException ignoredByTheLock) {
        deaf = true;
      }
    }
    if (deaf) Thread.currentThread().interrupt();
  }
}
