package iris.history.keep;

import iris.signal.Reason;
import iris.store.Sqlite;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A whole store written into another file, of one moment, while others write it: first under a name that nobody takes
 * for the real one, then to the disk, then checked, and only then named. Whatever kills us, under the final name there
 * is never half a store.
 */
final class Copy {
  private static final String PART = ".part";
  /** What was left by one that was killed; nobody writes a copy for so long. */
  private static final Duration LEFT = Duration.ofDays(1);
  /** A store grows while it is copied. */
  private static final long ROOM = 16 << 20;

  private Copy() {}

  /** Replaces what lies under {@code target}, in one step. The folder is there. */
  static void of(Connection db, Path store, Path target, Instant now) throws Unkept {
    Path part = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + PART);
    try {
      sweep(target, now);
      room(store, target);
      create(part);
      vacuum(db, part);
      settle(part);
      check(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      settle(Objects.requireNonNull(target.toAbsolutePath().getParent()));
    } catch (SQLException | IOException e) {
      throw new Unkept(Reason.of("history.keep.copy-failed", target, String.valueOf(e.getMessage())), e);
    } finally {
      drop(part);
    }
  }

  private static void vacuum(Connection db, Path part) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("VACUUM INTO ?")) {
      s.setString(1, part.toAbsolutePath().toString());
      s.executeUpdate();
    }
  }

  /** Owner only, like the folder that it is a copy of. */
  private static void create(Path part) throws IOException {
    Files.deleteIfExists(part);
    boolean posix = part.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createFile(part, posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0]);
  }

  /** To the disk: a name that survives a power cut must not name what did not. Windows cannot do it with folders. */
  static void settle(Path path) throws IOException {
    boolean folder = Files.isDirectory(path);
    if (folder && path.getFileSystem().getSeparator().equals("\\")) return;
    try (FileChannel file = FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      file.force(true);
    }
  }

  private static void check(Path part) throws SQLException, Unkept {
    try (Connection db = Sqlite.readOnly(part)) {
      String complaint = Stores.complaint(db);
      if (!complaint.isEmpty()) throw new Unkept("history.keep.copy-ill", part, complaint);
    }
  }

  private static void room(Path store, Path target) throws IOException, Unkept {
    room(Files.size(store), Objects.requireNonNull(target.toAbsolutePath().getParent()));
  }

  /** Refused where the disk of this folder has not as many bytes free, and some more. */
  static void room(long bytes, Path folder) throws IOException, Unkept {
    FileStore disk = Files.getFileStore(folder);
    long wanted = bytes + ROOM;
    if (disk.getUsableSpace() < wanted)
      throw new Unkept("history.keep.no-room", folder, wanted >> 20, disk.getUsableSpace() >> 20);
  }

  private static void sweep(Path target, Instant now) throws IOException {
    String begin = "." + target.getFileName() + ".";
    DirectoryStream.Filter<Path> ours = p -> p.getFileName().toString().startsWith(begin)
        && p.getFileName().toString().endsWith(PART)
        && Files.getLastModifiedTime(p).toInstant().isBefore(now.minus(LEFT));
    try (DirectoryStream<Path> left = Files.newDirectoryStream(target.toAbsolutePath().getParent(), ours)) {
      for (Path each : left) Files.deleteIfExists(each);
    }
  }

  static void drop(Path part) {
    try {
      Files.deleteIfExists(part);
      Files.deleteIfExists(part.resolveSibling(part.getFileName() + "-journal"));
    } catch (IOException e) {
      System.getLogger("iris.history").log(System.Logger.Level.WARNING, "left behind: " + part, e);
    }
  }
}
