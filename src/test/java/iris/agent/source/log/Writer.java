package iris.agent.source.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** A server that writes a log, and the one who rotates it. */
final class Writer implements AutoCloseable {
  final Path log;
  private OutputStream out;
  private final boolean stamped;
  private Path written;
  private int rotations;
  private long clock = System.currentTimeMillis();

  Writer(Path log) throws IOException {
    this(log, false);
  }

  /** @param stamped whether each change has a time of its own, as changes that are seconds apart have */
  Writer(Path log, boolean stamped) throws IOException {
    this.log = log;
    this.stamped = stamped;
    reopen();
  }

  private void stamp(Path changed) throws IOException {
    clock += 10;
    if (stamped) Files.setLastModifiedTime(changed, FileTime.fromMillis(clock));
  }

  Writer write(String text) throws IOException {
    return write(text.getBytes(StandardCharsets.UTF_8));
  }

  Writer write(byte[] bytes) throws IOException {
    out.write(bytes);
    if (bytes.length > 0 && Files.exists(written)) stamp(written);
    return this;
  }

  /** As nginx at USR1: a new file under the log's name if there is none. */
  Writer reopen() throws IOException {
    if (out != null) out.close();
    written = log;
    boolean fresh = !Files.exists(log);
    out = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (fresh) stamp(log);
    return this;
  }

  /** Renames the older ones, then the log; the server goes on writing into the renamed file until it reopens. */
  Path rename() throws IOException {
    shift();
    written = sibling("1");
    return Files.move(log, written);
  }

  private void shift() throws IOException {
    for (int i = rotations; i >= 1; i--) {
      for (String end : new String[] {"", ".gz"}) {
        Path from = sibling(i + end);
        if (Files.exists(from)) Files.move(from, sibling(i + 1 + end));
      }
    }
    rotations++;
  }

  void copyAndTruncate() throws IOException {
    copyAndTruncate(() -> {});
  }

  /** Slowly, as a log of some size is copied. @param meanwhile what happens before each step of it */
  void copyAndTruncate(Runnable meanwhile) throws IOException {
    shift();
    byte[] all = Files.readAllBytes(log);
    for (int part = 0; part <= 3; part++) {
      meanwhile.run();
      Files.write(sibling("1"), Arrays.copyOf(all, all.length * part / 3));
      stamp(sibling("1"));
    }
    meanwhile.run();
    Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    stamp(log);
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
