package iris.relay.post;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.signal.Reason;
import iris.words.Words;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The way to one server: a thread for each signal that may be on its way at once, none of which another target waits
 * for.
 */
final class Post implements AutoCloseable {
  /** A courier that keeps no time-out of its own is called back after so many of them. */
  private static final int PATIENCE = 3;
  static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration STORE = Duration.ofSeconds(5);
  private static final Duration STUMBLED = Duration.ofSeconds(1);

  private final Target target;
  private final Courier courier;
  private final Outbox outbox;
  private final Supplier<Now> clock;
  private final Schedule schedule;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition nudge = lock.newCondition();
  private final List<Thread> threads = new ArrayList<>();
  private final Map<Thread, Duration> busy = new HashMap<>();
  private final Heads heads;
  private volatile boolean open = true;
  private volatile Words words;
  private volatile String logged = "";
  private Optional<Instant> last = Optional.empty();
  private Optional<String> proof = Optional.empty();
  private Optional<Reason> store = Optional.empty();

  Post(Target target, Courier courier, Outbox outbox, Supplier<Now> clock, RandomGenerator random, Words words) {
    this.target = target;
    this.courier = courier;
    this.outbox = outbox;
    this.clock = clock;
    this.words = words;
    heads = new Heads(target.id(), outbox, clock);
    schedule = new Schedule(target, courier, new Backoff(random), clock.get().mono(), this::head);
  }

  void start() {
    for (int i = 0; i < Math.max(1, courier.parallel()); i++)
      threads.add(Thread.ofVirtual().name("iris-relay-" + target.id() + "-" + i).start(this::work));
  }

  Target target() {
    return target;
  }

  Courier courier() {
    return courier;
  }

  void look(Aspect aspect) {
    locked(() -> schedule.look(aspect, clock.get()));
  }

  void lead(boolean leading) {
    locked(() -> schedule.lead(leading, clock.get()));
  }

  /** These were put into its queue. */
  void added(List<Letter> letters) {
    locked(() -> letters.forEach(l -> schedule.added(l, clock.get())));
  }

