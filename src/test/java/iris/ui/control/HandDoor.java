package iris.ui.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** A door whose time is moved by hand. */
final class HandDoor implements Door {
  private record Late(Duration at, int order, Runnable task) {}

  private final Queue<Runnable> posted = new ArrayDeque<>();
  private final PriorityQueue<Late> waiting =
      new PriorityQueue<>(Comparator.comparing(Late::at).thenComparing(Late::order));
  private Duration now = Duration.ZERO;
  private int order;

  @Override
  public void post(Runnable task) {
    posted.add(task);
  }

  @Override
  public void after(Duration delay, Runnable task) {
    waiting.add(new Late(now.plus(delay), order++, task));
  }

  @Override
  public void close() {
    posted.clear();
    waiting.clear();
  }

  int waiting() {
    return posted.size() + waiting.size();
  }

  Duration now() {
    return now;
  }

  /** Runs what is due until {@code later}, each at its time. */
  void pass(Duration later) {
    Duration end = now.plus(later);
    while (true) {
      while (!posted.isEmpty()) posted.remove().run();
      if (waiting.isEmpty() || waiting.peek().at().compareTo(end) > 0) break;
      Late next = waiting.remove();
      now = next.at();
      next.task().run();
    }
    now = end;
  }
}
