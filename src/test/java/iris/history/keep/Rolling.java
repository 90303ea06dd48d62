package iris.history.keep;

import iris.history.Entry;
import iris.history.Journal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A console without a screen, in a process of its own, that lives its {@link Life} as fast as the disk lets it. It says
 * how many entries it has kept, each time once they are. It is there to be killed.
 */
final class Rolling {
  private Rolling() {}

  /** @param args the profile, and how many windows were lived before */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Life life = new Life();
    life.live(Integer.parseInt(args[1]));
    int windows = Integer.parseInt(args[1]);
    try (Journal journal = Life.open(Path.of(args[0]))) {
      out.println("READY");
      while (true) {
        List<Entry> lived = life.live(6);
        journal.write(lived);
        windows += 6;
        // In one piece: half a number would be another one.
        out.print(windows + "\n");
      }
    }
  }
}
