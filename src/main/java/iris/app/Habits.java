package iris.app;

import iris.alarm.Board;
import iris.alarm.Memory;
import iris.alarm.ServiceState;
import iris.history.drift.Looking;
import iris.history.story.Unreadable;
import iris.history.years.Annals;
import iris.signal.Norm;
import iris.signal.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks each minute whether the board knows what is usual now and soon, and asks the past where it does not: at the
 * start, each hour, and for a service that is new. One service at a time, so that a page that asks waits for one only.
 */
final class Habits implements AutoCloseable {
  static final Duration EVERY = Duration.ofMinutes(1);
  /** Known so long before it is needed: the next hour begins with it. */
  private static final Duration AHEAD = Duration.ofMinutes(15);
  private static final System.Logger LOG = System.getLogger(Habits.class.getName());

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("iris-habits").factory());
  private final AtomicBoolean asking = new AtomicBoolean();
  private final Supplier<Board> board;
  private final Annals annals;
  private final Executor reader;
  private final InstantSource wall;
  private final Supplier<ZoneId> zone;
  private final Consumer<Report> reports;

  /** @param reader the only thread that may ask {@code annals} */
  Habits(Supplier<Board> board, Annals annals, Executor reader, InstantSource wall, Supplier<ZoneId> zone,
      Consumer<Report> reports, Duration every) {
    this.board = board;
    this.annals = annals;
    this.reader = reader;
    this.wall = wall;
    this.zone = zone;
    this.reports = reports;
    clock.scheduleWithFixedDelay(this::look, Math.min(every.toNanos(), TimeUnit.SECONDS.toNanos(5)), every.toNanos(),
        TimeUnit.NANOSECONDS);
  }

  /** Only services with figures have habits. */
  static List<ServiceState> lacking(Board board, Instant now) {
    return board.services().values().stream().filter(s -> !s.windows().isEmpty())
        .filter(s -> !knows(board, s.key(), now) || !knows(board, s.key(), now.plus(AHEAD))).toList();
  }

  private static boolean knows(Board board, String service, Instant at) {
    Memory.OfService memory = board.memory().services().get(service);
    return memory != null && memory.norms().stream().anyMatch(n -> n.covers(at));
  }

  private void look() {
    Instant now = wall.instant();
    List<ServiceState> lacking = lacking(board.get(), now);
    if (lacking.isEmpty() || !asking.compareAndSet(false, true)) return;
    List<Norm> found = new ArrayList<>();
    try {
      for (ServiceState s : lacking) reader.execute(() -> ask(s, now, found));
      reader.execute(() -> {
        asking.set(false);
        if (!found.isEmpty()) reports.accept(new Report.Customary(found));
      });
    } catch (RejectedExecutionException closing) {
      asking.set(false);
    }
  }

  /** On the reader's thread. A past that cannot be read is told by the pages that show it; no alarm hangs on it. */
  private void ask(ServiceState s, Instant now, List<Norm> found) {
    try {
      found.addAll(Looking.of(annals, s.key(), s.service(), now, zone.get()));
    } catch (Unreadable | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "what is usual of " + s.key() + " cannot be read", e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
