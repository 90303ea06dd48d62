package iris.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of its own for as long as it is needed: logs of the simulated services, the agent's store, the journal. */
public record Scratch(Path folder) implements AutoCloseable {
  public Scratch() throws IOException {
    this(Files.createTempDirectory("iris-demo"));
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) Files.deleteIfExists(path);
  }
}
