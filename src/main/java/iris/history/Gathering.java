package iris.history;

import iris.history.years.Grain;
import iris.history.years.Latencies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/** Histograms of any time, from months where whole ones lie in it, and days, hours and windows at its ends. */
final class Gathering {
  private static final List<Grain> COARSEST_FIRST = List.of(Grain.MONTH, Grain.DAY, Grain.HOUR);

  private final Connection db;
  private final Windows windows;
  private final int service;
  private final String party;
  private Histogram all = Merging.empty();

  private Gathering(Connection db, Windows windows, int service, String party) {
    this.db = db;
    this.windows = windows;
    this.service = service;
    this.party = party;
  }

  /** Empty where a window with traffic carries none. */
  static Optional<Latencies> of(Connection db, Windows windows, int service, String party, Instant from, Instant to)
      throws SQLException {
    Gathering g = new Gathering(db, windows, service, party);
    return g.gather(from, to) ? Optional.of(g.latencies()) : Optional.empty();
  }

  private record Span(Instant from, Instant to, Grain grain) {}

  private boolean gather(Instant from, Instant to) throws SQLException {
    for (Span span : spans(from, to)) if (!(span.grain() == Grain.WINDOW ? counted(span) : rolled(span))) return false;
    return true;
  }

  /** The ends of time are asked for as well: nothing is looked for before the first month or after the last. */
  private List<Span> spans(Instant from, Instant to) throws SQLException {
    List<Span> spans = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement("SELECT min(start), max(start) FROM month WHERE service = ?")) {
      s.setInt(1, service);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        Instant first = Instant.ofEpochSecond(r.getLong(1));
        if (r.wasNull()) return List.of();
        Instant last = Grain.MONTH.next(Instant.ofEpochSecond(r.getLong(2)));
        Instant end = last.isBefore(to) ? last : to;
        for (Instant at = first.isAfter(from) ? first : from; at.isBefore(end); at = spans.getLast().to())
          spans.add(span(at, end));
      }
    }
    return spans;
  }

  private static Span span(Instant at, Instant to) {
    for (Grain grain : COARSEST_FIRST)
      if (grain.floor(at).equals(at) && !grain.next(at).isAfter(to)) return new Span(at, grain.next(at), grain);
    Instant hour = Grain.HOUR.next(Grain.HOUR.floor(at));
    return new Span(at, hour.isBefore(to) ? hour : to, Grain.WINDOW);
  }

  private boolean rolled(Span span) throws SQLException {
    try (Shelf shelf = new Shelf(db, span.grain(), windows.phrases)) {
      Part part = shelf.get(service, span.from()).map(sum -> sum.parts.get(party)).orElse(null);
      return take(part, part == null || part.carried() == 0 ? new TreeMap<>() : shelf.spread(service, span.from()));
    }
  }

  /** Less than an hour: its windows are counted. */
  private boolean counted(Span span) throws SQLException {
    try (PreparedStatement s = Recount.asking(db, true)) {
      Recount recount = Recount.of(Recount.counting(Recount.rows(s, windows, service, span.from().getEpochSecond(),
          span.to().getEpochSecond() + 1, true)), span.from(), span.to());
      return take(recount.sum.parts.get(party), recount.spread);
    }
  }

  private boolean take(@Nullable Part part, TreeMap<String, Histogram> spread) {
    if (part != null && part.traffic() > part.carried()) return false;
    Histogram h = spread.get(party);
    if (h != null) all = Merging.plus(all, h);
    return true;
  }

  private Latencies latencies() {
    TreeMap<Long, Long> counts = new TreeMap<>();
    for (HistogramIterationValue v : all.recordedValues())
      counts.merge(v.getValueIteratedTo(), v.getCountAddedInThisIterationStep(), Long::sum);
    return new Latencies(counts);
  }
}
