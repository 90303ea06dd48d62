package iris.ui.page;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.ui.desk.EventLog;
import java.util.Objects;

/** What a page is drawn from: one moment of the house. */
public record Seen(Board board, EventLog log, Now now) {
  public Seen {
    Objects.requireNonNull(board);
    Objects.requireNonNull(log);
    Objects.requireNonNull(now);
  }
}
