package iris.history.keep;

import iris.history.Profile;
import iris.signal.Reason;
import iris.store.Sqlite;
import iris.store.Steps;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A file that is said to be a store of ours, looked at before anything is done with it. */
final class Stores {
  private static final String MAGIC = "SQLite format 3\0";

  /** Where SQLite's head says how it is written: 1 in place, 2 by a log. */
  private static final int LOGGED = 18;

  private Stores() {}

  /** Opens it for reading. Refused: no such file, another program's, a newer version's. */
  static Connection open(Path store) throws Unkept {
    if (!Files.exists(store)) throw new Unkept("history.keep.no-store", store);
    if (!isSqlite(store)) throw new Unkept("history.keep.not-a-store", store);
    Connection db = null;
    try {
      db = Sqlite.readOnly(store);
      check(db, store);
      return db;
    } catch (SQLException e) {
      close(db);
      throw new Unkept(Reason.of("history.store.unreadable", store, e.getMessage()), e);
    } catch (Unkept e) {
      close(db);
      throw e;
    }
  }

  /** The same; refused too: an older version's, which lacks what is asked for. */
  static Connection current(Path store) throws Unkept {
    Connection db = open(store);
    try {
      if (Steps.version(db) == Profile.VERSION) return db;
    } catch (SQLException e) {
      close(db);
      throw new Unkept(Reason.of("history.store.unreadable", store, e.getMessage()), e);
    }
    close(db);
    throw new Unkept("history.keep.older", store);
  }

  private static void check(Connection db, Path store) throws SQLException, Unkept {
    int version = Steps.version(db);
    if (version > Profile.VERSION) throw new Unkept("history.store.newer", store);
    long tables =
        Sqlite.figure(db, "SELECT count(*) FROM sqlite_schema WHERE name IN ('input', 'transition', 'snapshot')");
    if (version < 1 || tables < 3) throw new Unkept("history.keep.not-a-store", store);
  }

  static boolean isSqlite(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAGIC.length()), StandardCharsets.ISO_8859_1).equals(MAGIC);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** A copy has no log beside it, and says so in its head; what a console writes has one. */
  static boolean isLive(Path store) throws IOException {
    try (InputStream in = Files.newInputStream(store)) {
      byte[] head = in.readNBytes(LOGGED + 1);
      return head.length > LOGGED && head[LOGGED] == 2;
    }
  }

  /** The first complaint of the whole check, indexes against tables included; empty if it has none. */
  static String complaint(Connection db) throws SQLException {
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("PRAGMA integrity_check(1)")) {
      String answer = r.next() ? r.getString(1) : "no answer";
      return answer.equals("ok") ? "" : answer;
    }
  }

  static void close(@Nullable Connection db) {
    if (db == null) return;
    try {
      db.close();
    } catch (SQLException e) {
      // It was only read: there is nothing that closing could lose.
      System.getLogger("iris.history").log(System.Logger.Level.DEBUG, "closing a store that was read", e);
    }
  }
}
