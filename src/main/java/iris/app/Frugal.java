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
  /** What was needed for a while, as at the start with all documents at once, shows as given back only when it is looked for. */
  private static final Duration ANYWAY = Duration.ofSeconds(30);
  private static final String OLD = "Tenured Gen";

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("iris-frugal").factory());
  private final Optional<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
      .filter(pool -> pool.getName().equals(OLD)).findFirst();
  private long needed;
  private long collected = System.nanoTime();

  Frugal() {
    if (old.isPresent()) clock.scheduleWithFixedDelay(this::look, EVERY.toNanos(), EVERY.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void look() {
    long used = old.orElseThrow().getUsage().getUsed();
    boolean due = System.nanoTime() - collected > ANYWAY.toNanos() && used != needed;
    if (used - needed < GATHERED && !due) return;
    System.gc();
    collected = System.nanoTime();
    needed = old.orElseThrow().getUsage().getUsed();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
