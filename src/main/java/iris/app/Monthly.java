package iris.app;

import iris.history.JournalAnnals;
import iris.history.years.Annals;
import iris.report.Press;
import iris.report.Statement;
import iris.report.due.Binder;
import iris.report.due.Binder.Written;
import iris.report.due.Schedule;
import iris.report.reckon.Books;
import iris.report.reckon.Promises;
import iris.settings.Settings;
import iris.signal.Reason;
import iris.signal.Report;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes the report of the last month when it is due, also if the console was off on that day. On a thread of its own,
 * with a reader of its own: no poll and no page waits for it. What fails is told as the console's fault.
 */
final class Monthly implements AutoCloseable {
  static final Duration EVERY = Duration.ofMinutes(1);
  /** After a failure, or a month of which nothing is known. */
  private static final Duration REST = Duration.ofHours(1);
  private static final System.Logger LOG = System.getLogger(Monthly.class.getName());

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("iris-monthly").factory());
  private final Supplier<Settings> settings;
  private final Promises promises;
  private final Path state;
  private final ZoneId zone;
  private final InstantSource wall;
  private final Consumer<Report> reports;
  private Instant rested = Instant.MIN;
  private boolean ill;

  /**
   * @param state folder of the journal, and of what is remembered
   * @param promises the same settings' contracts
   */
  Monthly(Supplier<Settings> settings, Promises promises, Path state, ZoneId zone, InstantSource wall,
      Consumer<Report> reports, Duration every) {
    this.settings = settings;
    this.promises = promises;
    this.state = state;
    this.zone = zone;
    this.wall = wall;
    this.reports = reports;
    clock.scheduleWithFixedDelay(this::look, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void look() {
    try {
      Settings now = settings.get();
      if (now.reports().isEmpty() || wall.instant().isBefore(rested)) return;
      Schedule schedule = now.reports().get();
      if (!new Binder(state).due(schedule, LocalDateTime.ofInstant(wall.instant(), zone))) return;
      heard(write(schedule, promises, state, zone, wall.instant()));
    } catch (RuntimeException | Error bug) {
      // An exception would end the watch for good, and silently.
      LOG.log(System.Logger.Level.ERROR, "the report of the month failed", bug);
      ill(Reason.of("app.fault", bug.toString()));
    }
  }

  private void heard(Written written) {
    switch (written) {
      case Written.These these -> {
        these.files().forEach(file -> LOG.log(System.Logger.Level.INFO, "the report of the month: " + file));
        if (ill) reports.accept(new Report.Health("reports", true, Reason.of("app.report.month", these.month().written())));
        ill = false;
      }
      case Written.Nothing nothing -> rested = wall.instant().plus(REST);
      case Written.Elsewhere elsewhere -> rested = wall.instant().plus(EVERY);
      case Written.Not(Reason why) -> ill(why);
    }
  }

  private void ill(Reason why) {
    // Interrupted by the end of the program: the next one writes it.
    if (clock.isShutdown()) return;
    ill = true;
    rested = wall.instant().plus(REST);
    reports.accept(new Report.Health("reports", false, why));
  }

  /** Once, now, if it is due. */
  static Written write(Schedule schedule, Promises promises, Path state, ZoneId zone, Instant now) {
    Map<String, Statement> made = new HashMap<>();
    try (Annals annals = new JournalAnnals(state)) {
      Books books = new Books(annals, promises);
      return new Binder(state).write(schedule, LocalDateTime.ofInstant(now, zone), leaf -> {
        Statement statement = made.get(leaf.month().written());
        if (statement == null) {
          statement = books.statement(schedule.services(), leaf.month(), now);
          made.put(leaf.month().written(), statement);
        }
        return Press.print(statement, leaf.format(), Words.of(leaf.lang(), zone));
      });
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
