package iris.agent.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  /** The sentence once held the path twice, and no way out. */
  @Test
  void aFolderThatCannotBeMadeNamesTheKeyToChange(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("state"), "");
    Opening.Refused refused = assertInstanceOf(Opening.Refused.class, StateFolder.open(file, Instant.EPOCH));
    assertEquals("agent.keep.no-folder", refused.why().key());
  }
}
