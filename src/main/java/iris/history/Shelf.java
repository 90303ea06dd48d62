package iris.history;

import iris.history.years.Grain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** The tables of one grain: what was counted, and the histograms beside it, which a chart of years passes over. */
final class Shelf implements AutoCloseable {
  private final PreparedStatement one;
  private final PreparedStatement some;
  private final PreparedStatement put;
  private final PreparedStatement drop;
  private final PreparedStatement spread;
  private final PreparedStatement putSpread;
  private final PreparedStatement dropSpread;
  private final Phrases phrases;

  Shelf(Connection db, Grain grain, Phrases phrases) throws SQLException {
    this.phrases = phrases;
    String table = table(grain);
    one = db.prepareStatement("SELECT body FROM " + table + " WHERE service = ? AND start = ?");
    some = db.prepareStatement(
        "SELECT start, body FROM " + table + " WHERE service = ? AND start >= ? AND start < ? ORDER BY start");
    put = db.prepareStatement("INSERT OR REPLACE INTO " + table + " VALUES(?,?,?)");
    drop = db.prepareStatement("DELETE FROM " + table + " WHERE service = ? AND start = ?");
    spread = db.prepareStatement("SELECT body FROM " + table + "_spread WHERE service = ? AND start = ?");
    putSpread = db.prepareStatement("INSERT OR REPLACE INTO " + table + "_spread VALUES(?,?,?)");
    dropSpread = db.prepareStatement("DELETE FROM " + table + "_spread WHERE service = ? AND start = ?");
  }

  static String table(Grain grain) {
    return grain.name().toLowerCase(Locale.ROOT);
  }

  Optional<Sum> get(int service, Instant start) throws SQLException {
    try (ResultSet r = at(one, service, start).executeQuery()) {
      return r.next() ? Optional.of(SumBytes.sum(r.getBytes(1), phrases)) : Optional.empty();
    }
  }

  /** All of them together. */
  Sum sum(int service, Instant from, Instant to) throws SQLException {
    Sum sum = new Sum();
    parts(service, from, to).values().forEach(sum::add);
    return sum;
  }

  /** Each of them, by its start. */
  TreeMap<Instant, Sum> parts(int service, Instant from, Instant to) throws SQLException {
    TreeMap<Instant, Sum> parts = new TreeMap<>();
    at(some, service, from).setLong(3, to.getEpochSecond());
    try (ResultSet r = some.executeQuery()) {
      while (r.next()) parts.put(Instant.ofEpochSecond(r.getLong(1)), SumBytes.sum(r.getBytes(2), phrases));
    }
    return parts;
  }

  void put(int service, Instant start, Sum sum) throws SQLException {
    if (sum.isEmpty()) {
      at(drop, service, start).executeUpdate();
      return;
    }
    at(put, service, start).setBytes(3, SumBytes.of(sum, phrases));
    put.executeUpdate();
  }

  /** By party, {@link Sum#WHOLE} for the whole transaction; empty where no window carried one. */
  TreeMap<String, Histogram> spread(int service, Instant start) throws SQLException {
    TreeMap<String, Histogram> by = new TreeMap<>();
    try (ResultSet r = at(spread, service, start).executeQuery()) {
      if (r.next()) read(r.getBytes(1), phrases, by);
    }
    return by;
  }

  static void read(byte[] body, Phrases phrases, TreeMap<String, Histogram> into) throws SQLException {
    Unpacking in = new Unpacking(body);
    for (int left = in.size(); left > 0; left--) {
      String party = phrases.get(in);
      Histogram h = Merging.decode(in.bytes());
      into.merge(party, h, Merging::plus);
    }
  }

  void put(int service, Instant start, TreeMap<String, Histogram> by) throws SQLException {
    by.values().removeIf(h -> h.getTotalCount() == 0);
    if (by.isEmpty()) {
      at(dropSpread, service, start).executeUpdate();
      return;
    }
    Packing out = new Packing().number(by.size());
    for (var e : by.entrySet()) {
      phrases.put(out, e.getKey());
      out.bytes(Merging.encode(e.getValue()));
    }
    at(putSpread, service, start).setBytes(3, out.done());
    putSpread.executeUpdate();
  }

  private static PreparedStatement at(PreparedStatement s, int service, Instant start) throws SQLException {
    s.setInt(1, service);
    s.setLong(2, start.getEpochSecond());
    return s;
  }

  @Override
  public void close() throws SQLException {
    try (one; some; put; drop; spread; putSpread) {
      dropSpread.close();
    }
  }
}
