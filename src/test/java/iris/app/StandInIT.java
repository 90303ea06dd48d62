package iris.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.real.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image as a wall that nobody has given a feed yet. */
class StandInIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path home;

  @Test
  void aWallThatPlaysTheDemonstrationBeatsForWhoLooksAfterWalls() throws Exception {
    Path beat = Files.createDirectories(home.resolve("state")).resolve("heartbeat");
    Process wall = Image.in(home).with("IRIS_HOME", home.toString())
        .with("IRIS_JAVA_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw").start("--wall");
    try {
      Await.until(PATIENCE, () -> Files.exists(beat) || !wall.isAlive(), () -> "it plays and does not beat");
      assertTrue(wall.isAlive(), "it plays");
    } finally {
      wall.destroy();
      if (!wall.waitFor(PATIENCE)) wall.destroyForcibly();
    }
  }
}
