package iris.fallback;

import iris.fallback.Asking.Seen;
import iris.signal.FallbackSight;
import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks one fallback how it stands, at once and then again and again. What is news is reported, and three times in a row,
 * so that the board can tell an accident from a fact; after that now and then, since each report is a line of the journal.
 */
final class Lookout implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration NOW_AND_THEN = Duration.ofMinutes(5);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int IN_A_ROW = 3;

  private final Plan plan;
  private final StatusCheck check;
  private final Doing doing;
  private final Consumer<Report> reports;
  private final Duration soon;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean afresh;
  private @Nullable FallbackSight last;
  private int times;
  private int answers;
  private long reported;

  Lookout(Plan plan, StatusCheck check, Doing doing, Consumer<Report> reports) {
    this(plan, check, doing, reports, SOON);
  }

  /** @param soon the pause between the first answers */
  Lookout(Plan plan, StatusCheck check, Doing doing, Consumer<Report> reports, Duration soon) {
    this.plan = plan;
    this.check = check;
    this.doing = doing;
    this.reports = reports;
    this.soon = soon;
    thread = Thread.ofVirtual().name("fallback check " + plan.service()).start(this::run);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        look();
        // What the board believes anew is settled soon; a check that wavers is not asked the more often for it.
        Duration pause = answers < IN_A_ROW ? shorter(check.every(), soon) : check.every();
        if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) wake.drainPermits();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private void look() throws InterruptedException {
    if (afresh) times = answers = 0;
    afresh = false;
    Seen seen = ask();
    if (answers < IN_A_ROW) answers++;
    times = seen.sight() == last ? times + 1 : 1;
    last = seen.sight();
    boolean due = System.nanoTime() - reported >= NOW_AND_THEN.toNanos();
    if (times > IN_A_ROW && !due) return;
    reported = System.nanoTime();
    reports.accept(new Report.FallbackSeen(plan.service(), seen.sight(), seen.why()));
  }

  /** Whatever breaks says nothing of the fallback, and does not end the asking. */
  private Seen ask() throws InterruptedException {
    try {
      return Asking.once(check, doing, LIMIT);
    } catch (RuntimeException bug) {
      System.getLogger(Lookout.class.getName()).log(System.Logger.Level.ERROR, "a status check broke", bug);
      return new Seen(FallbackSight.UNASKED, Reason.of("fallback.check.bug", bug.getClass().getSimpleName()));
    }
  }

  /** The board believes something else now: it wants to hear it anew. */
  void again() {
    afresh = true;
    wake.release();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
