package iris.agent.keep;

import iris.store.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One agent for each state folder. The lock goes with the process, however that ends; the file stays. */
final class Lock implements AutoCloseable {
  private static final String FILE = "agent.lock";

  private final FileChannel file;
  private final FileLock lock;

  private Lock(FileChannel file, FileLock lock) {
    this.file = file;
    this.lock = lock;
  }

  /** Empty if an agent has it. */
  static Optional<Lock> take(Path folder) throws IOException {
    Path path = folder.resolve(FILE);
    Owner.create(path);
    FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      // The same answer as from another process.
      lock = null;
    } finally {
      if (lock == null) file.close();
    }
    return Optional.ofNullable(lock).map(held -> new Lock(file, held));
  }

  /** Whether an agent runs on this folder. Leaves nothing behind. */
  static boolean held(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(FILE))) return false;
    Optional<Lock> mine = take(folder);
    mine.ifPresent(Lock::close);
    return mine.isEmpty();
  }

  @Override
  public void close() {
    try (file; lock) {
      // Both close here; the file itself stays, since deleting it would race with a third process.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
