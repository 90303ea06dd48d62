package iris.relay.real;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what a real server does in its own time; a bound, so that a test ends. */
public final class Await {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final long LOOK_MILLIS = 50;

  private Await() {}

  public static void until(Callable<Boolean> so, Supplier<String> otherwise) throws InterruptedException {
    until(PATIENCE, so, otherwise);
  }

  public static void until(Duration patience, Callable<Boolean> so, Supplier<String> otherwise) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      try {
        if (so.call()) return;
      } catch (InterruptedException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      if (System.nanoTime() > end) throw new AssertionError("not within " + patience + ": " + otherwise.get());
      never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }
}
