package iris.history;

import iris.signal.Reason;
import iris.store.Sqlite;
import iris.store.Steps;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/**
 * Why a store that may be whole cannot be used now. A lock, a full disk or a missing right is no damage: a store that was
 * set aside for it would leave the next start with nothing.
 */
final class Hindrance {
  private static final System.Logger LOG = System.getLogger("iris.history");
  /** With less room than this no store opens: the index of its log alone takes 32 KB. */
  private static final long LEAST_ROOM = 256 << 10;

  private Hindrance() {}

  /** The file itself is not what it should be. */
  static boolean damaged(SQLException e) {
    int code = primary(e);
    return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code
        || code == SQLiteErrorCode.SQLITE_ERROR.code;
  }

  /** Why {@code file}, a store or its folder, cannot be opened for writing, and the way out. */
  static Reason of(Path file, Exception e) {
    if (e instanceof SQLException sql && locked(sql)) return Reason.of("history.store.busy", file);
    try {
      FileStore disk = Files.getFileStore(existing(file));
      if (disk.isReadOnly()) return Reason.of("history.store.read-only", file);
      if (disk.getUsableSpace() < LEAST_ROOM) return Reason.of("history.store.no-room", file);
    } catch (IOException unknown) {
      e.addSuppressed(unknown);
    }
    return Reason.of(e instanceof SQLException ? "history.store.unusable" : "history.folder.unusable", file, e.getMessage());
  }

  /** Why a journal that was open takes nothing now. */
  static Reason ofWriting(SQLException e) {
    if (locked(e)) return Reason.of("history.journal.locked");
    if (primary(e) == SQLiteErrorCode.SQLITE_FULL.code) return Reason.of("history.journal.full");
    return Reason.of("history.journal.not-written", String.valueOf(e.getMessage()));
  }

  /** What a store that cannot be written still tells; nothing where it cannot be read either. */
  static Restored readAllTheSame(Path store) {
    if (!Files.exists(store)) return Restored.NOTHING;
    try (Connection db = Sqlite.readOnly(store)) {
      // Somebody waits for the window, and who writes has waited already.
      Sqlite.patience(db, 500);
      return read(db);
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.INFO, "a store that can be neither written nor read: {0}", e.getMessage());
    }
    // On a disk that takes nothing, SQLite has no place for the index of a log; a store without a log needs none.
    if (!withoutLog(store)) return Restored.NOTHING;
    try (Connection db = Sqlite.unchanging(store)) {
      return read(db);
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "a store that cannot be read: {0}", e.getMessage());
      return Restored.NOTHING;
    }
  }

  private static boolean withoutLog(Path store) {
    try {
      Path log = store.resolveSibling(store.getFileName() + "-wal");
      return !Files.exists(log) || Files.size(log) == 0;
    } catch (IOException unknown) {
      LOG.log(System.Logger.Level.INFO, "whether it has a log is unknown", unknown);
      return false;
    }
  }

  /** What a start reads is the same since that version: an upgrade on a full disk forgets nothing. */
  private static Restored read(Connection db) throws SQLException {
    int version = Steps.version(db);
    return version >= Schema.LIKE_TODAYS && version <= Schema.STEPS.version() ? Replay.run(db) : Restored.NOTHING;
  }

  private static boolean locked(SQLException e) {
    return primary(e) == SQLiteErrorCode.SQLITE_BUSY.code || primary(e) == SQLiteErrorCode.SQLITE_LOCKED.code;
  }

  /** Without what an extended code adds to it. */
  private static int primary(SQLException e) {
    return e.getErrorCode() & 0xff;
  }

  private static Path existing(Path path) {
    Path at = path.toAbsolutePath();
    while (!Files.exists(at) && at.getParent() != null) at = at.getParent();
    return at;
  }
}
