package iris.ui.control;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * The one way onto the FX thread. Waiting is done on a thread of the door's own, not by an animation: a running
 * animation makes the toolkit pulse sixty times a second though nothing changes.
 */
public interface Door extends AutoCloseable {
  /** Runs {@code task} on the FX thread soon. From any thread; never blocks. */
  void post(Runnable task);

  /** Runs {@code task} on the FX thread after {@code delay}. From any thread; never blocks. */
  void after(Duration delay, Runnable task);

  /** What waits is dropped; what is posted later is dropped too. */
  @Override
  void close();

  /** The door of a running toolkit. Close it before the toolkit ends. */
  static Door screen() {
    return new Screen();
  }

  /** Platform.runLater, and nowhere else. */
  final class Screen implements Door {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name("iris-screen-clock").factory());

    private Screen() {}

    @Override
    public void post(Runnable task) {
      if (!clock.isShutdown()) Platform.runLater(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
      if (clock.isShutdown()) return;
      clock.schedule(() -> post(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
      clock.shutdownNow();
    }
  }
}
