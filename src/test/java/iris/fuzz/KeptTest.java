package iris.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What broke a promise once does so no more. */
@Timeout(300)
class KeptTest {
  private static final Path KEPT = Path.of("src/test/resources/fuzz");

  @Test
  void allThatTheFuzzersFoundIsMended() throws IOException {
    int tried = 0;
    for (Trial trial : Trials.all(List.of())) {
      Path folder = KEPT.resolve(trial.name());
      if (!Files.isDirectory(folder)) continue;
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          assertEquals(Optional.empty(), Verdicts.of(trial, Files.readAllBytes(file)), file::toString);
          tried++;
        }
      }
    }
    assertTrue(tried > 0, "nothing is kept in " + KEPT.toAbsolutePath());
  }
}
