package iris.agent.keep;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, and the way from every earlier version to today's. {@code user_version} holds the version; version n is
 * reached from n-1 by the statements at index n-1. What once stood in a release is never edited here, only added to.
 */
final class Schema {
  /** The tables that {@link Salvage} carries over. */
  static final List<String> TABLES = List.of("life", "book", "tally", "mark", "published");

  static final List<List<String>> STEPS = List.of(
      List.of(
          // Instants are milliseconds since 1970; bodies are JSON, those of tallies their own bytes.
          "CREATE TABLE life(one INTEGER PRIMARY KEY CHECK(one = 1), alive INTEGER NOT NULL,"
              + " number INTEGER NOT NULL)",
          "CREATE TABLE book(service TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID",
          "CREATE TABLE tally(service TEXT NOT NULL, start INTEGER NOT NULL, body BLOB NOT NULL,"
              + " PRIMARY KEY(service, start)) WITHOUT ROWID",
          "CREATE TABLE mark(service TEXT NOT NULL, source TEXT NOT NULL, words TEXT NOT NULL,"
              + " PRIMARY KEY(service, source)) WITHOUT ROWID",
          // number of the newest publication: it outlives the publications, which are forgotten some day.
          // story: the incident or maintenance that an item belongs to; open: as long as that is not over.
          "CREATE TABLE published(number INTEGER PRIMARY KEY, service TEXT NOT NULL, guid TEXT NOT NULL UNIQUE,"
              + " at INTEGER NOT NULL, story TEXT, open INTEGER NOT NULL, item BLOB NOT NULL)",
          "CREATE INDEX published_at ON published(service, at)",
          "CREATE INDEX published_story ON published(service, story) WHERE story IS NOT NULL",
          "CREATE INDEX published_open ON published(service) WHERE open = 1",
          "CREATE TABLE told(id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, body BLOB NOT NULL,"
              + " taken INTEGER NOT NULL DEFAULT 0, answer BLOB)"));

  static final int VERSION = STEPS.size();

  private Schema() {}

  /** The version of a store; 0 for a new, empty one. */
  static int version(Connection db) throws SQLException {
    return (int) Sqlite.figure(db, "PRAGMA user_version");
  }

  static void migrate(Connection db) throws SQLException {
    migrate(db, STEPS);
  }

  /** Brings an older store forward, each version in one transaction. The store must not be newer than this program. */
  static void migrate(Connection db, List<List<String>> steps) throws SQLException {
    for (int version = version(db); version < steps.size(); version++) {
      db.setAutoCommit(false);
      try (Statement s = db.createStatement()) {
        for (String step : steps.get(version)) s.execute(step);
        s.execute("PRAGMA user_version=" + (version + 1));
        db.commit();
      } catch (SQLException e) {
        db.rollback();
        throw e;
      } finally {
        db.setAutoCommit(true);
      }
    }
  }
}
