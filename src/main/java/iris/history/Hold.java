package iris.history;

import iris.store.Owner;
import iris.store.Sqlite;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/** The right to write a profile, held by one process at a time; a console that runs holds it. */
public final class Hold implements AutoCloseable {
  private final FileChannel file;
  private final FileLock lock;

  private Hold(FileChannel file, FileLock lock) {
    this.file = Objects.requireNonNull(file);
    this.lock = Objects.requireNonNull(lock);
  }

  /**
   * Empty where another holds it. The folder is made if need be.
   *
   * @throws IOException where the folder cannot be written
   */
  public static Optional<Hold> of(Path folder) throws IOException {
    Profile.makeFolder(folder);
    Path path = folder.resolve(Profile.LOCK);
    Owner.create(path);
    FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      // The same answer as from another process.
    } finally {
      if (lock == null) file.close();
    }
    return Optional.ofNullable(lock).map(l -> new Hold(file, l));
  }

  /** Its store to write, brought forward from an earlier version; a newer one is not to be opened. */
  public Connection store(Path folder) throws SQLException {
    Connection db = Sqlite.writable(Profile.store(folder));
    try {
      Schema.STEPS.migrate(db);
      return db;
    } catch (SQLException | RuntimeException e) {
      db.close();
      throw e;
    }
  }

  /** The lock file itself stays, since deleting it would race with a third instance. */
  @Override
  public void close() throws IOException {
    try {
      lock.release();
    } finally {
      file.close();
    }
  }
}
