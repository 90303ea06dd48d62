package iris.history;

import iris.signal.Timing;
import iris.signal.Window;
import iris.store.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The raw engine beside ours: a bare table of the same numbers, one row a window, and one of hours; asked by plain JDBC
 * into arrays. It knows no revisions, no coverage, no origins, no guid.
 */
final class BareTable implements AutoCloseable {
  private final Connection db;
  private PreparedStatement row;
  private PreparedStatement hour;

  private BareTable(Connection db) {
    this.db = db;
  }

  static BareTable make(Path file) throws SQLException {
    BareTable table = new BareTable(Sqlite.writable(file));
    Sqlite.execute(table.db, "PRAGMA synchronous=OFF");
    Sqlite.execute(table.db, "CREATE TABLE raw(service INTEGER, start INTEGER, verdict INTEGER, total INTEGER,"
        + " failed INTEGER, mean INTEGER, p50 INTEGER, p95 INTEGER, p99 INTEGER, max INTEGER,"
        + " PRIMARY KEY(service, start)) WITHOUT ROWID");
    Sqlite.execute(table.db, "CREATE TABLE raw_hour(service INTEGER, start INTEGER, n INTEGER, good REAL,"
        + " total INTEGER, failed INTEGER, sum REAL, max INTEGER, worst INTEGER, PRIMARY KEY(service, start)) WITHOUT ROWID");
    table.row = table.db.prepareStatement("INSERT OR REPLACE INTO raw VALUES(?,?,?,?,?,?,?,?,?,?)");
    table.hour = table.db.prepareStatement("INSERT OR REPLACE INTO raw_hour SELECT service, ?, count(*),"
        + " sum(CASE WHEN total > 0 THEN 1.0 * (total - failed) / total ELSE verdict < 2 END), sum(total), sum(failed),"
        + " sum(1.0 * mean * total), max(max), max(p95) FROM raw WHERE service = ? AND start >= ? AND start < ? GROUP BY service");
    return table;
  }

  static BareTable open(Path file) throws SQLException {
    return new BareTable(Sqlite.readOnly(file));
  }

  void begin() throws SQLException {
    Sqlite.execute(db, "BEGIN");
  }

  void commit() throws SQLException {
    Sqlite.execute(db, "COMMIT");
  }

  void hour(int service, long start, List<LongRun.Row> rows) throws SQLException {
    for (LongRun.Row each : rows) {
      Window w = each.kept().window().window();
      Timing t = w.transaction();
      long[] values = {service, w.from().getEpochSecond(), each.kept().window().verdict().ordinal(), w.total(),
          w.failed(), t.mean(), t.p50(), t.p95(), t.p99(), t.max()};
      for (int i = 0; i < values.length; i++) row.setLong(i + 1, values[i]);
      row.addBatch();
    }
    row.executeBatch();
    hour.setLong(1, start);
    hour.setInt(2, service);
    hour.setLong(3, start);
    hour.setLong(4, start + 3600);
    hour.executeUpdate();
  }

  /** All columns of all rows of a service in this time. */
  double[][] rows(String table, int service, long from, long to) throws SQLException {
    try (PreparedStatement s = db.prepareStatement(
        "SELECT * FROM " + table + " WHERE service = ? AND start >= ? AND start < ? ORDER BY start")) {
      s.setInt(1, service);
      s.setLong(2, from);
      s.setLong(3, to);
      try (ResultSet r = s.executeQuery()) {
        int columns = r.getMetaData().getColumnCount();
        double[][] all = new double[columns][1024];
        int n = 0;
        while (r.next()) {
          if (n == all[0].length) for (int c = 0; c < columns; c++) all[c] = java.util.Arrays.copyOf(all[c], n * 2);
          for (int c = 0; c < columns; c++) all[c][n] = r.getDouble(c + 1);
          n++;
        }
        for (int c = 0; c < columns; c++) all[c] = java.util.Arrays.copyOf(all[c], n);
        return all;
      }
    }
  }

  /** What a report asks of one service, in one statement. */
  double month(String table, int service, long from, long to) throws SQLException {
    String figures = table.equals("raw")
        ? "count(*), sum(CASE WHEN total > 0 THEN 1.0 * (total - failed) / total ELSE verdict < 2 END), sum(total),"
            + " sum(failed), sum(1.0 * mean * total), max(p95)"
        : "sum(n), sum(good), sum(total), sum(failed), sum(sum), max(worst)";
    String sql = "SELECT " + figures + " FROM " + table + " WHERE service = ? AND start >= ? AND start < ?";
    try (PreparedStatement s = db.prepareStatement(sql)) {
      s.setInt(1, service);
      s.setLong(2, from);
      s.setLong(3, to);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getDouble(2) : 0;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    db.close();
  }
}
