package iris.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives memory back. The serial collector collects its old generation only when the heap can grow no more, so that a
 * program which needs 30 MB comes to hold whatever it may have: a quarter of the machine. Of another collector nothing is
 * asked.
 */
final class Frugal implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final String OLD = "Tenured Gen";

  /**
   * When a whole collection is worth its pause.
   *
   * @param gathered bytes that came together since the last one, at least
   * @param share and at least this share of what was needed then: a large heap takes longer
   * @param anyway what was needed for a while, as at the start with all documents at once, shows as given back only when
   *     it is looked for; empty: never without enough gathered
   */
  record Thrift(long gathered, double share, Optional<Duration> anyway) {
    /** Where there is no screen nobody waits for the tenth of a second that a collection of so little takes. */
    static final Thrift SERVICE = new Thrift(4L << 20, 0, Optional.of(Duration.ofSeconds(30)));
    /** A fifth of a second for fifty services, two or three times an hour. */
    static final Thrift SCREEN = new Thrift(64L << 20, 0.5, Optional.empty());

    /** @param needed what the last collection left; {@code since} it */
    boolean isDue(long used, long needed, Duration since) {
      long more = used - needed;
      return more >= Math.max(gathered, (long) (share * needed)) || more != 0 && anyway.filter(a -> since.compareTo(a) > 0).isPresent();
    }
  }

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("iris-frugal").factory());
  private final Thrift thrift;
  /** Looked for when there is time: what tells of the memory is a hundred classes that no first picture needs. */
  private @Nullable Optional<MemoryPoolMXBean> old;
  private long needed;
  private long collected = System.nanoTime();

  Frugal(Thrift thrift) {
    this.thrift = thrift;
    clock.scheduleWithFixedDelay(this::look, EVERY.toNanos(), EVERY.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void look() {
    if (old == null)
      old = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals(OLD)).findFirst();
    if (old.isPresent()) look(old.get());
    else clock.shutdown();
  }

  private void look(MemoryPoolMXBean pool) {
    if (!thrift.isDue(pool.getUsage().getUsed(), needed, Duration.ofNanos(System.nanoTime() - collected))) return;
    System.gc();
    collected = System.nanoTime();
    needed = pool.getUsage().getUsed();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
