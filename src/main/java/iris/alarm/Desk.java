package iris.alarm;

import iris.flow.Mailbox;
import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The board's only writer: takes inputs one by one, each stamped when it is taken, and hands every outcome on. It does no
 * input or output and holds no lock. A mistake of ours in one step raises CONSOLE_FAULT and the next input is taken.
 */
public final class Desk implements AutoCloseable {
  /** Where the desk hands its steps on: the journal needs the input as well as what came of it. */
  @FunctionalInterface
  public interface Sink {
    void accept(Now now, Input input, Outcome outcome);
  }

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Mailbox<Input> inputs;
  private final Supplier<Now> clock;
  private final Sink sink;
  private final Thread thread;
  private volatile Board board;
  private volatile Now heartbeat;
  private volatile boolean open = true;
  /** The last step failed and said so; the next that goes well says that as well. */
  private boolean confessed;

  private Desk(Board first, Mailbox<Input> inputs, Supplier<Now> clock, Sink sink) {
    board = Objects.requireNonNull(first);
    this.inputs = Objects.requireNonNull(inputs);
    this.clock = Objects.requireNonNull(clock);
    this.sink = Objects.requireNonNull(sink);
    heartbeat = first.at();
    thread = Thread.ofPlatform().name("iris-desk").daemon(true).unstarted(this::work);
  }

  /**
   * Starts the desk.
   *
   * @param sink is handed every step in order, on the desk's thread; it must only pass it on
   */
  public static Desk open(Board first, Mailbox<Input> inputs, Supplier<Now> clock, Sink sink) {
    Desk desk = new Desk(first, inputs, clock, sink);
    desk.thread.start();
    return desk;
  }

  /** When the desk last looked, on its own clock: what a watchdog compares with now. */
  public Now heartbeat() {
    return heartbeat;
  }

  /** Where its thread stands; empty when it has ended. */
  public StackTraceElement[] stack() {
    return thread.getStackTrace();
  }

  private void work() {
    while (open) {
      try {
        Now now = clock.get();
        Duration patience = board.wakeAt().map(at -> at.minus(now.mono())).orElse(null);
        var letters = inputs.take(patience);
        if (letters.isEmpty()) step(new Input.Tick());
        for (Input letter : letters) step(letter);
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void step(Input input) {
    Now now = clock.get();
    heartbeat = now;
    try {
      Outcome outcome = board.after(input, now);
      sink.accept(now, input, outcome);
      board = outcome.board();
    } catch (RuntimeException | Error bug) {
      // An error as well: a desk that ended would leave the last board standing as if it were now.
      confess(now, input, bug);
      return;
    }
    if (confessed) {
      confessed = false;
      health(now, true, Reason.of("alarm.why.desk-well"));
    }
  }

  /** Says that a step failed, through the board itself; if even that fails, the old board ages and the shell says so. */
  private void confess(Now now, Input input, Throwable bug) {
    confessed = true;
    System.getLogger(Desk.class.getName()).log(System.Logger.Level.ERROR, "a step of the desk failed", bug);
    health(now, false, Reason.of("alarm.why.desk", input.getClass().getSimpleName(), bug.toString()));
  }

  private void health(Now now, boolean well, Reason why) {
    Input health = new Input.Heard(new Report.Health("desk", well, why));
    try {
      Outcome outcome = board.after(health, now);
      sink.accept(now, health, outcome);
      board = outcome.board();
    } catch (RuntimeException | Error again) {
      System.getLogger(Desk.class.getName()).log(System.Logger.Level.ERROR, "the desk cannot say what failed", again);
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
