package iris.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a file changed and stands still again: an editor empties it before it writes it. */
final class FileLook {
  private record Look(long size, long modified) {}

  private final Path file;
  private Look known;
  private Look last;

  FileLook(Path file) {
    this.file = file;
    known = look();
    last = known;
  }

  /** True once for each change, at the second look at which it is the same. */
  boolean changed() {
    Look now = look();
    boolean still = now.equals(last);
    last = now;
    if (!still || now.equals(known)) return false;
    known = now;
    return true;
  }

  private Look look() {
    try {
      return new Look(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (IOException gone) {
      return new Look(-1, 0);
    }
  }
}
