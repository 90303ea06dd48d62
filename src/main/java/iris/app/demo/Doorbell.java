package iris.app.demo;

import iris.agent.Vitals;
import iris.flow.Cell;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Rings a moment after the agent has published something, so that nobody at a demonstration waits for a poll. */
final class Doorbell implements AutoCloseable {
  /** The document is written on another thread, and several services speak within a second. */
  private static final long MOMENT_MILLIS = 250;

  private final Cell<Vitals> vitals;
  private final ScheduledExecutorService bell;
  private final Runnable published;
  private final AtomicBoolean due = new AtomicBoolean();
  private final Cell.Watch watch;
  /** Of the engine's thread, which is the one that nudges. */
  private volatile List<Object> seen = List.of();

  Doorbell(Cell<Vitals> vitals, ScheduledExecutorService bell, Runnable published) {
    this.vitals = vitals;
    this.bell = bell;
    this.published = published;
    watch = vitals.watch(this::look);
  }

  private void look() {
    List<Object> now = vitals.get().services().stream()
        .<Object>map(s -> List.of(s.service(), s.state(), s.lastWindow(), s.openIncidents())).toList();
    if (now.equals(seen)) return;
    seen = now;
    if (bell.isShutdown() || due.getAndSet(true)) return;
    bell.schedule(() -> {
      due.set(false);
      published.run();
    }, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    watch.close();
  }
}
