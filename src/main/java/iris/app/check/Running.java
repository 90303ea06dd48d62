package iris.app.check;

import iris.alarm.Bounds;
import iris.signal.Bulletin;
import iris.signal.Dialect;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Maintenance.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The maintenance that runs now, by the newest word about each: one that was put off or cancelled does not run at its
 * first time. As on the board none lasts longer than a day.
 */
final class Running {
  private record Told(Maintenance work, Instant published) {}

  private static final Comparator<Told> OLDEST_FIRST =
      Comparator.comparing(Told::published).thenComparing(t -> t.work().state());

  private Running() {}

  static Optional<Maintenance> of(Bulletin bulletin, String service, Instant now) {
    Map<String, Told> newest = new LinkedHashMap<>();
    for (Item item : bulletin.items()) {
      if (!(item.body() instanceof Maintenance m) || !m.service().equals(service)) continue;
      Told told = new Told(m, item.published().orElse(Instant.MIN));
      newest.merge(m.id(), told, (a, b) -> OLDEST_FIRST.compare(a, b) >= 0 ? a : b);
    }
    return newest.values().stream().map(Told::work).filter(m -> runs(m, bulletin.dialect(), now)).findFirst();
  }

  /** A page that only planned its works has not begun them until it says so; the board waits for that word, too. */
  private static boolean runs(Maintenance m, Dialect dialect, Instant now) {
    boolean meant = m.state() == State.RUNNING || m.state() == State.PLANNED && dialect == Dialect.IRIS;
    return meant && !m.from().isAfter(now) && m.to().isAfter(now) && m.from().plus(Bounds.LONGEST_MAINTENANCE).isAfter(now);
  }
}