  /** Another process may have put something there, or another relay have delivered what was. */
  void refresh(Optional<Board> board) throws SQLException {
    Map<String, Outbox.Queue> queues = outbox.waiting(target.id());
    locked(() -> {
      queues.forEach((id, queue) -> schedule.waiting(Signals.of(board, id), queue, clock.get()));
      schedule.onlyThese(queues.keySet(), clock.get());
    });
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
      nudge.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Letter> head(Signal of) {
    try {
      return heads.of(of);
    } catch (SQLException e) {
      store = Optional.of(Reason.of("relay.store.unreadable", String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private void work() {
    while (open) {
      try {
        Optional<Job> job = take();
        if (job.isPresent()) run(job.get());
      } catch (InterruptedException called) {
        // The end, or called back a moment too late: then it goes on.
        if (!open) Thread.currentThread().interrupt();
      } catch (RuntimeException | Error bug) {
        stumble(bug);
      }
    }
  }

  /** A thread that ended here would be a server that hears nothing any more, and nobody told. */
  private void stumble(Throwable bug) {
    log(bug);
    store = Optional.of(Reason.of("relay.post.bug", bug.toString()));
    LockSupport.parkNanos(STUMBLED.toNanos());
  }

  private Optional<Job> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Optional<Job> job = claim();
      if (job.isEmpty())
        nudge.await(Math.max(1, schedule.patience(clock.get()).toMillis()), TimeUnit.MILLISECONDS);
      return job;
    } finally {
      lock.unlock();
    }
  }

  /** What is to be done now, which whoever asks then does. */
  Optional<Job> claim() {
    lock.lock();
    try {
      Now now = clock.get();
      Optional<Job> job = schedule.next(now);
      job.ifPresent(j -> {
        schedule.begin(j, now);
        busy.put(Thread.currentThread(), now.mono());
      });
      return job;
    } finally {
      lock.unlock();
    }
  }

  void run(Job job) throws InterruptedException {
    if (job instanceof Job.Look look) {
      Optional<Seen> seen = look(look);
      locked(() -> {
        busy.remove(Thread.currentThread());
        schedule.seen(look, seen, clock.get());
      });
      return;
    }
    Delivery delivery = deliver(job);
    Now now = clock.get();
    locked(() -> {
      busy.remove(Thread.currentThread());
      schedule.end(job, delivery, now).ifPresentOrElse(why -> die((Job.Bring) job, delivery, why, now),
          () -> strike(job, delivery, now));
    });
  }

  private Delivery deliver(Job job) throws InterruptedException {
    try {
      return switch (job) {
        case Job.Bring(Lane _, Letter letter) -> courier.deliver(letter.message());
        case Job.Repeat(Lane _, var message) -> courier.deliver(message);
        case Job.Introduce(Lane _, List<Signal> all) -> courier.introduce(all);
        case Job.Look _ -> throw new IllegalStateException("a question is no delivery");
      };
    } catch (InterruptedException called) {
      // Called back by the watch, not by the end: the message stays and comes again.
      if (!open) throw called;
      return Delivery.later("relay.post.stuck", target.timeout());
    } catch (RuntimeException | Error bug) {
      log(bug);
      return Delivery.later("relay.post.bug", bug.toString());
    }
  }

  private Optional<Seen> look(Job.Look look) throws InterruptedException {
    try {
      return courier.seen(look.lane().signal);
    } catch (InterruptedException called) {
      if (!open) throw called;
      return Optional.empty();
    } catch (RuntimeException | Error bug) {
      log(bug);
      return Optional.empty();
    }
  }

  /** Once, and not for each try: what fails is tried for as long as it fails. */
  private void log(Throwable bug) {
    String what = bug.toString();
    if (what.equals(logged)) return;
    logged = what;
    System.getLogger(Post.class.getName()).log(System.Logger.Level.ERROR, "a courier failed: " + target.id(), bug);
  }

  private void strike(Job job, Delivery delivery, Now now) {
    if (delivery instanceof Delivery.TryLater || job instanceof Job.Introduce) return;
    if (delivery instanceof Delivery.Delivered(Optional<String> said)) {
      last = Optional.of(now.wall());
      proof = said;
    }
    if (!(job instanceof Job.Bring(Lane lane, Letter letter))) return;
    try {
      outbox.done(letter);
      store = Optional.empty();
    } catch (SQLException e) {
      heads.struck(letter);
      schedule.hold(lane, now.mono().plus(STORE), now);
      store = Optional.of(Reason.of("relay.store.unwritten", String.valueOf(e.getMessage())));
    }
  }

  private void die(Job.Bring job, Delivery delivery, Reason why, Now now) {
    Reason said = delivery instanceof Delivery.TryLater
        ? Reason.of("relay.post.poison", Schedule.TRIES, words.say(why)) : why;
    try {
      outbox.die(job.letter(), said, now.wall());
    } catch (SQLException e) {
      // It stays where it is, and is refused once more.
      schedule.hold(job.lane(), now.mono().plus(STORE), now);
      store = Optional.of(Reason.of("relay.store.unwritten", String.valueOf(e.getMessage())));
    }
  }

  /** Calls back couriers that do not come back, and says how things stand. */
  Standing standing(Words in, Now now) throws SQLException {
    words = in;
    Outbox.Waiting waiting = outbox.counted(target.id());
    Outbox.Thinned thinned = outbox.thinned(target.id());
    int dead = outbox.buried(target.id());
    lock.lock();
    try {
      Duration most = target.timeout().multipliedBy(PATIENCE);
      busy.forEach((thread, since) -> {
        if (now.mono().minus(since).compareTo(most) > 0) thread.interrupt();
      });
      Optional<Reason> trouble = store.or(() -> Vitals.trouble(target.id(), schedule, in, now));
      return new Standing(target.id(), target.kind(), waiting.letters(), waiting.oldest(), last, proof, trouble,
          schedule.trouble(), dead, thinned.condensed(), thinned.lost());
    } finally {
      lock.unlock();
    }
  }

  /** Nothing more is sent; what is on its way stays in the queue. */
  void stop() {
    open = false;
    locked(() -> { });
    threads.forEach(Thread::interrupt);
  }

  @Override
  public void close() {
    stop();
    end(System.nanoTime() + GRACE.toNanos());
  }

  /** Waits for what is on its way until then, on the clock of {@link System#nanoTime}, and no longer. */
  void end(long until) {
    try {
      for (Thread thread : threads) thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    courier.close();
  }
}
