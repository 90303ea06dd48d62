package iris.history.keep;

import iris.signal.Reason;
import java.util.Objects;

/** What stands in one line of a file that is read; lines are counted from 1. */
sealed interface Line {
  /** @param number of the line where it begins */
  record Row(long number, Cells cells) implements Line {
    public Row {
      Objects.requireNonNull(cells);
    }
  }

  record Bad(long number, Reason why) implements Line {
    public Bad {
      Objects.requireNonNull(why);
    }
  }
}
