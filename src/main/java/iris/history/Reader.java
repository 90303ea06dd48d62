package iris.history;

import iris.history.story.Unreadable;
import iris.signal.Reason;
import iris.store.Sqlite;
import iris.store.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The journal of a profile on a connection that cannot write. Opened at the first question and again after a failure.
 * For one thread.
 */
final class Reader implements AutoCloseable {
  private final Path store;
  private @Nullable Connection db;
  private @Nullable Windows windows;

  /** @param folder of the profile */
  Reader(Path folder) {
    store = folder.resolve(Profile.STORE);
  }

  /** One question to the store. */
  @FunctionalInterface
  interface Asking<T> {
    T of(Connection db) throws SQLException;
  }

  <T> T ask(Asking<T> asking) throws Unreadable {
    try {
      // SQLite would say that it cannot open a file, which sounds like a fault and is none.
      if (db == null && !Files.exists(store)) throw new Unreadable(Reason.of("history.archive.none", store.getParent()), null);
      if (db == null) db = Sqlite.readOnly(store);
      // An older program writes this profile, and we only look on: its tables are others.
      if (Steps.version(db) != Schema.STEPS.version()) throw new Unreadable(Reason.of("history.archive.older"), null);
      if (windows == null) windows = new Windows(db);
      return asking.of(db);
    } catch (SQLException | JacksonException | IllegalArgumentException e) {
      close();
      throw new Unreadable(Reason.of("history.archive.unreadable", String.valueOf(e.getMessage())), e);
    }
  }

  /** Only within a question: what it has learnt of names stays for the next, since numbers of names never change. */
  Windows windows() {
    return Objects.requireNonNull(windows, "only within a question");
  }

  @Override
  public void close() {
    Connection open = db;
    db = null;
    windows = null;
    if (open == null) return;
    try {
      open.close();
    } catch (SQLException e) {
      // Nothing was written on it: whatever it complains of, the next question opens another.
      System.getLogger("iris.history").log(System.Logger.Level.DEBUG, "closing the archive", e);
    }
  }
}
