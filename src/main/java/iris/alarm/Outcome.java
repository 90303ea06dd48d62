package iris.alarm;

import java.util.List;
import java.util.Objects;

/** The answer of a board to an input: the next board, and what changed, in order. */
public record Outcome(Board board, List<Transition> transitions) {
  public Outcome {
    Objects.requireNonNull(board);
    transitions = List.copyOf(transitions);
  }
}
