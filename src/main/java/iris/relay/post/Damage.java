package iris.relay.post;

import iris.store.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * An outbox that cannot be read any more is set aside under another name: servers are told of the present all the same.
 */
final class Damage {
  private Damage() {}

  /** @return why it was set aside; empty: it is well, or it is not there */
  static Optional<String> setAside(Path folder, Instant now) throws SQLException {
    Path file = folder.resolve(Outbox.FILE);
    if (!Files.exists(file)) return Optional.empty();
    Optional<String> complaint = complaint(file);
    if (complaint.isEmpty()) return complaint;
    String name = Outbox.FILE + ".damaged-" + now.toEpochMilli();
    try {
      for (String end : List.of("", "-wal", "-shm"))
        if (Files.exists(folder.resolve(Outbox.FILE + end)))
          Files.move(folder.resolve(Outbox.FILE + end), folder.resolve(name + end),
              StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new SQLException(complaint.get() + "; " + e.getMessage(), e);
    }
    return Optional.of(name);
  }

  /** Only what SQLite itself calls damaged: one that is busy, or a newer program's, is not touched. */
  private static Optional<String> complaint(Path file) throws SQLException {
    try (Connection db = Sqlite.writable(file)) {
      return Optional.of(Sqlite.complaint(db)).filter(c -> !c.isEmpty());
    } catch (SQLiteException e) {
      if (e.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT || e.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB)
        return Optional.of(String.valueOf(e.getMessage()));
      throw e;
    }
  }
}
