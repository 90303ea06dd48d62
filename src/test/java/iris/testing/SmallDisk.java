package iris.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real file system of a few megabytes, in memory, that can be filled up and be made read-only. */
public final class SmallDisk implements AutoCloseable {
  private final Path at;

  /** Skips the test where this user may not mount one. */
  public SmallDisk(Path at, int megabytes) throws IOException, InterruptedException {
    this.at = Files.createDirectories(at);
    boolean linux = System.getProperty("os.name").equals("Linux") && Files.isExecutable(Path.of("/usr/bin/mount"));
    Assumptions.assumeTrue(linux && run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "iris-test", at.toString()),
        "skipped: a small disk cannot be mounted here (run as root of a Linux that may mount)");
  }

  public Path path() {
    return at;
  }

  /** Not a byte more. */
  public void fill() throws IOException {
    byte[] much = new byte[4096];
    try (OutputStream out = Files.newOutputStream(at.resolve("filler"))) {
      for (;;) out.write(much);
    } catch (IOException full) {
      assertTrue(Files.getFileStore(at).getUsableSpace() < much.length, () -> "not full: " + full);
    }
  }

  public void free() throws IOException {
    Files.delete(at.resolve("filler"));
  }

  /** With nothing open for writing on it. */
  public void readOnly(boolean only) throws IOException, InterruptedException {
    assertTrue(run("mount", "-o", "remount," + (only ? "ro" : "rw"), at.toString()), "cannot be mounted again");
  }

  private static boolean run(String... line) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(line)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError(Stream.of(line).toList() + " hangs: " + said);
    return process.exitValue() == 0;
  }

  @Override
  public void close() {
    try {
      // Lazily: what a test left open must not leave the disk behind.
      run("umount", "-l", at.toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
