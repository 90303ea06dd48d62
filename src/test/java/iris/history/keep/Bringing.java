package iris.history.keep;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Imports a file in a process of its own, then waits. It is there to be killed. */
final class Bringing {
  private Bringing() {}

  /** @param args the profile and the file */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    out.print("READY\n");
    Import.of(Path.of(args[0]), Path.of(args[1]), Instant.parse("2026-11-23T12:00:00Z"));
    out.print("DONE\n");
    new CountDownLatch(1).await();
  }
}
