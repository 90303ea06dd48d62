package iris.ui.alert;

import iris.alarm.Board;
import iris.alarm.Exercise;
import iris.alarm.Now;
import iris.words.Words;
import java.util.Optional;

/** What stands across every window while an exercise runs. */
public final class Played {
  private Played() {}

  public static Optional<String> of(Board board, Now now, Words words) {
    return board.shift().exercise().map(e -> words.say(e.taken().isPresent() ? "ui.alert.exercise.taken" : "ui.alert.exercise.runs",
        Names.played(board, e.subject(), words), e.author(), words.figures().when(e.started().wall(), now.wall()),
        words.figures().time(e.started().wall().plus(Exercise.LIMIT)),
        e.taken().map(Exercise.Taken::by).orElse("")));
  }

  /** The word and what it is about, for where there is little room. */
  public static Optional<String> brief(Board board, Words words) {
    return board.shift().exercise()
        .map(e -> words.say("ui.alert.exercise.subject", Names.played(board, e.subject(), words)));
  }
}
