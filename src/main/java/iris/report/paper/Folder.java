package iris.report.paper;

import iris.signal.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Where files go, under which names. Never over another file. */
public final class Folder {
  private static final int TRIES = 100;

  private Folder() {}

  /** What became of it: the file, or why there is none. */
  public sealed interface Kept {
    record At(Path file) implements Kept {}

    record Not(Reason why) implements Kept {}
  }

  /** The documents of whoever is at the desk, else the home. */
  public static Path usual(Path home) {
    for (String name : new String[] {"Documents", "documents"}) {
      Path folder = home.resolve(name);
      if (Files.isDirectory(folder) && Files.isWritable(folder)) return folder;
    }
    return home;
  }

  /**
   * Whole or not at all, and on the disk before it has its name; in the place of one that has it. A device or a pipe is
   * written to and stays what it is: who may do all once lost the machine's {@code /dev/null} to a picture.
   */
  public static void place(byte[] content, Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      Files.write(file, content);
      return;
    }
    Path draft = file.resolveSibling("." + file.getFileName() + ".part");
    try (FileChannel out = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) out.write(bytes);
      out.force(true);
    }
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException share) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * @param folder as typed; it is made where it is not there yet
   * @param name without its end; a number is added where it is taken
   * @param end "pdf"
   */
  public static Kept keep(byte[] content, String folder, String name, String end) {
    try {
      Path into = Files.createDirectories(Path.of(folder.strip()).toAbsolutePath());
      for (int i = 1; i <= TRIES; i++) {
        Path file = into.resolve(name + (i == 1 ? "" : "-" + i) + "." + end);
        try {
          Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          return new Kept.At(file);
        } catch (FileAlreadyExistsException taken) {
          // Somebody's file of the same name: the next one.
          continue;
        }
      }
      return new Kept.Not(Reason.of("report.folder.full", name, into));
    } catch (IOException | InvalidPathException e) {
      return new Kept.Not(Reason.of("report.folder.unwritable", folder, e.getMessage()));
    }
  }
}
