package iris.history;

import iris.alarm.Input;
import iris.history.Tape.Damaged;
import iris.history.Tape.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reads inputs one by one from a snapshot on. For one thread. */
public final class TapeReader {
  private static final int AT_ONCE = 200;

  private final Tape tape;
  private final Documents documents = new Documents();
  private final Deque<Row> ahead = new ArrayDeque<>();
  private long seq;

  TapeReader(Tape tape, long seq) {
    this.tape = tape;
    this.seq = seq;
  }

  /**
   * The next input, which stays the next one. Empty: there is none yet.
   *
   * @throws Damaged where the store cannot be read on, or where numbers are missing: what follows would be built on
   *     what is not known
   */
  public Optional<Row> peek() throws Damaged {
    if (ahead.isEmpty()) ahead.addAll(tape.rows(seq, AT_ONCE));
    Row next = ahead.peek();
    if (next != null && next.seq() != seq + 1)
      throw new Damaged(new IllegalStateException("inputs " + (seq + 1) + " to " + (next.seq() - 1) + " are missing"));
    return Optional.ofNullable(next);
  }

  /** Takes the input that {@link #peek} has shown. */
  public Input take() throws Damaged {
    Row row = ahead.remove();
    seq = row.seq();
    try {
      return Tape.input(row, documents);
    } catch (RuntimeException e) {
      throw new Damaged(e);
    }
  }
}
