package iris.flow;

import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One value with one writer and many readers. A watcher is nudged and looks: it is told that there is something newer,
 * never what, so a slow watcher skips values instead of queueing them. Watching calls back at once, on the caller's
 * thread, so that nobody needs a first look of his own.
 */
public final class Cell<T> {
  private final CopyOnWriteArrayList<Runnable> watchers = new CopyOnWriteArrayList<>();
  private volatile T value;

  public Cell(T first) {
    value = Objects.requireNonNull(first);
  }

  public T get() {
    return value;
  }

  /** Only the one writer calls this. A watcher must not block and must not throw: it posts a nudge. */
  public void set(T next) {
    value = Objects.requireNonNull(next);
    for (Runnable watcher : watchers) watcher.run();
  }

  /** Nudges {@code watcher} now and at every change until the returned handle is closed. */
  public Watch watch(Runnable watcher) {
    Objects.requireNonNull(watcher);
    watchers.add(watcher);
    watcher.run();
    return () -> watchers.remove(watcher);
  }

  /** Ends a watch. */
  @FunctionalInterface
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
