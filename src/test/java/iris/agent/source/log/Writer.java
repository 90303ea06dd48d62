package iris.agent.source.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.zip.GZIPOutputStream;

/** A server that writes a log, and the one who rotates it. */
final class Writer implements AutoCloseable {
  final Path log;
  private OutputStream out;
  private int rotations;

  Writer(Path log) throws IOException {
    this.log = log;
    reopen();
  }

  Writer write(String text) throws IOException {
    return write(text.getBytes(StandardCharsets.UTF_8));
  }

  Writer write(byte[] bytes) throws IOException {
    out.write(bytes);
    return this;
  }

  /** As nginx at USR1: a new file under the log's name if there is none. */
  Writer reopen() throws IOException {
    if (out != null) out.close();
    out = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return this;
  }

  /** Renames the older ones, then the log; the server goes on writing into the renamed file until it reopens. */
  Path rename() throws IOException {
    for (int i = rotations; i >= 1; i--) {
      for (String end : new String[] {"", ".gz"}) {
        Path from = sibling(i + end);
        if (Files.exists(from)) Files.move(from, sibling(i + 1 + end));
      }
    }
    rotations++;
    Files.move(log, sibling("1"));
    return sibling("1");
  }

  void copyAndTruncate() throws IOException {
    for (int i = rotations; i >= 1; i--) {
      for (String end : new String[] {"", ".gz"}) {
        Path from = sibling(i + end);
        if (Files.exists(from)) Files.move(from, sibling(i + 1 + end));
      }
    }
    rotations++;
    Files.copy(log, sibling("1"));
    Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
  }

  /** As gzip does: a packed file with the time of the original, then the original is removed. */
  void pack(Path file) throws IOException {
    if (!Files.exists(file)) return;
    FileTime time = Files.getLastModifiedTime(file);
    Path packed = file.resolveSibling(file.getFileName() + ".gz");
    Path half = file.resolveSibling("half");
    try (OutputStream gz = new GZIPOutputStream(Files.newOutputStream(half))) {
      Files.copy(file, gz);
    }
    Files.setLastModifiedTime(half, time);
    Files.move(half, packed, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(file);
  }

  Path sibling(String end) {
    return log.resolveSibling(log.getFileName() + "." + end);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
