package iris.history;

import iris.store.Steps;
import java.util.List;
import java.util.Map;

/** The tables of the journal, by version. */
final class Schema {
  private static final List<List<String>> TABLES = List.of(
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
          "CREATE INDEX episode_subject ON episode(subject, standing, since)"),
      List.of(
          // Longest: how many seconds a window of it may speak for, at most a day.
          "CREATE TABLE service(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, longest INTEGER NOT NULL DEFAULT 0)",
          "CREATE TABLE phrase(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
          "ALTER TABLE window RENAME TO window_2",
          // Length in seconds, times in milliseconds (-1: not said), read and published in milliseconds after the
          // second in which it ended. Verdict and how: their place in the lists of Remainder and Windows.
          "CREATE TABLE window(service INTEGER NOT NULL, start INTEGER NOT NULL, seq INTEGER NOT NULL,"
              + " n INTEGER NOT NULL, length INTEGER NOT NULL, verdict INTEGER NOT NULL, how INTEGER NOT NULL,"
              + " total INTEGER NOT NULL, failed INTEGER NOT NULL, mean INTEGER NOT NULL, p50 INTEGER NOT NULL,"
              + " p95 INTEGER NOT NULL, p99 INTEGER NOT NULL, max INTEGER NOT NULL, read INTEGER NOT NULL,"
              + " published INTEGER, rest BLOB NOT NULL, histograms BLOB, PRIMARY KEY(service, start, seq, n))"
              + " WITHOUT ROWID",
          rolled("hour"), rolled("hour_spread"), rolled("day"), rolled("day_spread"), rolled("month"),
          rolled("month_spread"),
          // Ended: empty as long as it lasts; planned: when it is to end, where that is said. In milliseconds.
          "CREATE TABLE pause(service TEXT NOT NULL, kind TEXT NOT NULL, since INTEGER NOT NULL, ended INTEGER,"
              + " author TEXT NOT NULL, reason TEXT NOT NULL, planned INTEGER, PRIMARY KEY(service, kind, since))"
              + " WITHOUT ROWID"),
      // Snapshots whose windows are packed: an earlier program finds a store that is too new for it, and not a board
      // that it takes for damaged.
      List.of());

  /** The first version whose tables are those of today. */
  static final int LIKE_TODAYS = 3;

  static final Steps STEPS = new Steps(TABLES, Map.of(2, Indexing::fill, 3, Resettling::fill));

  private static String rolled(String table) {
    return "CREATE TABLE " + table + "(service INTEGER NOT NULL, start INTEGER NOT NULL, body BLOB NOT NULL,"
        + " PRIMARY KEY(service, start)) WITHOUT ROWID";
  }

  private Schema() {}
}
