package iris.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends in order when the machine wants the process to end (SIGTERM, log-out), not only when the user does. By the signal
 * and not by a shutdown hook: hooks run beside one another, and that of the toolkit took the painter away from a window
 * that was being painted, that of the log its file from what was still being closed (src/docs/decisions/0163).
 */
final class Farewell implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(12);
  /** So long it takes Java at most to end a process in which nothing is left to do. */
  private static final Duration LAST = Duration.ofSeconds(10);

  private final Runnable leave;
  private final Duration patience;
  private final CountDownLatch done = new CountDownLatch(1);
  private final FutureTask<Optional<Signals>> signals = new FutureTask<>(() -> Signals.hear(this::told));
  /** Who ends the process, as soon as somebody does. */
  private volatile @Nullable Thread ending;

  /**
   * Calls {@code leave} when the process is to end, and then gives whoever holds this time to close it. To be opened
   * first, so that it is closed last.
   */
  Farewell(Runnable leave) {
    this(leave, PATIENCE);
  }

  /** The same with less time: what is not closed by then is cut off. */
  Farewell(Runnable leave, Duration patience) {
    this.leave = leave;
    this.patience = patience;
    // Beside the start: twenty milliseconds of it.
    Thread.ofPlatform().daemon().name("iris-signals").start(signals);
  }

  /** The process ends at once where nothing is to be closed any more. */
  private void told(Runnable end) {
    if (done.getCount() > 0) {
      ending = Thread.currentThread();
      // What hangs in there must not keep the process from its end.
      Thread.ofPlatform().daemon().name("iris-farewell").start(leave);
      try {
        if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS))
          System.getLogger("iris").log(System.Logger.Level.WARNING, "cut off: not closed after {0}", patience);
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
      }
    }
    end.run();
  }

  @Override
  public void close() {
    done.countDown();
    try {
      signals.get().ifPresent(Signals::close);
      // Whoever ended us reads from the code that it was he: 143, not the 0 of a user who closed the window.
      Thread ends = ending;
      if (ends != null && !ends.join(LAST)) System.getLogger("iris").log(System.Logger.Level.WARNING, "Java does not end");
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
