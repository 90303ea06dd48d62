package iris.agent.keep;

import iris.agent.AgentConfig;
import iris.agent.Evidence;
import iris.agent.Front;
import iris.agent.Shelf;
import iris.agent.Vitals;
import iris.flow.Cell;
import iris.flow.Mailbox;
import iris.signal.Reason;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The agent's one writer. All letters that wait are taken together, handed to the books of their services and, with
 * what time alone brought, committed at once; only what is committed is published. What is published waits for no other
 * commit; what merely changed a book waits a little, so that a thousand checks cost a few commits and not a thousand.
 */
public final class Engine implements AutoCloseable {
  /** The longest rest: how late an announcement of another process is seen. */
  private static final Duration BEAT = Duration.ofMillis(200);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(6);

  private final Mailbox<Letter> letters = new Mailbox<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Store store;
  private final InstantSource clock;
  private final Round round;
  private final Cell<Vitals> vitals;
  private final Thread thread;

  private Engine(Store store, InstantSource clock, Round round) {
    this.store = store;
    this.clock = clock;
    this.round = round;
    vitals = new Cell<>(round.vitals(clock.instant()));
    thread = Thread.ofPlatform().name("iris-agent").daemon().unstarted(this::run);
  }

  /**
   * Reads the books that were kept. Nothing runs before {@link #start}.
   *
   * @param store belongs to the engine from now on
   * @param damage of the store, to be said to the readers
   * @throws SQLException where what was kept cannot be read
   */
  public static Engine open(
      AgentConfig config, Store store, Optional<Reason> damage, Voice voice, InstantSource clock)
      throws SQLException {
    Objects.requireNonNull(damage);
    return new Engine(store, clock, Round.open(config, store, damage, voice, clock.instant()));
  }

  /** What is published, kept or not. */
  public Shelf shelf() {
    return store.shelf();
  }

  /** Refreshed at every step and every few seconds; old ones mean that the engine stands still. */
  public Cell<Vitals> vitals() {
    return vitals;
  }

  /** Starts the one thread. @param front is told everything that is published, on that thread */
  public void start(Front front) {
    round.publishTo(front);
    thread.start();
  }

  /** For sources: takes at once and never blocks. */
  public void hear(Evidence evidence) {
    letters.post(new Letter.Heard(evidence));
  }

  /** Completed when all that was heard before is committed, or cannot be. */
  public CompletableFuture<Void> settled() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    letters.post(new Letter.Settle(done));
    ended.whenComplete((nothing, cause) -> done.complete(null));
    return done;
  }

  /** Completed when the engine has ended; with a cause where it did not end as it was told to. */
  public CompletableFuture<Void> ended() {
    return ended.copy();
  }

  private void run() {
    try {
      round.begin(clock.instant());
      vitals.set(round.vitals(clock.instant()));
      for (boolean open = true; open; ) open = step(letters.take(rest()));
      ended.complete(null);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      ended.complete(null);
    } catch (RuntimeException | Error e) {
      System.getLogger("iris.agent").log(System.Logger.Level.ERROR, "the engine stopped", e);
      ended.completeExceptionally(e);
    }
  }

  private boolean step(List<Letter> taken) {
    Instant now = clock.instant();
    boolean close = taken.stream().anyMatch(Letter.Close.class::isInstance);
    boolean all = close || taken.stream().anyMatch(Letter.Settle.class::isInstance);
    round.take(taken, now, System.nanoTime());
    round.commit(now, all);
    if (round.vitalsDue(now)) vitals.set(round.vitals(now));
    for (Letter letter : taken) if (letter instanceof Letter.Settle(CompletableFuture<Void> done)) done.complete(null);
    return !close;
  }

  private Duration rest() {
    Instant now = clock.instant();
    return round.wakeAt().map(at -> Duration.between(now, at)).filter(d -> d.compareTo(BEAT) < 0).orElse(BEAT);
  }

  /** Commits what was heard before, gives it up after 6 s, and closes the store. */
  @Override
  public void close() {
    letters.post(new Letter.Close());
    try {
      if (thread.isAlive() && !thread.join(PATIENCE_AT_CLOSE)) thread.interrupt();
      store.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      // Everything is committed; what SQLite would tidy up at the end it tidies up at the next start.
      System.getLogger("iris.agent").log(System.Logger.Level.WARNING, "the store did not close: {0}", e.getMessage());
    }
  }
}
