package iris.history;

import iris.signal.Reason;
import iris.store.Owner;
import iris.store.Sqlite;
import iris.store.Steps;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder of one profile: {@code journal.db}, its lock, and what was set aside as damaged. */
public final class Profile {
  static final String STORE = "journal.db";
  static final String LOCK = "journal.lock";

  /** The newest version of a store that this program reads. */
  public static final int VERSION = Schema.STEPS.version();

  /** Read in less than a second; all of a larger one is checked by {@code iris history verify}. */
  private static final long CHECKED_WHOLE = 256L << 20;

  /** Inputs after the newest snapshot that a start may leave without another one. */
  static final int MOST_LEFT = 100;

  private Profile() {}

  /** Where the store of a profile lies. */
  public static Path store(Path folder) {
    return folder.resolve(STORE);
  }

  /**
   * Opens the journal in {@code folder}, which is made if need be, owner only. One instance writes; a second gets {@link
   * Opening.ReadOnly}. A damaged store is set aside under another name, what can be read of it is the start, and the
   * damage is said.
   *
   * @param now names a store that is set aside
   */
  public static Opening open(Path folder, Instant now) {
    return open(folder, now, Steps.Way.UNTOLD);
  }

  /** The same. @param way told where a store of an earlier version is so large that bringing it forward takes its time */
  public static Opening open(Path folder, Instant now, Steps.Way way) {
    try {
      makeFolder(folder);
      Owner.create(folder.resolve(LOCK));
      FileChannel file = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
      FileLock lock = tryLock(file);
      if (lock == null) {
        file.close();
        return readOnly(folder.resolve(STORE));
      }
      Opening opening = writable(folder.resolve(STORE), now, file, lock, way);
      if (!(opening instanceof Opening.Writable)) release(lock, file);
      return opening;
    } catch (AccessDeniedException e) {
      return new Opening.Refused(Hindrance.readAllTheSame(folder.resolve(STORE)), Reason.of("history.folder.denied", folder));
    } catch (IOException e) {
      return new Opening.Refused(Hindrance.readAllTheSame(folder.resolve(STORE)), Hindrance.of(folder, e));
    }
  }

  static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) return;
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix"))
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    else Files.createDirectories(folder);
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  static void release(FileLock lock, FileChannel file) {
    try (file; lock) {
      // Both close here; the lock file itself stays, since deleting it would race with a third instance.
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Opening readOnly(Path store) {
    Reason why = Reason.of("history.second-instance", store.getParent());
    try (Connection db = Sqlite.readOnly(store)) {
      if (Steps.version(db) > Schema.STEPS.version()) return new Opening.Refused(Restored.NOTHING, newer(store));
      return new Opening.ReadOnly(Replay.run(db), why);
    } catch (SQLException e) {
      return new Opening.ReadOnly(new Restored(Optional.empty(), List.of(),
          Optional.of(Reason.of("history.store.unreadable", store, e.getMessage()))), why);
    }
  }

  private static Opening writable(Path store, Instant now, FileChannel file, FileLock lock, Steps.Way way) throws IOException {
    Connection db = null;
    String complaint;
    try {
      db = Sqlite.writable(store);
      if (Steps.version(db) > Schema.STEPS.version()) {
        close(db);
        return new Opening.Refused(Restored.NOTHING, newer(store));
      }
      complaint = complaint(db, store);
      if (complaint.isEmpty()) {
        Schema.STEPS.migrate(db, way);
        Restored restored = Replay.run(db);
        return new Opening.Writable(new Journal(db, file, lock, lastSeq(db), stands(db, restored)), restored);
      }
    } catch (SQLException e) {
      if (!Hindrance.damaged(e)) {
        if (db != null) close(db);
        return new Opening.Refused(Hindrance.readAllTheSame(store), Hindrance.of(store, e));
      }
      complaint = String.valueOf(e.getMessage());
    }
    if (db != null) close(db);
    return Salvage.run(store, now, complaint, file, lock);
  }

  /** A store of years is not read to its end while somebody waits for the alarms: what a start stands on is. */
  private static String complaint(Connection db, Path store) throws SQLException, IOException {
    if (Files.size(store) <= CHECKED_WHOLE || Steps.version(db) < Schema.LIKE_TODAYS) return Sqlite.complaint(db);
    for (String table : List.of("snapshot", "service", "phrase", "episode", "pause", "month")) {
      String complaint = Sqlite.complaint(db, table);
      if (!complaint.isEmpty()) return complaint;
    }
    return "";
  }

  /** Nothing is damaged, and hardly anything was replayed: who is killed again and again replays no more each time. */
  private static boolean stands(Connection db, Restored restored) throws SQLException {
    long replayed = lastSeq(db) - Sqlite.figure(db, "SELECT max(seq) FROM snapshot");
    return restored.board().isPresent() && restored.damage().isEmpty() && replayed <= MOST_LEFT;
  }

  static long lastSeq(Connection db) throws SQLException {
    try (Statement s = db.createStatement();
        ResultSet r = s.executeQuery(
            "SELECT max(coalesce((SELECT max(seq) FROM input), 0), coalesce((SELECT max(seq) FROM snapshot), 0))")) {
      return r.next() ? r.getLong(1) : 0;
    }
  }

  /** What was read is read, whatever closing says of a store that is already known as damaged. */
  static void close(Connection db) throws IOException {
    try {
      db.close();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static Reason newer(Path store) {
    return Reason.of("history.store.newer", store);
  }
}
