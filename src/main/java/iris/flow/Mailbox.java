package iris.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What many post and one takes. Unbounded, since nothing that was heard may be dropped; {@link #size} is what a health
 * check looks at. Posting never blocks.
 */
public final class Mailbox<T> {
  private final LinkedBlockingQueue<T> queue = new LinkedBlockingQueue<>();

  public void post(T letter) {
    queue.add(Objects.requireNonNull(letter));
  }

  public int size() {
    return queue.size();
  }

  /**
   * All that waits, in order, after waiting at most {@code patience} for the first; empty when nothing came.
   *
   * @param patience null waits without limit
   */
  public List<T> take(@Nullable Duration patience) throws InterruptedException {
    T first = patience == null ? queue.take() : queue.poll(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
    if (first == null) return List.of();
    List<T> all = new ArrayList<>();
    all.add(first);
    queue.drainTo(all);
    return all;
  }
}
