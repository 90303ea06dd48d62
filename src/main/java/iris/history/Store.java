package iris.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Opens SQLite the way this program needs it: WAL, every commit on the disk before it is answered. */
final class Store {
  private Store() {}

  static Connection writable(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // NORMAL loses the last commits in a power cut: an acknowledgement that was shown would be gone.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(5_000);
    return open(file, config.toProperties());
  }

  static Connection readOnly(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(5_000);
    return open(file, config.toProperties());
  }

  private static Connection open(Path file, Properties properties) throws SQLException {
    // Not DriverManager: it would load every driver on the class path at a start that is measured.
    return JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath(), properties);
  }

  /** The first complaint of SQLite's own check about a store; empty if it has none. */
  static String complaint(Connection db) throws SQLException {
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("PRAGMA quick_check(1)")) {
      String answer = r.next() ? r.getString(1) : "no answer";
      return answer.equals("ok") ? "" : answer;
    }
  }
}
