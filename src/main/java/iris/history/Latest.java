package iris.history;

import iris.alarm.Judged;
import iris.alarm.Transition.Kept;
import iris.signal.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The windows of the hours that were counted last. A feed that revises its newest window each second would else have
 * all revisions of that hour read back and unpacked at each of them, three thousand by its end. What would not be read
 * as it was written is not remembered: then the rows are asked. For one thread.
 */
final class Latest {
  /** Of a wall of services the hour that ends and the one that begins. */
  static final int MOST = 256;

  private record Hour(int service, Instant start) {}

  /** Those that count, by their start; the hour that nobody touched for longest first. */
  private final LinkedHashMap<Hour, TreeMap<Instant, Judged>> hours = new LinkedHashMap<>(16, 0.75f, true);

  void forget() {
    hours.clear();
  }

  /** What count in this hour, or reach into it from before, if that is known. */
  Optional<List<Judged>> of(int service, Instant hour) {
    return Optional.ofNullable(hours.get(new Hour(service, hour))).map(known -> new ArrayList<>(known.values()));
  }

  /** @param counting as {@link Recount#counting} gives them of all rows that may reach into this hour */
  void read(int service, Instant hour, List<Judged> counting) {
    if (!counting.stream().allMatch(Latest::plain)) return;
    TreeMap<Instant, Judged> by = new TreeMap<>();
    for (Judged j : counting) by.put(j.window().from(), j);
    hours.put(new Hour(service, hour), by);
    if (hours.size() > MOST) hours.pollFirstEntry();
  }

  /** A window that touches this hour, or a revision of one: it is weighed as its row would be. */
  void add(int service, Instant hour, Kept kept) {
    Map<Instant, Judged> known = hours.get(new Hour(service, hour));
    if (known == null) return;
    if (!plain(kept.window())) hours.remove(new Hour(service, hour));
    else if (Recount.counts(kept)) known.merge(kept.window().window().from(), kept.window(), Recount::better);
  }

  /** A row holds milliseconds and is told apart by whole seconds; histograms are large, and stay where they are. */
  private static boolean plain(Judged j) {
    Window w = j.window();
    return w.histograms().isEmpty() && w.from().getNano() == 0 && w.to().getNano() == 0
        && j.published().filter(at -> at.getNano() % 1_000_000 != 0).isEmpty();
  }
}
