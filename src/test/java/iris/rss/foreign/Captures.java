package iris.rss.foreign;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The captures of real feeds, read where they lie; whoever has none skips, and is told so. */
final class Captures {
  private Captures() {}

  static Path root() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path captures = at.resolve("../shared/captures").normalize();
      if (Files.isDirectory(captures)) return captures;
    }
    assumeTrue(false, "no ../shared/captures here: the agreement with real feeds is not tested");
    throw new AssertionError();
  }

  /** The rows of a table, each by column name. */
  static List<Map<String, String>> table(String name) {
    List<Map<String, String>> rows = new ArrayList<>();
    String[] head = null;
    for (String line : lines(root().resolve("expected").resolve(name))) {
      String[] cells = line.split("\t", -1);
      if (head == null) {
        head = cells;
        continue;
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < head.length; i++) row.put(head[i], i < cells.length ? cells[i] : "");
      rows.add(row);
    }
    return rows;
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reading read(Path file) {
    try {
      return Rss.read(Files.readAllBytes(file), ReadOptions.of("svc", "Service"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Bulletin understood(String file) {
    Path path = root().resolve(file);
    if (read(path) instanceof Reading.Read(Bulletin bulletin)) return bulletin;
    throw new AssertionError(file + " was not read: " + read(path));
  }

  static List<Path> files(String... folders) {
    List<Path> files = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> walk = Files.walk(root().resolve(folder))) {
        walk.filter(Files::isRegularFile).sorted().forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }
}
