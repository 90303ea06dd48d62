package iris.app;

import iris.alarm.Board;
import iris.alarm.Outcome;
import iris.flow.Cell;
import iris.notify.Teller;
import iris.ui.desk.EventLog;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Where outcomes go once they are safe: the screen's two cells, and the teller as soon as there is one. */
final class Telling {
  final Cell<Board> board;
  final Cell<EventLog> events;
  private final Queue<Outcome> early = new ArrayDeque<>();
  private Teller teller;

  Telling(Board first, EventLog before) {
    board = new Cell<>(first);
    events = new Cell<>(before);
  }

  /** On one thread: the journal's, or the desk's where there is no journal. */
  synchronized void pass(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      board.set(outcome.board());
      if (!outcome.transitions().isEmpty()) events.set(events.get().plus(outcome.transitions()));
      if (teller == null) early.add(outcome);
      else teller.post(outcome);
    }
  }

  synchronized void tellBy(Teller by) {
    teller = by;
    early.forEach(by::post);
    early.clear();
  }
}
