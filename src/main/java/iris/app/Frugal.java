package iris.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gives memory back. The serial collector collects the old generation only when its heap can grow no more, so that a
 * service which needs 30 MB comes to hold whatever it may have. A whole collection of so little takes a tenth of a second,
 * which nobody waits for where there is no screen.
 */
final class Frugal implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final long GATHERED = 16L << 20;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("iris-frugal").factory());
  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private long needed;

  Frugal() {
    clock.scheduleWithFixedDelay(this::look, EVERY.toNanos(), EVERY.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void look() {
    if (memory.getHeapMemoryUsage().getUsed() - needed < GATHERED) return;
    memory.gc();
    needed = memory.getHeapMemoryUsage().getUsed();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
