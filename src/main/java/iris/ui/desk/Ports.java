package iris.ui.desk;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.flow.Cell;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All that the window knows of the rest of the house.
 *
 * @param acts takes what the operator does, on the FX thread: it must not block
 * @param now the clocks, the same that the boards are stamped with
 * @param faults told of what no code expected, on the FX thread; the window goes on
 * @param author name that acts are signed with
 * @param wishes takes what this window wishes of the rest of the program, on the FX thread
 */
public record Ports(
    Cell<Board> board,
    Cell<EventLog> events,
    Consumer<Act> acts,
    Supplier<Now> now,
    Consumer<Throwable> faults,
    String author,
    Consumer<Wish> wishes) {
  public Ports {
    Objects.requireNonNull(board);
    Objects.requireNonNull(events);
    Objects.requireNonNull(acts);
    Objects.requireNonNull(now);
    Objects.requireNonNull(faults);
    Objects.requireNonNull(wishes);
    if (author.isBlank()) throw new IllegalArgumentException("acts are signed with a name");
  }
}
