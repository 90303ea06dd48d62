package iris.history;

import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import java.util.Objects;

/** One step of the board, as the journal keeps it. */
public record Entry(Now now, Input input, Outcome outcome) {
  public Entry {
    Objects.requireNonNull(now);
    Objects.requireNonNull(input);
    Objects.requireNonNull(outcome);
  }
}
