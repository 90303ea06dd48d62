package iris.feed;

import iris.flow.Mailbox;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Reason;
import iris.signal.Report;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Polls one source on a virtual thread until it is closed. Never silently dead: a bug inside is reported as
 * {@code feed.internal} and the poller goes on.
 */
public final class Poller implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Poller.class.getName());
  private static final Duration SLICE = Duration.ofSeconds(10);
  private static final Duration PUSH_GAP = Duration.ofMillis(250);
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private enum Letter {
    POLL,
    PUSH,
    LOOK,
    STOP
  }

  /**
   * What the thread is at, for who watches it.
   *
   * @param since System.nanoTime
   * @param lasts how long it may rest before it asks again; zero while it asks
   */
  private record Turn(long since, Duration lasts) {}

  /** A wait, on both clocks. */
  private record Rest(long began, Duration lasts, Instant due) {}

  private final Mailbox<Letter> mail = new Mailbox<>();
  private final Fetcher fetcher;
  private final Consumer<Report> reports;
  private final Optional<Rejects> rejects;
  private final InstantSource clock;
  private final RandomGenerator dice;
  private final Thread thread;
  private final Optional<Following> following;
  private final AtomicBoolean pushed = new AtomicBoolean();
  private volatile boolean closed;
  private volatile Course course;
  private volatile Turn turn;
  private volatile boolean told;
  private long polled = System.nanoTime() - PUSH_GAP.toNanos();

  /**
   * Starts polling.
   *
   * @param reports takes what is to be told; called on the poller's thread, must not block
   * @param reach how far what is kept reaches; empty to follow neither streams nor archives
   * @param first how long to wait before the first poll
   */
  Poller(SourceConfig source, Fetcher fetcher, Consumer<Report> reports, Optional<Rejects> rejects,
      Optional<Reach> reach, InstantSource clock, RandomGenerator dice, Duration first) {
    this.fetcher = fetcher;
    this.reports = reports;
    this.rejects = rejects;
    this.clock = clock;
    this.dice = dice;
    this.following = reach.filter(_ -> !source.isFile())
        .map(r -> new Following(source, fetcher, this::tell, r, dice, this::push));
    this.course = Course.begin(source);
    this.turn = new Turn(System.nanoTime(), first);
    this.thread = Thread.ofVirtual().name("poll " + source.id()).start(() -> run(first));
  }

  public SourceConfig source() {
    return course.source();
  }

  /** Polls without waiting for the time to come; several wishes while a poll is under way are one. */
  public void pollNow() {
    mail.post(Letter.POLL);
  }

  /** The source says that it published; a flood of such words is one. */
  private void push() {
    if (!pushed.getAndSet(true)) mail.post(Letter.PUSH);
  }

  /** Looks at the clock again: the machine slept, or a test moved the time. */
  void look() {
    mail.post(Letter.LOOK);
  }

  private void run(Duration first) {
    Rest rest = rest(first);
    try {
      while (pause(rest)) rest = pollAndGoOn();
    } catch (InterruptedException closing) {
      if (!closed) LOG.log(System.Logger.Level.ERROR, "poller interrupted by a stranger", closing);
    }
  }

  private Rest pollAndGoOn() throws InterruptedException {
    try {
      return poll();
    } catch (RuntimeException | Error bug) {
      LOG.log(System.Logger.Level.ERROR, "poll of " + source().id(), bug);
      try {
        tell(new Report.Unreached(source().id(), Reason.of("feed.internal", bug.getClass().getSimpleName())));
      } catch (RuntimeException | Error deaf) {
        LOG.log(System.Logger.Level.ERROR, "nobody takes the reports of " + source().id(), deaf);
      }
      return rest(source().every());
    }
  }

  private Rest poll() throws InterruptedException {
    Course before = course;
    boolean wasPushed = pushed.getAndSet(false);
    polled = System.nanoTime();
    turn = new Turn(polled, Duration.ZERO);
    // A cache's copy is older than what we were told of.
    Ask ask = wasPushed ? new Ask(before.ask().validators(), true) : before.ask();
    Fetch fetch = fetcher.fetch(before.source(), ask);
    Optional<Reading> reading = fetch instanceof Fetch.Body body && before.mustRead(body)
        ? Optional.of(Rss.read(body.bytes(), before.options(body)))
        : Optional.empty();
    Instant now = clock.instant();
    Course.Step step = before.after(fetch, reading, now, dice.nextDouble());
    if (step.keepRaw() && fetch instanceof Fetch.Body body)
      rejects.ifPresent(kept -> kept.keep(before.source().id(), body.bytes(), now));
    Rest rest = rest(step.rest());
    told(step.report(), fetch);
    // Only now: a document that nobody took is not known, and will be read again.
    course = step.course();
    told = true;
    return rest;
  }

  private void told(Report report, Fetch fetch) {
    if (!(report instanceof Report.Published published) || following.isEmpty()) {
      tell(report);
      return;
    }
    URI at = fetch instanceof Fetch.Body body ? body.validators().of().orElse(source().uri()) : source().uri();
    tell(following.get().vetted(published, at));
    following.get().published(published.bulletin(), at);
  }

  private void tell(Report report) {
    if (!closed) reports.accept(report);
  }

  private Rest rest(Duration lasts) {
    turn = new Turn(System.nanoTime(), lasts);
    return new Rest(System.nanoTime(), lasts, clock.instant().plus(lasts));
  }

  /**
   * Waits on both clocks, whichever is through first: the monotonic one stands still while the machine sleeps, the wall
   * clock may be set back. However long the sleep was, one poll follows.
   *
   * @return false when it is time to stop
   */
  private boolean pause(Rest planned) throws InterruptedException {
    Rest rest = planned;
    for (;;) {
      if (closed) return false;
      Duration left = least(rest.lasts().minusNanos(System.nanoTime() - rest.began()),
          Duration.between(clock.instant(), rest.due()));
      if (left.isNegative() || left.isZero()) return true;
      List<Letter> letters = mail.take(least(left, SLICE));
      if (letters.contains(Letter.STOP)) return false;
      if (letters.contains(Letter.POLL)) return true;
      if (letters.contains(Letter.PUSH)) rest = sooner();
    }
  }

  /** At once, unless the last poll was just now: a server that pushes without end is not asked without end. */
  private Rest sooner() {
    Duration left = PUSH_GAP.minusNanos(System.nanoTime() - polled);
    return rest(left.isNegative() ? Duration.ZERO : left);
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /**
   * For how long it has been at one thing, if that is longer than any wait of its source explains: three intervals and
   * all time-outs; or if its thread has ended though nobody ended it. Empty: it is well.
   *
   * @param nano System.nanoTime
   */
  Optional<Duration> stuck(long nano) {
    Turn now = turn;
    Duration at = Duration.ofNanos(nano - now.since());
    SourceConfig source = source();
    Duration interval = now.lasts().compareTo(source.every()) > 0 ? now.lasts() : source.every();
    Duration most = interval.plus(source.every().multipliedBy(2)).plus(source.caps().whole());
    return !closed && (!thread.isAlive() || at.compareTo(most) > 0) ? Optional.of(at) : Optional.empty();
  }

  /** It has asked and told of it since it was made. */
  boolean hasPolled() {
    return told;
  }

  /** Its thread has ended, or ends within the limit. */
  boolean ended(Duration limit) throws InterruptedException {
    return thread.join(limit);
  }

  StackTraceElement[] stack() {
    return thread.getStackTrace();
  }

  /** Asks it to stop: from now on it reports nothing. */
  void stop() {
    closed = true;
    following.ifPresent(Following::close);
    mail.post(Letter.STOP);
    thread.interrupt();
  }

  /** Waits for a stopped poller's thread. */
  void join(Duration limit) throws InterruptedException {
    if (!thread.join(limit))
      LOG.log(System.Logger.Level.WARNING, "poller of " + source().id() + " did not end in time");
  }

  @Override
  public void close() {
    stop();
    try {
      join(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
