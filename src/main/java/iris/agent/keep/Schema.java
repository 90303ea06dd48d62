package iris.agent.keep;

import iris.store.Steps;
import java.util.List;

/** The tables of the agent's store, by version. */
final class Schema {
  /** The tables that {@link Salvage} carries over. */
  static final List<String> TABLES = List.of("life", "book", "tally", "mark", "published");

  private static final List<List<String>> TABLES_BY_VERSION = List.of(
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

  static final Steps STEPS = Steps.of(TABLES_BY_VERSION);

  private Schema() {}
}
