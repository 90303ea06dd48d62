package iris.app;

import iris.signal.Reason;
import iris.signal.Report;
import iris.store.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Asks the screen's thread every few seconds whether it is alive. One that does not answer is a fault of the console,
 * told by sound and toast, which need no screen, and by the banner as soon as there is a screen again; where the thread
 * stood goes to the log, and the heartbeat file stops, for a watchdog outside.
 */
final class ScreenWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ScreenWatch.class.getName());
  static final Duration EVERY = Duration.ofSeconds(5);
  /** Asked, and not answered for so many rounds: frozen. Two, since a round may fall into a long collection. */
  private static final int ROUNDS = 2;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("iris-screen-watch").factory());
  private final Consumer<Runnable> nudge;
  private final Consumer<Report> reports;
  private final Path heartbeat;
  private final BooleanSupplier others;
  private final Duration every;
  private volatile boolean answered;
  private volatile Optional<Thread> screen = Optional.empty();
  /** All three only on the watch's thread; {@code asked} is 0 before the first question. */
  private long asked;
  private boolean frozen;
  private boolean noted;

  /**
   * @param nudge runs what it is given on the screen's thread
   * @param heartbeat written at each answer
   * @param others the other threads are well: without them a screen that answers is no sign of life
   */
  ScreenWatch(Consumer<Runnable> nudge, Consumer<Report> reports, Path heartbeat, BooleanSupplier others, Duration every) {
    this.nudge = nudge;
    this.reports = reports;
    this.heartbeat = heartbeat;
    this.others = others;
    this.every = every;
    clock.scheduleAtFixedRate(this::look, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void look() {
    Duration waited = Duration.ofNanos(System.nanoTime() - asked);
    if (asked == 0) {
      ask();
    } else if (answered) {
      beat();
      if (frozen) tell(true, Reason.of("app.screen.recovered", waited));
      frozen = false;
      ask();
    } else if (!frozen && waited.compareTo(every.multipliedBy(ROUNDS)) > 0) {
      frozen = true;
      note(waited);
      tell(false, Reason.of("app.screen.frozen", waited));
    }
  }

  /** Once for each freeze: where the thread stands now is where it froze. */
  private void note(Duration waited) {
    Throwable where = new Throwable("where the screen's thread stands");
    screen.or(ScreenWatch::toolkits).ifPresent(thread -> where.setStackTrace(thread.getStackTrace()));
    LOG.log(System.Logger.Level.ERROR, "the screen's thread has not answered for " + waited, where);
  }

  /** The thread that never answered, by the name that the toolkit gives it. */
  private static Optional<Thread> toolkits() {
    return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals("JavaFX Application Thread"))
        .findFirst();
  }

  /** One question at a time: a screen that is frozen must not wake up to a heap of them. */
  private void ask() {
    asked = System.nanoTime();
    answered = false;
    nudge.accept(() -> {
      screen = Optional.of(Thread.currentThread());
      answered = true;
    });
  }

  private void beat() {
    if (!others.getAsBoolean()) return;
    try {
      write(Instant.now());
      if (noted) reports.accept(new Report.Health("heartbeat", true, Reason.of("app.screen.heartbeat-again")));
      noted = false;
    } catch (IOException e) {
      if (!noted) reports.accept(new Report.Health("heartbeat", false, Reason.of("app.screen.no-heartbeat", heartbeat, e)));
      noted = true;
    }
  }

  /** A full disk has no room for the words, and yet for the time of the file, which is what a watchdog looks at. */
  private void write(Instant now) throws IOException {
    try {
      // The watchdog is the same person; that of another asks for the time of the file, which needs no right to read it.
      Owner.create(heartbeat);
      Files.writeString(heartbeat, now + "\n");
    } catch (IOException full) {
      if (!Files.exists(heartbeat)) throw full;
      Files.setLastModifiedTime(heartbeat, FileTime.from(now));
    }
  }

  private void tell(boolean well, Reason why) {
    reports.accept(new Report.Health("screen", well, why));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
