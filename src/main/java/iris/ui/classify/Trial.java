package iris.ui.classify;

import iris.alarm.Board;
import iris.alarm.Criterion;
import iris.alarm.Preview;
import java.util.function.Consumer;

/** Tries a rule on all that is remembered. It takes its time elsewhere: never on the screen's thread. */
@FunctionalInterface
public interface Trial {
  /** @param then told what would have been, on any thread */
  void run(Criterion criterion, Board board, Consumer<Preview> then);
}
