package iris.feed;

import iris.signal.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * Keeps one event stream open, on a virtual thread, and wakes the poller at each event and each time it was opened:
 * what was published in between came without an event. Whatever becomes of it, polling goes on at its pace; so its
 * trouble is a line in the log and no alarm.
 */
final class PushStream implements AutoCloseable {
  /** Servers say something every 15 to 30 s, if only a comment: silent for so long, the line is dead. */
  static final Duration SILENCE = Duration.ofSeconds(60);
  private static final System.Logger LOG = System.getLogger(PushStream.class.getName());

  private final CountDownLatch closed = new CountDownLatch(1);
  private final SourceConfig source;
  private final URI at;
  private final Fetcher fetcher;
  private final Runnable wake;
  private final RandomGenerator dice;
  private final Duration silence;
  private final Thread thread;

  /** @param wake must not block */
  PushStream(SourceConfig source, URI at, Fetcher fetcher, Runnable wake, RandomGenerator dice, Duration silence) {
    this.source = source;
    this.at = at;
    this.fetcher = fetcher;
    this.wake = wake;
    this.dice = dice;
    this.silence = silence;
    this.thread = Thread.ofVirtual().name("push " + source.id()).start(this::run);
  }

  URI at() {
    return at;
  }

  private void run() {
    Backoff backoff = Backoff.FRESH;
    Optional<String> last = Optional.empty();
    try {
      for (;;) {
        Duration pause;
        switch (fetcher.listen(source, at, last, wake)) {
          case PushAsk.Opening.Open(EventBody body) -> {
            long began = System.nanoTime();
            flow(body);
            last = body.lines().id().or(keep(last));
            backoff = backoff.after(Duration.ofNanos(System.nanoTime() - began));
            pause = backoff.pause(body.lines().retry(), dice.nextDouble());
          }
          case PushAsk.Opening.No(Reason why, boolean lasting) -> {
            LOG.log(System.Logger.Level.INFO, "no event stream of {0} ({1}); it is polled", source.id(), why.key());
            backoff = backoff.after(Duration.ZERO);
            pause = lasting ? Backoff.LATER : backoff.pause(Optional.empty(), dice.nextDouble());
          }
        }
        if (closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) return;
      }
    } catch (InterruptedException closing) {
      if (closed.getCount() > 0) LOG.log(System.Logger.Level.ERROR, "event stream interrupted by a stranger", closing);
    } catch (RuntimeException | Error bug) {
      LOG.log(System.Logger.Level.ERROR, "event stream of " + source.id() + " given up; it is polled", bug);
    }
  }

  private static java.util.function.Supplier<Optional<String>> keep(Optional<String> last) {
    return () -> last;
  }

  /** Until it ends or falls silent. */
  private void flow(EventBody body) throws InterruptedException {
    try {
      wake.run();
      for (;;) {
        long left = silence.toNanos() - (System.nanoTime() - body.heard());
        if (left <= 0) {
          LOG.log(System.Logger.Level.INFO, "the event stream of {0} fell silent; it is opened again", source.id());
          return;
        }
        try {
          body.ended().get(left, TimeUnit.NANOSECONDS);
          return;
        } catch (TimeoutException perhapsHeardSince) {
          continue;
        } catch (ExecutionException e) {
          throw new IllegalStateException(e);
        }
      }
    } finally {
      body.cancel();
    }
  }

  /** Ends it; does not wait for the thread, which ends by itself. */
  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}
