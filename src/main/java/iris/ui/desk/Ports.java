package iris.ui.desk;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.flow.Cell;
import iris.signal.Reason;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All that the window knows of the rest of the house.
 *
 * @param acts takes what the operator does, on the FX thread: it must not block
 * @param now the clocks, the same that the boards are stamped with
 * @param faults told of what no code expected, on the FX thread; the window goes on
 * @param login name that acts are signed with while nobody else has said to be at the desk; it may change with the
 *     settings
 * @param wishes takes what this window wishes of the rest of the program, on the FX thread
 */
public record Ports(
    Cell<Board> board,
    Cell<EventLog> events,
    Consumer<Act> acts,
    Supplier<Now> now,
    Consumer<Throwable> faults,
    Supplier<String> login,
    Consumer<Wish> wishes) {
  public Ports {
    Objects.requireNonNull(board);
    Objects.requireNonNull(events);
    Objects.requireNonNull(acts);
    Objects.requireNonNull(now);
    Objects.requireNonNull(faults);
    Objects.requireNonNull(wishes);
    if (login.get().isBlank()) throw new IllegalArgumentException("acts are signed with a name");
  }

  /** With a login that never changes. */
  public Ports(
      Cell<Board> board,
      Cell<EventLog> events,
      Consumer<Act> acts,
      Supplier<Now> now,
      Consumer<Throwable> faults,
      String login,
      Consumer<Wish> wishes) {
    this(board, events, acts, now, faults, () -> login, wishes);
  }

  /** The name that acts are signed with now. */
  public String author() {
    return board.get().author(login.get());
  }

  /** Why the board would refuse such an act of who is at the desk, for want of a role. Empty: it would not. */
  public Optional<Reason> refuses(Class<? extends Act> act) {
    return board.get().rules().rights().refuses(author(), act);
  }

  /** The same, with acts that go another way. */
  public Ports acting(Consumer<Act> otherwise) {
    return new Ports(board, events, otherwise, now, faults, login, wishes);
  }
}
