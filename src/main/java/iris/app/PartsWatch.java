package iris.app;

import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Looks every few seconds after the threads that nobody sees: those that take letters, and the pollers. On a platform
 * thread of its own: virtual threads that hang on a lock would take it with them.
 */
final class PartsWatch implements AutoCloseable {
  static final Duration EVERY = Duration.ofSeconds(5);
  /** No letter takes a part so long: a step of the board is milliseconds, a commit on a slow disk a second. */
  static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final System.Logger LOG = System.getLogger(PartsWatch.class.getName());

  /**
   * A thread that takes letters.
   *
   * @param name as health reports call it
   * @param waiting letters that it has not taken
   * @param turns changes whenever it has taken some
   * @param stack where it stands; empty when it has ended
   */
  record Part(String name, IntSupplier waiting, LongSupplier turns, Supplier<StackTraceElement[]> stack) {}

  /** What else is looked after. */
  @FunctionalInterface
  interface Sweep {
    void look() throws InterruptedException;
  }

  /** What is known of one part; only on the watch's thread. */
  private static final class Known {
    private final Part part;
    private long turns;
    private long since = System.nanoTime();
    private boolean stuck;

    Known(Part part) {
      this.part = part;
      turns = part.turns().getAsLong();
    }
  }

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("iris-parts-watch").factory());
  private final List<Known> parts = new ArrayList<>();
  private final Sweep pollers;
  private final Consumer<Report> reports;
  private final Runnable aloud;
  private final Duration patience;
  private volatile boolean well = true;

  /** @param aloud makes itself heard without the desk, which may be what is stuck */
  PartsWatch(
      List<Part> watched, Sweep pollers, Consumer<Report> reports, Runnable aloud, Duration every, Duration patience) {
    watched.forEach(part -> parts.add(new Known(part)));
    this.pollers = pollers;
    this.reports = reports;
    this.aloud = aloud;
    this.patience = patience;
    clock.scheduleAtFixedRate(this::look, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** All parts take their letters. */
  boolean well() {
    return well;
  }

  private void look() {
    try {
      parts.forEach(this::look);
      well = parts.stream().noneMatch(known -> known.stuck);
      pollers.look();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error bug) {
      // An exception would end the watch for good, and silently.
      LOG.log(System.Logger.Level.ERROR, "a look at the parts failed", bug);
      reports.accept(new Report.Health("console", false, Reason.of("app.fault", bug.toString())));
    }
  }

  private void look(Known known) {
    Part part = known.part;
    long turns = part.turns().getAsLong();
    if (part.waiting().getAsInt() == 0 || turns != known.turns) {
      if (known.stuck) reports.accept(new Report.Health(part.name(), true, Reason.of("app.part.well", since(known))));
      known.stuck = false;
      known.turns = turns;
      known.since = System.nanoTime();
    } else if (!known.stuck && since(known).compareTo(patience) > 0) {
      known.stuck = true;
      well = false;
      Throwable where = new Throwable("where it stands");
      where.setStackTrace(part.stack().get());
      LOG.log(System.Logger.Level.ERROR, "the thread of " + part.name() + " takes no letters", where);
      reports.accept(new Report.Health(part.name(), false, Reason.of("app.part.stuck", since(known))));
      aloud.run();
    }
  }

  private static Duration since(Known known) {
    return Duration.ofNanos(System.nanoTime() - known.since);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
