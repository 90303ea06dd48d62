package iris.relay.post;

import iris.store.Steps;
import java.util.List;
import java.util.Map;

/** The tables of {@code relay.db}, by version. Instants are milliseconds since 1970. */
final class OutboxSchema {
  static final Steps STEPS = new Steps(List.of(List.of(
      // Windows: how many a statistic holds; 0 for what is none.
      "CREATE TABLE letter(target TEXT NOT NULL, signal TEXT NOT NULL, n INTEGER NOT NULL, id TEXT NOT NULL,"
          + " event INTEGER NOT NULL, windows INTEGER NOT NULL, queued INTEGER NOT NULL, body BLOB NOT NULL,"
          + " PRIMARY KEY(target, signal, n)) WITHOUT ROWID",
      // What is asked every few seconds is answered without the bodies.
      "CREATE INDEX letter_queued ON letter(target, queued, signal, event)",
      // Ids that were put in the queue of a target, delivered or not: the same is not put there twice.
      "CREATE TABLE known(target TEXT NOT NULL, id TEXT NOT NULL, event INTEGER NOT NULL, queued INTEGER NOT NULL,"
          + " PRIMARY KEY(target, id)) WITHOUT ROWID",
      "CREATE TABLE place(target TEXT PRIMARY KEY, seq INTEGER NOT NULL, told BLOB NOT NULL,"
          + " condensed INTEGER NOT NULL DEFAULT 0, lost INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID",
      "CREATE TABLE dead(target TEXT NOT NULL, signal TEXT NOT NULL, n INTEGER NOT NULL, id TEXT NOT NULL,"
          + " event INTEGER NOT NULL, windows INTEGER NOT NULL, queued INTEGER NOT NULL, died INTEGER NOT NULL,"
          + " why BLOB NOT NULL, body BLOB NOT NULL, PRIMARY KEY(target, signal, n)) WITHOUT ROWID"),
      // What a target was told and that stands, episode by episode: as one body it was written whole for each of them.
      List.of("CREATE TABLE told(target TEXT NOT NULL, episode TEXT NOT NULL, since INTEGER NOT NULL, body BLOB NOT NULL,"
          + " PRIMARY KEY(target, episode)) WITHOUT ROWID")), Map.of(2, ToldRows::fill));

  private OutboxSchema() {}
}
