package iris.app.check;

import iris.signal.Bulletin;
import iris.signal.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The windows of a document, each known by its start.
 *
 * @param missing starts of windows that should stand between a service's first and last, oldest first; at most 10,000
 */
record Coverage(int count, Optional<Instant> first, Optional<Instant> last, List<Instant> missing) {
  static final Coverage NONE = new Coverage(0, Optional.empty(), Optional.empty(), List.of());
  private static final int MOST = 10_000;

  Coverage {
    missing = List.copyOf(missing);
  }

  static Coverage of(Bulletin bulletin, Instant now) {
    Map<String, TreeSet<Instant>> starts = new TreeMap<>();
    Optional<Duration> shortest = bulletin.windows().map(Window::length).min(Duration::compareTo);
    bulletin.windows().forEach(w -> starts.computeIfAbsent(w.service(), k -> new TreeSet<>()).add(w.from()));
    if (starts.isEmpty()) return NONE;
    Duration period = bulletin.channel().period().or(() -> shortest).orElseThrow();
    TreeSet<Instant> missing = new TreeSet<>();
    starts.values().forEach(s -> gaps(s, period, missing));
    // Behind a window of a wrong clock stand some whose time has not come.
    missing.tailSet(now.minus(period), false).clear();
    int count = starts.values().stream().mapToInt(SortedSet::size).sum();
    Optional<Instant> first = starts.values().stream().map(SortedSet::first).min(Instant::compareTo);
    Optional<Instant> last = starts.values().stream().map(SortedSet::last).max(Instant::compareTo);
    return new Coverage(count, first, last, new ArrayList<>(missing));
  }

  private static void gaps(SortedSet<Instant> starts, Duration period, SortedSet<Instant> missing) {
    Instant expected = starts.first();
    for (Instant start : starts) {
      for (; expected.isBefore(start) && missing.size() < MOST; expected = expected.plus(period)) missing.add(expected);
      expected = start.plus(period);
    }
  }
}
