package iris.history;

import iris.alarm.Judged;
import iris.alarm.Transition.Kept;
import iris.history.years.Grain;
import iris.signal.Window;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * The tables {@code hour}, {@code day} and {@code month}: kept in the transaction that writes a window. An hour that a
 * window touches is counted anew from its windows, its day from its hours, its month from its days: a late window or a
 * revision is nothing else than another one, and no difference can drift away over the years. What was
 * just counted is remembered, so that a revision reads nothing of it again.
 */
final class Rollup implements AutoCloseable {
  private final Windows windows;
  private final PreparedStatement rows;
  private final PreparedStatement longest;
  private final PreparedStatement longer;
  private final Map<Grain, Counted> shelves = new EnumMap<>(Grain.class);
  private final Latest latest = new Latest();
  /** By service, hours to count anew. */
  private final Map<Integer, TreeSet<Instant>> due = new TreeMap<>();
  private final Map<Integer, Long> reaches = new TreeMap<>();

  Rollup(Connection db, Windows windows) throws SQLException {
    this.windows = windows;
    rows = Recount.asking(db, true);
    longest = db.prepareStatement("SELECT longest FROM service WHERE id = ?");
    longer = db.prepareStatement("UPDATE service SET longest = ? WHERE id = ?");
    for (Grain grain : List.of(Grain.HOUR, Grain.DAY, Grain.MONTH))
      shelves.put(grain, new Counted(new Shelf(db, grain, windows.phrases)));
  }

  private Counted shelf(Grain grain) {
    return Objects.requireNonNull(shelves.get(grain));
  }

  /** The histograms of an hour before and after it was counted anew. */
  private record Change(Instant hour, TreeMap<String, Histogram> before, TreeMap<String, Histogram> after) {}

  /** A row of this window is written in this transaction. */
  void touch(Kept kept) throws SQLException {
    int service = windows.services.of(kept.service());
    Window w = kept.window().window();
    long reach = Math.max(reach(service), Overlaps.end(w) - w.from().getEpochSecond());
    if (reach > reach(service)) {
      longer.setLong(1, reach);
      longer.setInt(2, service);
      longer.executeUpdate();
      reaches.put(service, reach);
      // What was remembered of an hour holds what could reach into it until now.
      latest.forget();
    }
    // A revision may say another length than the one that it takes the place of.
    Instant last = w.from().plusSeconds(Math.max(0, reach - 1));
    for (Instant hour = Grain.HOUR.floor(w.from()); !hour.isAfter(last); hour = Grain.HOUR.next(hour)) {
      due.computeIfAbsent(service, _ -> new TreeSet<>()).add(hour);
      latest.add(service, hour, kept);
    }
  }

  /** How long a window of this service may be, in seconds. */
  private long reach(int service) throws SQLException {
    Long known = reaches.get(service);
    if (known != null) return known;
    longest.setInt(1, service);
    try (ResultSet r = longest.executeQuery()) {
      long reach = r.next() ? r.getLong(1) : 0;
      reaches.put(service, reach);
      return reach;
    }
  }

  /** Counts anew what was touched, once its windows are in their table. */
  void flush() throws SQLException {
    for (Map.Entry<Integer, TreeSet<Instant>> e : due.entrySet()) {
      try {
        count(e.getKey(), e.getValue());
      } catch (IllegalArgumentException | ArithmeticException | DateTimeException damaged) {
        // What was counted may be wrong until the next count or the audit; what happened is kept all the same.
        reread();
        System.getLogger("iris.history").log(System.Logger.Level.WARNING, "windows that cannot be counted", damaged);
      }
    }
    due.clear();
  }

  private void count(int service, TreeSet<Instant> touched) throws SQLException {
    List<Change> changes = new ArrayList<>();
    for (Instant hour : touched) hour(service, hour).ifPresent(changes::add);
    above(service, Grain.MONTH, Grain.DAY, above(service, Grain.DAY, Grain.HOUR, changes));
  }

  /** After a rollback: nothing of what was touched is there. */
  void forget() {
    due.clear();
    reaches.clear();
    reread();
  }

  /** Somebody else has dropped rows: what is remembered of them may not be there. */
  void reread() {
    latest.forget();
    shelves.values().forEach(Counted::forget);
  }

