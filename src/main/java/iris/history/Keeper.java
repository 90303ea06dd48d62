package iris.history;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.FeedState;
import iris.alarm.Supervision;
import iris.flow.Mailbox;
import iris.signal.Reason;
import iris.signal.Report;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The journal's thread: takes what the desk decided, makes it durable, then passes it on to the screen and the
 * notifier. So nothing is shown as acknowledged or told that a power cut could undo.
 *
 * <p>A journal that cannot be written never stops an alarm: what it could not keep is passed on at once, said as a
 * fault of the console, and offered to the journal again until it takes it.
 */
public final class Keeper implements AutoCloseable {
  private static final AlarmKey CLOCK = new AlarmKey(AlarmKey.Kind.CONSOLE_FAULT, "clock");
  private static final Duration RETRY = Duration.ofSeconds(5);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

  /** Entries that wait for a broken journal; beyond it the oldest are given up, and that is said. */
  private static final int MOST_WAITING = 20_000;

  private final Journal journal;
  private final Consumer<List<Entry>> durable;
  private final Consumer<Report> health;
  private final Mailbox<Optional<Entry>> mailbox = new Mailbox<>();
  private final List<Entry> waiting = new ArrayList<>();
  private final Thread thread;
  private @Nullable Board last;
  private long givenUp;
  private boolean well = true;
  private volatile int turns;
  private volatile long kept;

  /**
   * @param durable gets each entry once, in order, on this thread; must not block
   * @param health gets a report each time that the journal breaks or works again
   */
  public Keeper(Journal journal, Consumer<List<Entry>> durable, Consumer<Report> health) {
    this(journal, durable, health, pack -> Thread.ofPlatform().name("iris-journal-snapshot").daemon().start(pack));
  }

  /** @param aside makes the snapshots, nobody waits for it */
  Keeper(Journal journal, Consumer<List<Entry>> durable, Consumer<Report> health, Executor aside) {
    this.journal = Objects.requireNonNull(journal);
    journal.packAside(aside);
    this.durable = Objects.requireNonNull(durable);
    this.health = Objects.requireNonNull(health);
    thread = Thread.ofPlatform().name("iris-journal").daemon().start(this::run);
  }

  /** Never blocks. */
  public void keep(Entry entry) {
    mailbox.post(Optional.of(entry));
  }

  /** Outcomes that wait to be kept: what a health check looks at. */
  public int waiting() {
    return mailbox.size();
  }

  /**
   * Number of the newest entry that is durable; 0 until one is. While {@code durable} is called it is the number of the
   * last entry handed to it, unless the journal is broken: then it stands still.
   */
  public long kept() {
    return kept;
  }

  /** Changes with every turn of its thread. */
  public int turns() {
    return turns;
  }

  /** Where its thread stands; empty when it has ended. */
  public StackTraceElement[] stack() {
    return thread.getStackTrace();
  }

  private void run() {
    try {
      boolean open = true;
      while (open) {
        List<Optional<Entry>> taken = mailbox.take(well ? null : RETRY);
        open = taken.stream().noneMatch(Optional::isEmpty);
        turn(taken.stream().flatMap(Optional::stream).toList());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Never silently dead: behind this thread the screen waits for what it passes on. */
  private void turn(List<Entry> entries) {
    try {
      if (!entries.isEmpty()) last = entries.getLast().outcome().board();
      waiting.addAll(entries);
      boolean kept = well;
      // It was broken a moment ago, and to try again may take its time: nobody is to wait for that.
      if (!kept) handOn(entries);
      try {
        write();
      } finally {
        // Whatever befell the journal: who is on duty hears it now, and not at the next reminder.
        if (kept) handOn(entries);
      }
      if (!entries.isEmpty() && well) lookAside();
      if (!entries.isEmpty() && well && sure(entries.getLast().outcome().board())) tidy(entries.getLast().now().wall());
    } catch (RuntimeException | Error bug) {
      System.getLogger("iris.history").log(System.Logger.Level.ERROR, "a turn of the journal failed", bug);
      said(false, Reason.of("history.journal.not-written", bug.toString()));
    }
    turns = turns + 1;
  }

  private void handOn(List<Entry> entries) {
    if (!entries.isEmpty()) durable.accept(entries);
  }

  private void write() {
    if (waiting.isEmpty()) return;
    try {
      journal.write(waiting);
      kept = journal.seq();
      waiting.clear();
      if (!well) said(true, Reason.of("history.journal.well-again", givenUp));
      givenUp = 0;
    } catch (SQLException e) {
      shorten();
      if (well) said(false, Hindrance.ofWriting(e));
    } catch (RuntimeException e) {
      // An entry that cannot be encoded would block all that come after it: keep the others.
      apart(e);
    }
  }

  /**
   * Whether the time is known well enough to drop what is old by it. A clock that somebody set ten years ahead would else
   * take the history with it: then no feed is fresh, or the console accuses its clock.
   */
  private static boolean sure(Board board) {
    // After every turn: with thousands of feeds nearly the first answers.
    boolean periodic = false;
    for (FeedState f : board.feeds().values()) {
      if (f.period().isEmpty()) continue;
      if (f.supervision() == Supervision.FRESH) return true;
      periodic = true;
    }
    if (periodic) return false;
    return Optional.ofNullable(board.alarms().get(CLOCK)).filter(a -> a.state().active()).isEmpty();
  }

  /** After everything that somebody waits for, too. */
  private void lookAside() {
    try {
      journal.lookAside();
    } catch (SQLException e) {
      System.getLogger("iris.history").log(System.Logger.Level.WARNING, "a snapshot was not written", e);
    }
  }

  /** After everything that somebody waits for. */
  private void tidy(Instant now) {
    try {
      journal.tidy(now);
    } catch (SQLException e) {
      // Nothing is lost but room on the disk; a journal that cannot be written says so itself.
      System.getLogger("iris.history").log(System.Logger.Level.WARNING, "old entries could not be dropped", e);
    }
  }

  private void apart(RuntimeException first) {
    List<Entry> each = List.copyOf(waiting);
    waiting.clear();
    for (Entry entry : each) {
      try {
        journal.write(List.of(entry));
      } catch (SQLException e) {
        waiting.add(entry);
      } catch (RuntimeException e) {
        givenUp++;
      }
    }
    said(false, Reason.of("history.journal.not-encoded", givenUp, String.valueOf(first.getMessage())));
  }

  private void shorten() {
    int over = waiting.size() - MOST_WAITING;
    if (over <= 0) return;
    waiting.subList(0, over).clear();
    givenUp += over;
  }

  private void said(boolean isWell, Reason why) {
    well = isWell;
    try {
      journal.patient(isWell);
    } catch (SQLException staysAsItWas) {
      System.getLogger("iris.history").log(System.Logger.Level.DEBUG, "a patience that could not be set", staysAsItWas);
    }
    health.accept(new Report.Health("journal", isWell, why));
  }

  /** Writes what is left and a last snapshot; gives up after 5 s, since a program must end. */
  @Override
  public void close() {
    mailbox.post(Optional.empty());
    try {
      if (!thread.join(PATIENCE_AT_CLOSE)) {
        thread.interrupt();
        return;
      }
      if (last != null && waiting.isEmpty()) journal.close(last);
      else journal.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException notWritten) {
      // The entries are durable; without the snapshot the next start only replays more of them.
      System.getLogger("iris.history").log(System.Logger.Level.WARNING, "no last snapshot: " + notWritten.getMessage());
    }
  }
}
