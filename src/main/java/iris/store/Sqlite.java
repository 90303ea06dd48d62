package iris.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens SQLite the way this program needs it: WAL, every commit on the disk before it is answered. */
public final class Sqlite {
  public static final int PATIENCE_MILLIS = 5_000;
  /**
   * The log beside a store begins anew after 4 MB as a rule, and then keeps the length that it had at the worst: an
   * import, a step to a new version, a reader that held it for an hour. Beyond this, in bytes, it is given back to the
   * disk. Four times the rule, so that no usual load has it cut and grown again.
   */
  static final int LONGEST_LOG = 16 << 20;

  static {
    SqliteLibrary.find();
  }

  private Sqlite() {}

  /** @throws SQLException where the file cannot be opened or is not SQLite's */
  public static Connection writable(Path file) throws SQLException {
    try {
      // Its log and its index beside it get the rights of the store itself.
      Owner.create(file);
    } catch (IOException e) {
      // SQLite meets the same trouble in a moment, and has a number for each kind of it.
      System.getLogger("iris.store").log(System.Logger.Level.DEBUG, "not made for its owner alone", e);
    }
    SQLiteConfig config = patient();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // NORMAL loses the last commits in a power cut: an acknowledgement that was shown would be gone, a window that was
    // published would come again with other figures.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setJournalSizeLimit(LONGEST_LOG);
    return open(file, config);
  }

  /** @throws SQLException where the file cannot be opened or is not SQLite's */
  public static Connection readOnly(Path file) throws SQLException {
    SQLiteConfig config = patient();
    config.setReadOnly(true);
    return open(file, config);
  }

  /**
   * Reads a file that nobody can change, as on a disk that is only read: no lock and no file beside it is made.
   *
   * @throws SQLException where the file cannot be opened or is not SQLite's
   */
  public static Connection unchanging(Path file) throws SQLException {
    SQLiteConfig config = patient();
    config.setReadOnly(true);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    return JDBC.createConnection(JDBC.PREFIX + file.toUri() + "?immutable=1", config.toProperties());
  }

  /** How long a statement waits for a lock of somebody else's. */
  public static void patience(Connection db, int millis) throws SQLException {
    execute(db, "PRAGMA busy_timeout=" + millis);
  }

  private static SQLiteConfig patient() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(PATIENCE_MILLIS);
    return config;
  }

  private static Connection open(Path file, SQLiteConfig config) throws SQLException {
    // Not DriverManager: it would load every driver on the class path at a start that is measured.
    return JDBC.createConnection(JDBC.PREFIX + file.toAbsolutePath(), config.toProperties());
  }

  public static void execute(Connection db, String sql) throws SQLException {
    try (Statement s = db.createStatement()) {
      s.execute(sql);
    }
  }

  /**
   * Ends the transaction of a caller that is about to throw this, an {@link Error} as well: one that stayed open would
   * refuse every later BEGIN until the next start, long after the memory that lacked is there again. What is amiss with
   * it is added to the cause; a full disk makes SQLite roll back by itself, and asking again is then an error of no
   * meaning.
   */
  public static void undo(Connection db, Throwable cause) {
    try {
      execute(db, "ROLLBACK");
    } catch (SQLException alsoThis) {
      cause.addSuppressed(alsoThis);
    }
  }

  /** The first figure of the answer, 0 if there is none. */
  public static long figure(Connection db, String sql) throws SQLException {
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery(sql)) {
      return r.next() ? r.getLong(1) : 0;
    }
  }

  /** The first complaint of SQLite's own check about a store; empty if it has none. */
  public static String complaint(Connection db) throws SQLException {
    return check(db, "1");
  }

  /** The first complaint about one table: for who cannot wait until a store of years was read. */
  public static String complaint(Connection db, String table) throws SQLException {
    return check(db, table);
  }

  private static String check(Connection db, String what) throws SQLException {
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("PRAGMA quick_check(" + what + ")")) {
      String answer = r.next() ? r.getString(1) : "no answer";
      return answer.equals("ok") ? "" : answer;
    }
  }
}
