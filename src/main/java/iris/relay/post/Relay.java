package iris.relay.post;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.flow.Mailbox;
import iris.history.Tail;
import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Message.Sort;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.signal.Reason;
import iris.signal.Report;
import iris.words.Words;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The automatic mode: hears what the board decided once the journal has it, and sees to it that every target does. One
 * thread puts it into the outbox; each target has its own threads, and none waits for another.
 */
public final class Relay implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  /** How long a server may take until what it took can be read. */
  private static final int LOOKS = 20;

  private final Mailbox<Mail> mailbox = new Mailbox<>();
  private final Sorting sorting;
  private final Thread thread;
  private volatile boolean open = true;

  /** What its thread is told. */
  private sealed interface Mail {
    record Heard(List<Outcome> outcomes, long kept) implements Mail {}

    record Configured(List<Target> targets, Words words, CountDownLatch done) implements Mail {}

    record Behind(Tail tail, Board board) implements Mail {}

    record Stop() implements Mail {}
  }

  private Relay(Outbox outbox, Supplier<Now> clock, Consumer<Report> health, Function<Target, Courier> couriers,
      Optional<Lease> lease) {
    sorting = new Sorting(outbox, clock, health, couriers, lease, new SplittableRandom());
    thread = Thread.ofPlatform().name("iris-relay").daemon().unstarted(this::work);
  }

  /**
   * Opens the outbox of a profile and begins; nothing is told before {@link #configure}. One that is damaged is set
   * aside, and that is said.
   *
   * @param health gets what is to be said of targets that do not get what they are told; must not block
   * @param couriers the way to a target; may throw {@link IllegalArgumentException} where there is none
   * @param lease where two relays share a room; empty: this one always speaks
   * @throws SQLException where the outbox cannot be used: its folder cannot be written, or it is a newer program's
   */
  public static Relay open(Path folder, Supplier<Now> clock, Consumer<Report> health,
      Function<Target, Courier> couriers, Optional<Lease> lease) throws SQLException {
    Optional<String> aside = Damage.setAside(folder, clock.get().wall());
    aside.ifPresent(name -> health.accept(new Report.Health("relay", false, Reason.of("relay.store.aside", name))));
    Relay relay = new Relay(Outbox.open(folder), Objects.requireNonNull(clock), Objects.requireNonNull(health),
        Objects.requireNonNull(couriers), lease);
    relay.thread.start();
    return relay;
  }

  /** From any thread; what is not named any more is no longer told, its queue is kept. */
  public void configure(List<Target> targets, Words words) {
    CountDownLatch done = new CountDownLatch(1);
    mailbox.post(new Mail.Configured(List.copyOf(targets), words, done));
    try {
      if (!done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
        System.getLogger(Relay.class.getName())
            .log(System.Logger.Level.WARNING, "the relay is slow to take its targets");
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * After {@link #configure} and before the first {@link #heard}: what the journal has and the outbox does not, since
   * the program was stopped between the two.
   *
   * @param board as it was restored
   */
  public void catchUp(Tail tail, Board board) {
    mailbox.post(new Mail.Behind(tail, board));
  }

  /**
   * Once the journal has them. Never blocks.
   *
   * @param kept number of the newest durable entry, the last of these included; 0 where there is no journal
   */
  public void heard(List<Outcome> outcomes, long kept) {
    if (!outcomes.isEmpty()) mailbox.post(new Mail.Heard(List.copyOf(outcomes), kept));
  }

  /** How each target stands, in the order of the configuration. */
  public List<Standing> standing() {
    return sorting.standing();
  }

  /** Outcomes that wait to be put into the outbox: what a health check looks at. */
  public int waiting() {
    return mailbox.size();
  }

  public Outbox outbox() {
    return sorting.outbox();
  }

  /** Brings the dead letters of a target back into its queue. @return how many */
  public int replay(String target) throws SQLException {
    int back = sorting.outbox().replay(target);
    sorting.revived();
    return back;
  }

  private void work() {
    try {
      while (open) {
        for (Mail mail : mailbox.take(TICK)) guarded(() -> turn(mail));
        guarded(sorting::tick);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Never silently dead: what comes next is told, and the console hears that something was not. */
  private void guarded(Runnable turn) {
    try {
      turn.run();
    } catch (RuntimeException | Error bug) {
      sorting.failed(bug);
    }
  }

  private void turn(Mail mail) {
    switch (mail) {
      case Mail.Heard(List<Outcome> outcomes, long kept) -> sorting.heard(outcomes, kept);
      case Mail.Configured(List<Target> targets, Words words, CountDownLatch done) -> {
        try {
          sorting.configure(targets, words);
        } finally {
          done.countDown();
        }
      }
      case Mail.Behind(Tail tail, Board board) -> sorting.behind(tail, board);
      case Mail.Stop _ -> open = false;
    }
  }

  /**
   * A test outage and its recovery, past the queue, and what the server then held. Takes as long as the server does.
   *
   * @param of whose outage is played; the server must know it
   */
  public static Trial test(Target target, Courier courier, Signal of, Words words, Supplier<Now> clock)
      throws InterruptedException {
    Herald herald = Herald.of(words);
    Instant began = clock.get().wall();
    if (courier.introduce(List.of(of)) instanceof Delivery.Refused refused)
      return new Trial(refused, Optional.empty(), refused, Optional.empty());
    var outage = herald.trial(of, began, clock.get().wall(), Sort.BEGIN);
    Delivery bad = courier.deliver(outage);
    Optional<Seen> held = bad instanceof Delivery.Delivered ? holding(courier, outage) : Optional.empty();
    pause(courier.gap());
    var recovery = herald.trial(of, began, clock.get().wall(), Sort.END);
    Delivery good = courier.deliver(recovery);
    return new Trial(bad, held, good,
        good instanceof Delivery.Delivered ? holding(courier, recovery) : Optional.empty());
  }

  /** What it holds once it has had a moment to take it up. */
  private static Optional<Seen> holding(Courier courier, iris.relay.Message told) throws InterruptedException {
    Optional<Seen> seen = courier.seen(told.signal());
    for (int look = 0; look < LOOKS && seen.isPresent(); look++) {
      if (seen.get() instanceof Seen.Holds(var level, String _) && level == told.level()) return seen;
      pause(TICK);
      seen = courier.seen(told.signal());
    }
    return seen;
  }

  private static void pause(Duration d) throws InterruptedException {
    if (!d.isZero()) new CountDownLatch(1).await(d.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Within 5 s; what was not delivered stays in the outbox. */
  @Override
  public void close() {
    mailbox.post(new Mail.Stop());
    try {
      if (!thread.join(PATIENCE)) thread.interrupt();
    } catch (InterruptedException hurried) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
    sorting.close();
  }
}
