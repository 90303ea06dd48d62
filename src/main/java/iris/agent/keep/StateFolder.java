package iris.agent.keep;

import iris.signal.Reason;
import iris.store.Owner;
import iris.store.Sqlite;
import iris.store.Steps;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The folder of one agent: {@code agent.db}, its lock, and what was set aside as damaged. */
public final class StateFolder {
  static final String STORE = "agent.db";

  private StateFolder() {}

  /**
   * Opens the store in {@code folder}, which is made if need be, owner only. One agent at a time. A damaged store is
   * set aside under another name, what can be read of it is the start, and the damage is said.
   *
   * @param now names a store that is set aside
   */
  public static Opening open(Path folder, Instant now) {
    try {
      Owner.folder(folder);
      Optional<Lock> lock = Lock.take(folder);
      if (lock.isEmpty()) return new Opening.Refused(Reason.of("agent.keep.running", folder));
      Opening opening = open(folder.resolve(STORE), now, lock.get());
      if (!(opening instanceof Opening.Opened)) lock.get().close();
      return opening;
    } catch (AccessDeniedException e) {
      return new Opening.Refused(Reason.of("agent.keep.no-folder", folder));
    } catch (FileSystemException e) {
      // Its message is the path once more.
      return new Opening.Refused(e.getReason() == null
          ? Reason.of("agent.keep.no-folder", folder) : Reason.of("agent.keep.unusable", folder, e.getReason()));
    } catch (IOException e) {
      return new Opening.Refused(Reason.of("agent.keep.unusable", folder, e.getMessage()));
    }
  }

  private static Opening open(Path file, Instant now, Lock lock) throws IOException {
    Owner.create(file);
    String complaint;
    try {
      Connection db = Sqlite.writable(file);
      try {
        if (Steps.version(db) > Schema.STEPS.version()) {
          db.close();
          return new Opening.Refused(Reason.of("agent.keep.newer", file));
        }
        complaint = Sqlite.complaint(db);
        if (complaint.isEmpty()) {
          Schema.STEPS.migrate(db);
          return new Opening.Opened(new Store(db, Sqlite.readOnly(file), lock), Optional.empty());
        }
        db.close();
      } catch (SQLException e) {
        close(db);
        if (!damaged(e)) return new Opening.Refused(Reason.of("agent.keep.unusable", file, e.getMessage()));
        complaint = String.valueOf(e.getMessage());
      }
    } catch (SQLException e) {
      if (!damaged(e)) return new Opening.Refused(Reason.of("agent.keep.unusable", file, e.getMessage()));
      complaint = String.valueOf(e.getMessage());
    }
    return Salvage.run(file, now, complaint, lock);
  }

  /** A full disk or a missing right is no damage: what is there must not be set aside for it. */
  private static boolean damaged(SQLException e) {
    int code = e.getErrorCode() & 0xff;
    return code == 11 || code == 26 || code == 1;
  }

  private static void close(Connection db) {
    try {
      db.close();
    } catch (SQLException e) {
      System.getLogger("iris.agent").log(System.Logger.Level.DEBUG, "a damaged store, closed: {0}", e.getMessage());
    }
  }
}
