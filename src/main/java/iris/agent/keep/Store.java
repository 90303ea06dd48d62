package iris.agent.keep;

import iris.agent.Mark;
import iris.agent.Published;
import iris.agent.Shelf;
import iris.agent.book.Book;
import iris.store.Sqlite;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one agent keeps. Written by the engine's thread alone; the shelf is read from any thread. */
public final class Store implements AutoCloseable {
  private final Connection db;
  private final Lock lock;
  private final Rows rows;
  private final InboxRows inbox;
  private final KeptShelf shelf;

  Store(Connection db, Connection reader, Lock lock) {
    this.db = db;
    this.lock = lock;
    rows = new Rows(db);
    inbox = new InboxRows(db);
    shelf = new KeptShelf(reader);
  }

  /** What is published and kept. A store that cannot be read makes it throw, rather than show less than there is. */
  public Shelf shelf() {
    return shelf;
  }

  /** What only memory has; oldest first. */
  void unkept(List<Published> items) {
    shelf.unkept(items);
  }

  /** When the agent that was before is known to have run last. */
  Optional<Instant> alive() throws SQLException {
    long millis = Sqlite.figure(db, "SELECT alive FROM life");
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  Library library() {
    return new Library(db);
  }

  InboxRows inbox() {
    return inbox;
  }

  /** Where a source goes on. To be asked before the engine starts. */
  public Map<String, Mark> marks(String service) throws SQLException {
    return library().marks(service);
  }

  /**
   * Writes all of it in one transaction.
   *
   * @return what was said, numbered; an item whose guid was published before is not among it, whatever it says
   * @throws SQLException when nothing of it was written: disk full, read-only. The caller keeps it and tries again
   */
  List<Published> commit(Batch batch) throws SQLException {
    Sqlite.execute(db, "BEGIN IMMEDIATE");
    try {
      List<Published> numbered = rows.put(batch);
      Sqlite.execute(db, "COMMIT");
      return numbered;
    } catch (SQLException | RuntimeException | Error e) {
      Sqlite.undo(db, e);
      throw e;
    }
  }

  /**
   * Puts books and what they said into an empty store, as if an agent had run until {@code alive}.
   *
   * @param said oldest first, not numbered
   */
  public void sow(Instant alive, List<Book> books, List<Published> said) throws SQLException {
    if (alive().isPresent()) throw new IllegalStateException("an agent has run here");
    commit(new Batch(alive, books.stream().map(b -> new Batch.Changed(b, null)).toList(), Map.of(), said, Map.of()));
  }

  /** Drops what was published before {@code oldest}, but never what belongs to something that is open. */
  void forget(Instant oldest) throws SQLException {
    Sqlite.execute(db, "DELETE FROM published WHERE number IN (SELECT number FROM published WHERE at < "
        + oldest.toEpochMilli() + " AND open = 0 LIMIT 5000)");
  }

  /** For tests of a full disk: no page more than there are now, or again as many as it likes. */
  void limitPages(boolean full) throws SQLException {
    Sqlite.execute(db, "PRAGMA max_page_count=" + (full ? 1 : 1_073_741_823));
  }

  @Override
  public void close() throws SQLException {
    try (lock; db; shelf) {
      // In the reverse order.
    }
  }
}
