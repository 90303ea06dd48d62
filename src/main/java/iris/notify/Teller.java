package iris.notify;

import iris.alarm.Answer;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.flow.Mailbox;
import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells: one thread takes outcomes in order, asks {@link Stages}, and acts through its two ports. Between outcomes it
 * waits until the time that the last decision named. Whatever goes wrong with one outcome is reported as the health of
 * "notify", and the next one is told all the same.
 */
public final class Teller implements AutoCloseable {
  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

  /**
   * Where a decision goes.
   *
   * @param said the journal: called before anything is shown, and again when the toast is, on foreign threads
   * @param horn why it sounds or does not, whenever that changes, for the header
   * @param health the desk's mailbox
   */
  public record Outlets(
      Horn sounds, Toasts toasts, Consumer<List<Answer>> said, Consumer<Reason> horn, Consumer<Report> health) {
    public Outlets {
      Objects.requireNonNull(sounds);
      Objects.requireNonNull(toasts);
      Objects.requireNonNull(said);
      Objects.requireNonNull(horn);
      Objects.requireNonNull(health);
    }
  }

  private final Mailbox<Outcome> mailbox = new Mailbox<>();
  private final Supplier<Now> clock;
  private volatile Wording wording;
  private final Outlets out;
  private final Thread thread;
  private volatile boolean closing;
  private Memory memory;
  private Board board;
  private Optional<Duration> wakeAt = Optional.empty();
  private Reason horn = Reason.of("notify.horn.quiet");
  private boolean well = true;
  private volatile int turns;

  /**
   * Starts the thread.
   *
   * @param memory what was told before a restart ({@link Memory#of}), else {@link Memory#EMPTY}
   * @param board where things stand now
   */
  public Teller(Memory memory, Board board, Supplier<Now> clock, Wording wording, Outlets out) {
    this.memory = Objects.requireNonNull(memory);
    this.board = Objects.requireNonNull(board);
    this.clock = Objects.requireNonNull(clock);
    this.wording = Objects.requireNonNull(wording);
    this.out = Objects.requireNonNull(out);
    thread = Thread.ofPlatform().name("iris-notify").daemon().start(this::run);
  }

  /** An outcome of the board, once its transitions are journaled. Every outcome: acknowledgements have no announcement. */
  public void post(Outcome outcome) {
    mailbox.post(outcome);
  }

  /** Other words, from the next notice on. */
  public void speak(Wording next) {
    wording = Objects.requireNonNull(next);
  }

  /** Letters that nobody told yet: what a health check looks at. */
  public int waiting() {
    return mailbox.size();
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
      while (!closing) {
        List<Outcome> letters = mailbox.take(wakeAt.map(at -> at.minus(clock.get().mono())).orElse(null));
        if (letters.isEmpty()) turn(new Outcome(board, List.of()));
        // One by one: each outcome is one poll, and a silence between two raises has to meet them in order.
        for (Outcome letter : letters) turn(letter);
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn(Outcome outcome) {
    board = outcome.board();
    turns = turns + 1;
    Now now = clock.get();
    try {
      act(Stages.decide(memory, outcome.transitions(), board, now), now);
      if (!well) out.health().accept(new Report.Health("notify", true, Reason.of("notify.teller.well")));
      well = true;
    } catch (RuntimeException | Error bug) {
      // Never silently dead: the desk raises a fault from this, and a wrong turn must not spin.
      wakeAt = Optional.of(now.mono().plusSeconds(15));
      well = false;
      out.health().accept(new Report.Health("notify", false, Reason.of("notify.teller.failed", bug)));
    }
  }

  private void act(Decision decision, Now now) {
    memory = decision.memory();
    wakeAt = decision.wakeAt();
    List<Answer> answers = Answering.of(decision, board);
    if (!answers.isEmpty()) out.said().accept(answers);
    if (decision.hush()) out.sounds().hush();
    decision.play().ifPresent(out.sounds()::play);
    decision.notice().ifPresent(notice -> out.toasts().show(wording.toast(notice, now.wall()),
        shown -> out.said().accept(Answering.of(notice, shown))));
    decision.withdraw().forEach(out.toasts()::withdraw);
    if (!decision.horn().equals(horn)) out.horn().accept(horn = decision.horn());
  }

  /** Ends the thread within five seconds, then its ports. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join(PATIENCE_AT_END);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    out.sounds().close();
    out.toasts().close();
  }
}