  private List<Judged> counting(int service, Instant hour, Instant end) throws SQLException {
    Optional<List<Judged>> known = latest.of(service, hour);
    if (known.isPresent()) return known.get();
    long first = hour.getEpochSecond() - reach(service);
    List<Judged> read = Recount.counting(Recount.rows(rows, windows, service, first, end.getEpochSecond(), true));
    latest.read(service, hour, read);
    return read;
  }

  private Optional<Change> hour(int service, Instant hour) throws SQLException {
    Counted hours = shelf(Grain.HOUR);
    Instant end = Grain.HOUR.next(hour);
    Recount now = Recount.of(counting(service, hour, end), hour, end);
    Optional<Sum> before = hours.get(service, hour);
    // Its windows are no longer kept: what was counted of them stands.
    if (before.isPresent() && before.get().windows > now.sum.windows) return Optional.empty();
    boolean histograms = before.isPresent() && carries(before.get());
    TreeMap<String, Histogram> old = histograms ? hours.shelf().spread(service, hour) : new TreeMap<>();
    hours.put(service, hour, now.sum);
    if (histograms || !now.spread.isEmpty()) hours.shelf().put(service, hour, now.spread);
    return Optional.of(new Change(hour, old, now.spread));
  }

  private static boolean carries(Sum sum) {
    return sum.parts.values().stream().anyMatch(p -> p.carried() > 0);
  }

  /** @return the changes of stretches that took them over */
  private List<Change> above(int service, Grain grain, Grain below, List<Change> changes) throws SQLException {
    TreeMap<Instant, List<Change>> by = new TreeMap<>();
    for (Change change : changes) by.computeIfAbsent(grain.floor(change.hour()), _ -> new ArrayList<>()).add(change);
    List<Change> taken = new ArrayList<>();
    Counted shelf = shelf(grain);
    for (Map.Entry<Instant, List<Change>> e : by.entrySet()) {
      Instant start = e.getKey();
      Set<Instant> changed = e.getValue().stream().map(c -> below.floor(c.hour())).collect(Collectors.toSet());
      Sum sum = shelf(below).sum(service, start, grain.next(start), changed);
      Optional<Sum> before = shelf.get(service, start);
      if (before.isPresent() && before.get().windows > sum.windows) continue;
      TreeMap<String, Histogram> spread = new TreeMap<>();
      if (carries(sum) || before.isPresent() && carries(before.get())) {
        spread = spread(service, grain, below, start, e.getValue());
        TreeMap<String, Histogram> merged = spread;
        sum.parts.replaceAll((party, part) -> part.whole() && merged.containsKey(party)
            ? part.with(Merging.quantiles(merged.get(party))) : part);
        shelf.shelf().put(service, start, spread);
      }
      shelf.put(service, start, sum);
      taken.addAll(e.getValue());
    }
    return taken;
  }

  /** By difference: a day is made of 24 histograms a party, a month of 31, and a window comes every five minutes. */
  private TreeMap<String, Histogram> spread(int service, Grain grain, Grain below, Instant start, List<Change> changes)
      throws SQLException {
    try {
      TreeMap<String, Histogram> spread = shelf(grain).shelf().spread(service, start);
      for (Change change : changes) {
        change.after().forEach((party, h) -> spread.merge(party, Merging.plus(Merging.empty(), h), Merging::plus));
        for (Map.Entry<String, Histogram> old : change.before().entrySet()) {
          Histogram from = spread.get(old.getKey());
          if (from == null) throw new IllegalArgumentException("no histogram of " + old.getKey());
          from.subtract(old.getValue());
        }
      }
      return spread;
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
      return merged(service, shelf(below).shelf(), below, start, grain.next(start));
    }
  }

  private static TreeMap<String, Histogram> merged(int service, Shelf below, Grain step, Instant from, Instant to)
      throws SQLException {
    TreeMap<String, Histogram> all = new TreeMap<>();
    for (Instant at = from; at.isBefore(to); at = step.next(at))
      below.spread(service, at)
          .forEach((party, h) -> all.merge(party, Merging.plus(Merging.empty(), h), Merging::plus));
    return all;
  }

  @Override
  public void close() throws SQLException {
    try (rows; longest; longer) {
      for (Counted shelf : shelves.values()) shelf.close();
    }
  }
}
