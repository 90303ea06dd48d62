package iris.history;

import iris.alarm.Board;
import iris.signal.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the journal gives back at a start.
 *
 * @param board as it was when the program last lived; empty for a new profile
 * @param recent the last entries' transitions, oldest first, for the list of events
 * @param damage what could not be read; never silently empty
 */
public record Restored(Optional<Board> board, List<iris.alarm.Transition> recent, Optional<Reason> damage) {
  public static final Restored NOTHING = new Restored(Optional.empty(), List.of(), Optional.empty());

  public Restored {
    Objects.requireNonNull(board);
    recent = List.copyOf(recent);
    Objects.requireNonNull(damage);
  }

  /** When the program was last alive. */
  public Optional<Instant> stopped() {
    return board.map(b -> b.at().wall());
  }
}
