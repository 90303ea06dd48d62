package iris.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that hold all of a console's settings and state; made once with a day of history, copied for each run. */
final class Home {
  private Home() {}

  /** A folder of settings and nothing else. */
  static Path fresh(Path in, String settings) throws IOException {
    Path home = Files.createTempDirectory(in, "home");
    Files.writeString(home.resolve("iris.yaml"), settings);
    return home;
  }

  /** A console has run on it: the journal holds a day of all services and the board as it was at its end. */
  static Path kept(Path in, Image image, Display display, Feeds feeds) throws IOException, InterruptedException {
    Path home = fresh(in, feeds.settings());
    try (Run run = Run.start(display, home, List.of(), image.iris())) {
      run.await("FRESH");
      run.rest(12);
    }
    return home;
  }

  static Path copy(Path of) throws IOException {
    Path to = Files.createTempDirectory(of.getParent(), "copy");
    try (Stream<Path> all = Files.walk(of)) {
      for (Path p : all.skip(1).toList()) {
        Path there = to.resolve(of.relativize(p).toString());
        if (Files.isDirectory(p)) Files.createDirectory(there);
        else Files.copy(p, there);
      }
    }
    return to;
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(p);
    }
  }
}
