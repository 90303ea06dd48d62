package iris.agent.keep;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Opens SQLite as the console does: WAL, every commit on the disk before it is answered. */
final class Sqlite {
  private static final int PATIENCE_MILLIS = 5_000;

  private Sqlite() {}

  static Connection writable(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // NORMAL loses the last commits in a power cut: a window that was published would come again with other figures.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(PATIENCE_MILLIS);
    return JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath(), config.toProperties());
  }

  static Connection readOnly(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(PATIENCE_MILLIS);
    return JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath(), config.toProperties());
  }

  static void execute(Connection db, String sql) throws SQLException {
    try (Statement s = db.createStatement()) {
      s.execute(sql);
    }
  }

  /** The first figure of the answer, 0 if there is none. */
  static long figure(Connection db, String sql) throws SQLException {
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery(sql)) {
      return r.next() ? r.getLong(1) : 0;
    }
  }

  /** The first complaint of SQLite's own check; empty if it has none. */
  static String complaint(Connection db) throws SQLException {
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("PRAGMA quick_check(1)")) {
      String answer = r.next() ? r.getString(1) : "no answer";
      return answer.equals("ok") ? "" : answer;
    }
  }
}
