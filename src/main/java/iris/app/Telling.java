package iris.app;

import iris.alarm.Board;
import iris.alarm.Outcome;
import iris.alarm.Transition;
import iris.flow.Cell;
import iris.notify.Teller;
import iris.ui.desk.EventLog;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where outcomes go once they are safe: the screen's two cells, and the teller as soon as there is one. */
final class Telling {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final Cell<Board> board;
  final Cell<EventLog> events;
  private final Consumer<List<Transition>> past;
  private final Queue<Outcome> early = new ArrayDeque<>();
  private @Nullable Teller teller;

  /** @param past told of all that changed, before the screen sees it */
  Telling(Board first, EventLog before, Consumer<List<Transition>> past) {
    this.past = past;
    board = new Cell<>(first);
    events = new Cell<>(before);
  }

  /** On one thread: the journal's, or the desk's where there is no journal. */
  synchronized void pass(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      past.accept(outcome.transitions());
      // The events first: whoever sees the board finds what led to it.
      if (!outcome.transitions().isEmpty()) events.set(events.get().plus(outcome.transitions()));
      board.set(outcome.board());
      if (teller == null) early.add(outcome);
      else teller.post(outcome);
    }
  }

  /**
   * Waits until another board than this is shown: one that was restored says what was true when the program stopped,
   * and must never be seen as if it were now.
   */
  void leave(Board old) {
    CountDownLatch left = new CountDownLatch(1);
    try (Cell.Watch _ = board.watch(() -> {
      if (board.get() != old) left.countDown();
    })) {
      if (!left.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        throw new IllegalStateException("the desk does not answer at the start");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  synchronized void tellBy(Teller by) {
    teller = by;
    early.forEach(by::post);
    early.clear();
  }
}
