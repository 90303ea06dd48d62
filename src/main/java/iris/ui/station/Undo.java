package iris.ui.station;

import iris.alarm.Act;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what was done last in this window, all that one gesture did at once. Only what the board has accepted, and
 * only what takes nothing from anybody: words that were written stay, and a reset cannot be reset.
 */
final class Undo {
  private static final int DEPTH = 20;

  private final Deque<List<Act>> batches = new ArrayDeque<>();
  private final List<Act> waiting = new ArrayList<>();
  private boolean fresh = true;

  /** A key or a button goes down: what is done from now on is another deed. */
  void gesture() {
    fresh = true;
  }

  void posted(Act act) {
    if (inverse(act, act.author()).isEmpty()) return;
    waiting.add(act);
    if (fresh) batches.push(new ArrayList<>());
    fresh = false;
    batches.getFirst().add(act);
    if (batches.size() > DEPTH) batches.removeLast();
  }

  /** What was refused was not done, so there is nothing to take back. */
  void answered(Act act, boolean done) {
    waiting.remove(act);
    if (!done) batches.forEach(batch -> batch.remove(act));
    batches.removeIf(List::isEmpty);
  }

  /** The acts that take the last deed back, which is forgotten; empty: there is none, or it still waits. */
  List<Act> take(String author) {
    if (batches.isEmpty() || batches.getFirst().stream().anyMatch(waiting::contains)) return List.of();
    return batches.pop().stream().map(act -> inverse(act, author)).flatMap(Optional::stream).toList();
  }

  private static Optional<Act> inverse(Act act, String author) {
    return switch (act) {
      case Act.Acknowledge a -> Optional.of(new Act.Unacknowledge(a.alarm(), author));
      case Act.Shelve s -> Optional.of(new Act.Unshelve(s.alarm(), author));
      case Act.Silence _ -> Optional.of(new Act.Unsilence(author));
      case Act.Contest c -> Optional.of(new Act.Uncontest(c.service(), author));
      default -> Optional.empty();
    };
  }
}
