package iris.app;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.app.relay.MachineGround;
import iris.history.Tail;
import iris.relay.Ground;
import iris.relay.Target;
import iris.relay.post.Couriers;
import iris.relay.post.Lease;
import iris.relay.post.Relay;
import iris.relay.post.Standing;
import iris.signal.Reason;
import iris.signal.Report;
import iris.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The relay as the console and the service have it: it is there from the first server that the settings name, keeps its
 * letters beside the journal, and writes down how it does. A folder that cannot be used is a fault, never the end.
 */
final class Outward implements AutoCloseable {
  /** How often it is written down how the servers are told. */
  static final Duration EVERY = Duration.ofSeconds(5);
  /** Threads that did not come to their turn for so long hang. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  /** A disk that was full has room again. */
  private static final Duration AGAIN = Duration.ofSeconds(20);
  private static final System.Logger LOG = System.getLogger("iris.relay");

  private final Path folder;
  private final Supplier<Now> clock;
  private final Consumer<Report> reports;
  private final Optional<Lease> lease;
  private final boolean looksOn;
  private final Ground ground;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("iris-relay-watch").factory());
  private volatile Optional<Relay> relay = Optional.empty();
  private volatile Optional<Board> board;
  private volatile boolean refused;
  private Optional<Runnable> wanted = Optional.empty();
  private final Duration again;
  private volatile long turned;
  private boolean unwritten;

  /**
   * Nothing is told before {@link #configure}.
   *
   * @param folder of the journal
   * @param outset who only looks on at another's journal tells nobody: that one does
   */
  Outward(Path folder, Supplier<Now> clock, Consumer<Report> reports, Optional<Lease> lease, Outset outset) {
    this(folder, clock, reports, lease, outset, AGAIN);
  }

  /** @param again how long after a folder that could not be used it is tried again */
  Outward(
      Path folder, Supplier<Now> clock, Consumer<Report> reports, Optional<Lease> lease, Outset outset, Duration again) {
    this.again = again;
    this.folder = folder;
    this.clock = clock;
    this.reports = reports;
    this.lease = lease;
    board = outset.board();
    looksOn = outset.readOnly().isPresent();
    ground = new MachineGround(folder, Map.copyOf(System.getenv()), () -> clock.get().wall());
  }

  /** Tells these servers from now on, in these words; at first also what the journal has and they do not. */
  synchronized void configure(List<Target> targets, Words words) {
    if (relay.isPresent()) {
      relay.get().configure(targets, words);
      return;
    }
    refused = false;
    if (targets.isEmpty() || looksOn) return;
    Relay opened;
    try {
      opened = Relay.open(folder, clock, reports, target -> Couriers.of(target, ground), lease);
    } catch (SQLException | RuntimeException e) {
      unusable(targets, words, e);
      return;
    }
    opened.configure(targets, words);
    board.ifPresent(known -> opened.catchUp(new Tail(folder), known));
    relay = Optional.of(opened);
    turned = System.nanoTime();
    watch.scheduleWithFixedDelay(this::look, 0, EVERY.toNanos(), TimeUnit.NANOSECONDS);
    if (wanted.isPresent()) reports.accept(new Report.Health("relay", true, Reason.of("app.relay.outbox-again", folder)));
    wanted = Optional.empty();
  }

  /** It is tried again for as long as it cannot be: servers are told nothing, but the desk is there all the same. */
  private void unusable(List<Target> targets, Words words, Exception why) {
    refused = true;
    if (wanted.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, "the letters of the relay cannot be used", why);
      watch.scheduleWithFixedDelay(this::again, again.toNanos(), again.toNanos(), TimeUnit.NANOSECONDS);
    }
    wanted = Optional.of(() -> configure(targets, words));
    reports.accept(new Report.Health("relay", false, Reason.of("app.relay.outbox", folder, String.valueOf(why.getMessage()))));
  }

  /** What happened meanwhile stands in the journal, and is told from there. */
  private synchronized void again() {
    if (refused) wanted.ifPresent(Runnable::run);
  }

  /** Once the journal has them; never blocks. @param kept number of the last of them; 0 without a journal */
  void heard(List<Outcome> outcomes, long kept) {
    if (!outcomes.isEmpty()) board = Optional.of(outcomes.getLast().board());
    relay.ifPresent(r -> r.heard(outcomes, kept));
  }

  private void look() {
    // Posts are virtual threads: where one like them does not come to its turn, they do not either.
    if (relay.map(Relay::waiting).orElse(0) == 0) Thread.ofVirtual().name("iris-relay-turn").start(() -> turned = System.nanoTime());
    try {
      StandingFile.write(folder, new StandingFile.Look(clock.get().wall(), standing()));
      unwritten = false;
    } catch (IOException | RuntimeException e) {
      // The journal says more loudly that the disk is full; once is enough here.
      if (!unwritten) LOG.log(System.Logger.Level.WARNING, "how the relay does could not be written down: {0}", e.toString());
      unwritten = true;
    }
  }

  List<Standing> standing() {
    return relay.map(Relay::standing).orElse(List.of());
  }

  /** Its threads come to their turn; true as long as there is nobody to tell, false while nobody can be told. */
  boolean turns() {
    if (refused) return false;
    return relay.isEmpty() || System.nanoTime() - turned < PATIENCE.toNanos();
  }

  /** Within some 5 s; what is not delivered is kept. */
  @Override
  public synchronized void close() {
    watch.shutdownNow();
    relay.ifPresent(Relay::close);
    relay = Optional.empty();
  }
}
