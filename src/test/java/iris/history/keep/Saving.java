package iris.history.keep;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** Saves a profile again and again, each time under the next name, in a process of its own; there to be killed. */
final class Saving {
  private Saving() {}

  /** @param args the profile, the folder of the backups, the first number of their names */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    for (int n = Integer.parseInt(args[2]); ; n++) {
      out.println(n);
      Backup.of(Path.of(args[0]), Path.of(args[1], n + ".db"), Instant.parse("2026-11-23T12:00:00Z"));
    }
  }
}
