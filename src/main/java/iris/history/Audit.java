package iris.history;

import iris.alarm.Transition.Kept;
import iris.history.years.Grain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Counts all roll-ups of a store again: hours from its windows, days from its hours, months from its days. What is
 * older than the first window kept cannot be counted again and stands. In a transaction of whoever calls, so that all
 * of it is of one moment.
 */
public final class Audit implements AutoCloseable {
  /** A roll-up that says something else than its windows. */
  public record Difference(Grain grain, String service, Instant from) {
    public Difference {
      Objects.requireNonNull(grain);
      Objects.requireNonNull(service);
      Objects.requireNonNull(from);
    }
  }

  private static final List<Grain> GRAINS = List.of(Grain.HOUR, Grain.DAY, Grain.MONTH);

  private final Connection db;
  private final Windows windows;
  private final PreparedStatement rows;
  private final Map<Grain, Shelf> shelves = new EnumMap<>(Grain.class);
  private long differing;
  private Optional<Difference> first = Optional.empty();

  public Audit(Connection db) throws SQLException {
    this.db = db;
    windows = new Windows(db);
    rows = Recount.asking(db, true);
    for (Grain grain : GRAINS) shelves.put(grain, new Shelf(db, grain, windows.phrases));
  }

  private Shelf shelf(Grain grain) {
    return Objects.requireNonNull(shelves.get(grain));
  }

  /** How many differ; the first of them in {@link #first}. */
  public long differing() {
    return differing;
  }

  public Optional<Difference> first() {
    return first;
  }

  public void run() throws SQLException {
    for (String service : new Ledger(db).services()) run(service, windows.number(service).orElseThrow());
  }

  private void run(String service, int number) throws SQLException {
    long reach = figure("SELECT longest FROM service WHERE id = ?", number).orElse(0L);
    Optional<Long> begin = figure("SELECT min(start) FROM window WHERE service = ?", number);
    Optional<Long> end = figure("SELECT max(start) FROM window WHERE service = ?", number);
    if (begin.isEmpty() || end.isEmpty()) return;
    Instant last = Instant.ofEpochSecond(end.get() + reach);
    Instant first = Grain.DAY.floor(Instant.ofEpochSecond(begin.get()));
    for (Instant day = first; !day.isAfter(last); day = Grain.DAY.next(day))
      hours(service, number, day, reach, begin.get());
    for (Grain grain : List.of(Grain.DAY, Grain.MONTH)) sums(service, number, grain, last);
  }

  /** The windows of a day are read at once: a question for each hour would be three million. */
  private void hours(String service, int number, Instant day, long reach, long begin) throws SQLException {
    Instant until = Grain.DAY.next(day);
    List<Kept> all =
        Recount.rows(rows, windows, number, day.getEpochSecond() - reach, until.getEpochSecond(), true);
    for (Instant hour = day; hour.isBefore(until); hour = Grain.HOUR.next(hour)) {
      Instant end = Grain.HOUR.next(hour);
      long from = hour.getEpochSecond() - reach;
      List<Kept> near = all.stream().filter(k -> within(k, from, end)).toList();
      Recount counted = Recount.of(Recount.counting(near), hour, end);
      Optional<Sum> stored = shelf(Grain.HOUR).get(number, hour);
      // Of the first hours some windows are no longer kept.
      boolean before = hour.getEpochSecond() < begin + reach && stored.isPresent()
          && stored.get().windows > counted.sum.windows;
      if (before) continue;
      if (!equal(counted.sum, stored, hour, Grain.HOUR)
          || !counted.spread.equals(shelf(Grain.HOUR).spread(number, hour)))
        differs(Grain.HOUR, service, hour);
    }
  }

  private static boolean within(Kept kept, long from, Instant end) {
    long start = kept.window().window().from().getEpochSecond();
    return start >= from && start < end.getEpochSecond();
  }

  /** Days from their hours, months from their days, as far back as all of those are kept. */
  private void sums(String service, int number, Grain grain, Instant last) throws SQLException {
    Grain below = grain == Grain.DAY ? Grain.HOUR : Grain.DAY;
    Optional<Long> begin = figure("SELECT min(start) FROM " + Shelf.table(below) + " WHERE service = ?", number);
    if (begin.isEmpty()) return;
    Instant first = grain.floor(Instant.ofEpochSecond(begin.get()));
    for (Instant start = first; !start.isAfter(last); start = grain.next(start)) {
      Instant end = grain.next(start);
      Sum sum = shelf(below).sum(number, start, end);
      TreeMap<String, Histogram> spread = new TreeMap<>();
      for (Instant at = start; at.isBefore(end); at = below.next(at))
        shelf(below).spread(number, at)
            .forEach((party, h) -> spread.merge(party, Merging.plus(Merging.empty(), h), Merging::plus));
      sum.parts.replaceAll((party, part) ->
          part.whole() && spread.containsKey(party) ? part.with(Merging.quantiles(spread.get(party))) : part);
      Optional<Sum> stored = shelf(grain).get(number, start);
      boolean before = start.equals(first) && stored.isPresent() && stored.get().windows > sum.windows;
      if (before) continue;
      if (!equal(sum, stored, start, grain) || !spread.equals(shelf(grain).spread(number, start)))
        differs(grain, service, start);
    }
  }

  /** An empty stretch has no row. */
  private static boolean equal(Sum counted, Optional<Sum> stored, Instant from, Grain grain) {
    if (counted.isEmpty() || stored.isEmpty()) return counted.isEmpty() && stored.isEmpty();
    return counted.stretch(from, grain).equals(stored.get().stretch(from, grain))
        && counted.parts.equals(stored.get().parts);
  }

  private void differs(Grain grain, String service, Instant from) {
    differing++;
    if (first.isEmpty()) first = Optional.of(new Difference(grain, service, from));
  }

  private Optional<Long> figure(String sql, int service) throws SQLException {
    try (PreparedStatement s = db.prepareStatement(sql)) {
      s.setInt(1, service);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) return Optional.empty();
        long figure = r.getLong(1);
        return r.wasNull() ? Optional.empty() : Optional.of(figure);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try (rows) {
      for (Shelf shelf : shelves.values()) shelf.close();
    }
  }
}
