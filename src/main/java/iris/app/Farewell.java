package iris.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends in order when the machine wants the process to end (SIGTERM, log-out), not only when the user does. */
final class Farewell implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  /**
   * Calls {@code leave} when the process is to end, and then gives whoever holds this time to close it. To be opened
   * first, so that it is closed last.
   */
  Farewell(Runnable leave) {
    this(leave, PATIENCE);
  }

  /** The same with less time: what is not closed by then is cut off. */
  Farewell(Runnable leave, Duration patience) {
    hook = Thread.ofPlatform().name("iris-farewell").unstarted(() -> {
      leave.run();
      try {
        done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
      }
    });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      System.getLogger("iris").log(System.Logger.Level.DEBUG, "the process is ending");
    }
  }
}
