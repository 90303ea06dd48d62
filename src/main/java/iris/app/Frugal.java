package iris.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gives memory back. The serial collector collects its old generation only when the heap can grow no more, so that a
 * service which needs 30 MB comes to hold whatever it may have. A whole collection of so little takes a tenth of a second,
 * which nobody waits for where there is no screen. Of another collector nothing is asked.
 */
final class Frugal implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final long GATHERED = 4L << 20;
  private static final String OLD = "Tenured Gen";

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("iris-frugal").factory());
  private final Optional<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
      .filter(pool -> pool.getName().equals(OLD)).findFirst();
  private long needed;

  Frugal() {
    if (old.isPresent()) clock.scheduleWithFixedDelay(this::look, EVERY.toNanos(), EVERY.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void look() {
    long used = old.orElseThrow().getUsage().getUsed();
    if (used - needed < GATHERED) return;
    System.gc();
    needed = old.orElseThrow().getUsage().getUsed();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
