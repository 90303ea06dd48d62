package iris.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Folders and files for their owner alone, where the file system knows owners. A folder that stands already keeps its
 * rights: somebody may have named one that is not this program's alone. The files in it do not depend on it.
 */
public final class Owner {
  private Owner() {}

  /** Made if it is not there, with all folders above it that are not. */
  public static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) Files.createDirectories(folder, only(folder, "rwx------"));
  }

  /** Makes an empty file if there is none; one that is there becomes its owner's alone. */
  public static void create(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        Files.createFile(file, only(file, "rw-------"));
      } catch (FileAlreadyExistsException madeMeanwhile) {
        // By another process, which made it in the same way.
        return;
      }
    }
    if (posix(file) && !Files.getPosixFilePermissions(file).equals(PosixFilePermissions.fromString("rw-------"))
        && Files.getOwner(file).getName().equals(System.getProperty("user.name")))
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] only(Path path, String rights) {
    return posix(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
        : new FileAttribute<?>[0];
  }
}
