package iris.history;

import iris.alarm.Judged;
import iris.alarm.Transition.Kept;
import iris.alarm.Transition.Kept.How;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Rows of the table {@code window}: one for each window and each revision of it, told apart by the entry's number and
 * their place in it. Numbers in columns, the rest in {@link Remainder}, histograms apart, since most readers pass them
 * over. For one thread.
 */
final class Windows {
  static final String INSERT = "INSERT OR REPLACE INTO window VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

  /** Without the histograms, which {@link #whole} reads. */
  static final String COLUMNS = "service, start, seq, n, length, verdict, how, total, failed, mean, p50, p95, p99, max,"
      + " read, published, rest";

  static final String WHOLE = COLUMNS + ", histograms";

  /** In this order for ever. */
  private static final List<How> HOWS = List.of(How.NEW, How.BACKFILL, How.LATE, How.REVISION);
  private static final int REST = 17;

  final Names services;
  final Phrases phrases;

  Windows(Connection db) {
    services = new Names(db, "service");
    phrases = new Phrases(db);
  }

  /** After a rollback. */
  void forget() {
    services.forget();
    phrases.forget();
  }

  /** The service's number, which never changes. */
  OptionalInt number(String service) throws SQLException {
    return services.known(service);
  }

  /** @param n its place among those of the same entry that begin in the same second */
  void put(PreparedStatement row, Kept kept, long seq, int n) throws SQLException {
    Judged j = kept.window();
    Window w = j.window();
    Timing t = w.transaction();
    // In milliseconds after the second in which it ended.
    long end = w.to().getEpochSecond() * 1000;
    row.setInt(1, services.of(kept.service()));
    row.setLong(2, w.from().getEpochSecond());
    row.setLong(3, seq);
    row.setInt(4, n);
    row.setLong(5, w.to().getEpochSecond() - w.from().getEpochSecond());
    row.setInt(6, Remainder.VERDICTS.indexOf(j.verdict()));
    row.setInt(7, HOWS.indexOf(kept.how()));
    row.setLong(8, w.total());
    row.setLong(9, w.failed());
    row.setLong(10, t.mean());
    row.setLong(11, t.p50());
    row.setLong(12, t.p95());
    row.setLong(13, t.p99());
    row.setLong(14, t.max());
    row.setLong(15, kept.at().toEpochMilli() - end);
    if (j.published().isPresent()) row.setLong(16, j.published().get().toEpochMilli() - end);
    else row.setNull(16, Types.INTEGER);
    row.setBytes(REST, Remainder.of(j).bytes(kept.service(), j.verdict(), w.from(), j.published(), phrases));
    if (w.histograms().isEmpty()) row.setNull(REST + 1, Types.BLOB);
    else row.setBytes(REST + 1, HistogramBytes.of(w.histograms(), phrases));
    row.addBatch();
  }

  /** Back from {@link #COLUMNS}: without its histograms. */
  Kept get(ResultSet r) throws SQLException {
    return get(r, List.of());
  }

  /** Back from {@link #WHOLE}. */
  Kept whole(ResultSet r) throws SQLException {
    byte[] bytes = r.getBytes(REST + 1);
    return get(r, bytes == null ? List.of() : HistogramBytes.get(bytes, phrases));
  }

  private Kept get(ResultSet r, List<Window.Histogram> histograms) throws SQLException {
    String key = services.text(r.getInt(1));
    Instant from = Instant.ofEpochSecond(r.getLong(2));
    Instant to = from.plusSeconds(r.getLong(5));
    Verdict verdict = coded(Remainder.VERDICTS, r.getInt(6));
    How how = coded(HOWS, r.getInt(7));
    long after = r.getLong(16);
    Optional<Instant> published =
        r.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(to.toEpochMilli() + after));
    Remainder rest = Remainder.get(r.getBytes(REST), key, verdict, from, published, phrases);
    Timing t = new Timing(r.getLong(10), r.getLong(11), r.getLong(12), r.getLong(13), r.getLong(14));
    Window w = new Window(rest.service(), from.plusNanos(rest.fromNanos()), to.plusNanos(rest.toNanos()), rest.state(),
        r.getLong(8), r.getLong(9), rest.failures(), t, rest.responses(), histograms);
    Instant at = Instant.ofEpochMilli(to.toEpochMilli() + r.getLong(15));
    return new Kept(at, key, new Judged(w, verdict, rest.late(), rest.guid(), rest.revision(), published), how);
  }

  private static <T> T coded(List<T> all, int code) {
    if (code < 0 || code >= all.size()) throw new IllegalArgumentException("a code of " + code);
    return all.get(code);
  }
}
