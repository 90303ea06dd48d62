package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.relay.real.Await;
import iris.signal.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file by which a watchdog outside sees that the console is well: for its owner alone, as all that is kept. */
class HeartbeatTest {
  @TempDir Path folder;

  private final Queue<Report> reports = new ConcurrentLinkedQueue<>();
  private Path heartbeat;

  @BeforeEach
  void ownersAreKnownHere() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    heartbeat = folder.resolve("heartbeat");
  }

  private void beats() throws Exception {
    try (ScreenWatch _ = new ScreenWatch(Runnable::run, reports::add, heartbeat, () -> true, Duration.ofMillis(20))) {
      Await.until(() -> Files.exists(heartbeat) && !Files.readString(heartbeat).isBlank(), () -> "no beat: " + reports);
    }
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(heartbeat)));
    assertEquals(List.of(), List.copyOf(reports));
  }

  @Test
  void isForItsOwnerAloneFromTheFirst() throws Exception {
    beats();
  }

  @Test
  void becomesItsOwnersAloneWhereAWatchdogTouchedItBefore() throws Exception {
    Files.setPosixFilePermissions(Files.createFile(heartbeat), PosixFilePermissions.fromString("rw-rw-r--"));
    beats();
  }
}
