package iris.ui.charts;

import iris.ui.charts.model.View;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Views that were left, the newest first: one goes back to them with a key. */
final class Trail {
  private static final int MOST = 30;

  private final Deque<View> left = new ArrayDeque<>();

  void leave(View view) {
    if (view.equals(left.peek())) return;
    left.push(view);
    if (left.size() > MOST) left.removeLast();
  }

  Optional<View> back() {
    return Optional.ofNullable(left.poll());
  }

  /** The same page stood here in another language. */
  void follow(Trail other) {
    left.addAll(other.left);
  }
}
