package iris.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.notify.PrivateDesktop;
import iris.relay.real.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The session's bus dies under a console. Seen: the console went with it, with the code of one that was asked to end. */
@Timeout(300)
class BusLostTest {
  @TempDir(cleanup = CleanupMode.NEVER) Path home;
  private final List<Process> desktop = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Process one : desktop) one.destroyForcibly().waitFor();
  }

  /** What it says first, on its standard output. */
  private String start(String name, String form, String... line) throws Exception {
    Path said = home.resolve(name);
    desktop.add(new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(said.toFile()).start());
    Await.until(() -> Files.readString(said).strip().matches(form), () -> name + " does not start");
    return Files.readString(said).strip();
  }

  private Instant beat(Instant since) throws InterruptedException, IOException {
    Path heartbeat = home.resolve("state").resolve("heartbeat");
    Await.until(() -> Files.exists(heartbeat) && Files.getLastModifiedTime(heartbeat).toInstant().isAfter(since),
        () -> "the console does not beat");
    return Files.getLastModifiedTime(heartbeat).toInstant();
  }

  @Test
  void theConsoleGoesOnWatchingWhenTheBusOfItsSessionIsGone() throws Exception {
    Assumptions.assumeTrue(PrivateDesktop.canOpenWindows() && Files.isExecutable(Path.of("/usr/bin/Xvfb"))
        && Files.isExecutable(Path.of("/usr/bin/dbus-daemon")), "skipped: no virtual display (apt-get install xvfb dbus libgtk-3-0)");
    Files.writeString(home.resolve("iris.yaml"),
        "sound: {enabled: no}\nnotifications: {desktop: no}\nfeeds:\n  siv:\n    url: " + home.resolve("none.xml").toUri() + "\n");
    String display = start("display", "\\d+", "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24");
    String bus = start("bus", "unix:.*", "dbus-daemon", "--session", "--nofork", "--print-address=1");
    try (Launched console = Launched.start(home, List.of("-Dprism.order=sw", "-Djava.net.useSystemProxies=false"),
        Map.of("DISPLAY", ":" + display, "DBUS_SESSION_BUS_ADDRESS", bus))) {
      beat(beat(Instant.EPOCH));
      desktop.getLast().destroyForcibly().waitFor();
      Instant killed = Instant.now();
      // Two: the first may have been on its way.
      Instant last = beat(beat(killed));
      assertTrue(last.isAfter(killed) && console.process.isAlive(), "gone with its bus");
    }
  }

  @Test
  void whereNoBusIsKnownNoneIsAskedFor() throws IOException {
    assertFalse(SessionBus.known(Map.of()));
    assertFalse(SessionBus.known(Map.of("XDG_RUNTIME_DIR", home.toString())));
    Files.createFile(home.resolve("bus"));
    assertTrue(SessionBus.known(Map.of("XDG_RUNTIME_DIR", home.toString())));
    assertTrue(SessionBus.known(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus")));
  }
}
