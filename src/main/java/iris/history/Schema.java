package iris.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * The tables, and the way from every earlier version to today's. {@code user_version} holds the version; version n is
 * reached from n-1 by the statements at index n-1. What once stood in a release is never edited here, only added to.
 */
final class Schema {
  private static final List<List<String>> STEPS = List.of(
      List.of(
          // Instants are milliseconds since 1970, windows' starts seconds; durations milliseconds unless named.
          "CREATE TABLE input(seq INTEGER PRIMARY KEY, wall INTEGER NOT NULL, mono INTEGER NOT NULL,"
              + " kind TEXT NOT NULL, body BLOB NOT NULL)",
          "CREATE TABLE transition(seq INTEGER NOT NULL, n INTEGER NOT NULL, wall INTEGER NOT NULL,"
              + " kind TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY(seq, n)) WITHOUT ROWID",
          "CREATE INDEX transition_wall ON transition(wall)",
          "CREATE TABLE snapshot(seq INTEGER PRIMARY KEY, wall INTEGER NOT NULL, body BLOB NOT NULL)",
          "CREATE TABLE window(service TEXT NOT NULL, start INTEGER NOT NULL, seq INTEGER NOT NULL,"
              + " length INTEGER NOT NULL, verdict TEXT NOT NULL, how TEXT NOT NULL, total INTEGER NOT NULL,"
              + " failed INTEGER NOT NULL, guid TEXT NOT NULL, revision TEXT NOT NULL, body BLOB NOT NULL,"
              + " PRIMARY KEY(service, start, seq)) WITHOUT ROWID"),
      List.of(
          // When a window was read here and when it was published, in milliseconds; unknown of those from before.
          "ALTER TABLE window ADD COLUMN read INTEGER",
          "ALTER TABLE window ADD COLUMN published INTEGER",
          "CREATE TABLE mention(subject TEXT NOT NULL, wall INTEGER NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL,"
              + " PRIMARY KEY(subject, wall, seq, n)) WITHOUT ROWID",
          // Standing: 1 until it is closed. Words: what a search looks in.
          "CREATE TABLE episode(id TEXT PRIMARY KEY, subject TEXT NOT NULL, kind TEXT NOT NULL, standing INTEGER NOT NULL,"
              + " since INTEGER NOT NULL, closed INTEGER, words TEXT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID",
          "CREATE INDEX episode_since ON episode(standing, since)",
          "CREATE INDEX episode_subject ON episode(subject, standing, since)"));

  /** What a step fills its new tables with. */
  @FunctionalInterface
  private interface Filling {
    void from(Connection db) throws SQLException;
  }

  /** The version from which on there are episodes. */
  static final int EPISODES = 2;

  private static final Map<Integer, Filling> FILLINGS = Map.of(EPISODES, Indexing::fill);

  static final int VERSION = STEPS.size();

  private Schema() {}

  /** The version of a store; 0 for a new, empty one. */
  static int version(Connection db) throws SQLException {
    try (Statement s = db.createStatement(); ResultSet r = s.executeQuery("PRAGMA user_version")) {
      return r.next() ? r.getInt(1) : 0;
    }
  }

  /** Brings an older store forward, each version in one transaction. The store must not be newer than this program. */
  static void migrate(Connection db) throws SQLException {
    for (int version = version(db); version < VERSION; version++) {
      db.setAutoCommit(false);
      try (Statement s = db.createStatement()) {
        for (String step : STEPS.get(version)) s.execute(step);
        if (FILLINGS.containsKey(version + 1)) FILLINGS.get(version + 1).from(db);
        s.execute("PRAGMA user_version=" + (version + 1));
        db.commit();
      } catch (SQLException | RuntimeException e) {
        db.rollback();
        throw e;
      } finally {
        db.setAutoCommit(true);
      }
    }
  }
}
