package iris.feed;

import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Notices a poller that is stuck or dead, says so, and puts another in its place. A thread that does not end when it is
 * interrupted stays behind, once for a source: a second one would hang on the same lock, and each holds a carrier.
 */
final class PollerWatch {
  private static final System.Logger LOG = System.getLogger(PollerWatch.class.getName());
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Consumer<Report> reports;
  /** Those that were interrupted and did not end, by source. */
  private final Map<String, Poller> behind = new HashMap<>();
  /** Of which it was said that they cannot be ended: once is enough. */
  private final Set<String> hanging = new HashSet<>();
  /** Those that were put in a place, until they have asked. */
  private final Map<String, Poller> fresh = new HashMap<>();

  PollerWatch(Consumer<Report> reports) {
    this.reports = reports;
  }

  /**
   * The pollers as they should be: the same map where all are well.
   *
   * @param anew starts another poller like this one
   * @param nano System.nanoTime
   */
  Map<String, Poller> look(Map<String, Poller> running, UnaryOperator<Poller> anew, long nano) throws InterruptedException {
    Map<String, Poller> next = new LinkedHashMap<>(running);
    boolean changed = false;
    for (Poller poller : running.values()) {
      Optional<Duration> stuck = poller.stuck(nano);
      if (stuck.isEmpty()) continue;
      String id = poller.source().id();
      Poller before = behind.get(id);
      if (before != null && !before.ended(Duration.ZERO)) {
        if (hanging.add(id)) tell(id, false, Reason.of("feed.poller.hangs", id, stuck.get()));
        continue;
      }
      hanging.remove(id);
      tell(id, false, Reason.of("feed.poller.stuck", id, stuck.get()));
      LOG.log(System.Logger.Level.ERROR, "the poller of " + id + " is stuck", where(poller.stack()));
      poller.stop();
      if (poller.ended(PATIENCE)) behind.remove(id);
      else behind.put(id, poller);
      Poller other = anew.apply(poller);
      next.put(id, other);
      fresh.put(id, other);
      changed = true;
    }
    fresh.entrySet().removeIf(e -> recovered(e.getKey(), e.getValue(), next));
    return changed ? next : running;
  }

  private boolean recovered(String id, Poller poller, Map<String, Poller> running) {
    if (running.get(id) != poller) return true;
    if (!poller.hasPolled()) return false;
    tell(id, true, Reason.of("feed.poller.well", id));
    return true;
  }

  private static Throwable where(StackTraceElement[] stack) {
    Throwable where = new Throwable("where it stands");
    where.setStackTrace(stack);
    return where;
  }

  private void tell(String id, boolean well, Reason why) {
    reports.accept(new Report.Health("poller " + id, well, why));
  }
}
