package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.history.film.Night;
import iris.notify.PrivateDesktop;
import iris.relay.real.Await;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code iris replay} as a person starts it: a window with the night in it, and a journal that is as it was. */
class ReplayImageIT {
  @TempDir Path home;
  @TempDir Path screen;

  @Test
  void aNightIsPlayedAndNothingOfItIsTouched() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/import")) && PrivateDesktop.canOpenWindows(),
        "skipped: not installed: imagemagick or libgtk-3-0");
    Path state = Files.createDirectories(home.resolve("state"));
    try (Night night = new Night(state, 5, 7)) {
      night.live(Duration.ofMinutes(36));
    }
    Map<String, String> before = contents(state);
    assertTrue(before.keySet().stream().anyMatch(name -> name.endsWith(".db")), before::toString);
    try (PrivateDesktop desktop = new PrivateDesktop(screen)) {
      Process replay = Image.in(home).with("IRIS_HOME", home.toString()).with("DISPLAY", desktop.env.get("DISPLAY"))
          .start("replay", "--from", Night.START.plusSeconds(120).toString(), "--speed", "600");
      try {
        Await.until(() -> !replay.isAlive() || colours(desktop) > 40, () -> "a window on the screen");
        assertTrue(replay.isAlive(), () -> "it stays until it is closed: " + said(replay));
        replay.toHandle().destroy();
        assertTrue(replay.waitFor(60, TimeUnit.SECONDS), "it ends when it is told");
        assertEquals("", said(replay));
      } finally {
        replay.destroyForcibly();
      }
    }
    assertEquals(before, contents(state));
  }

  @Test
  void aTimeThatIsNotKeptIsOneSentence() throws Exception {
    Path state = Files.createDirectories(home.resolve("state"));
    try (Night night = new Night(state, 5, 7)) {
      night.live(Duration.ofMinutes(6));
    }
    Image.Ran ran = Image.in(home).with("IRIS_HOME", home.toString()).run("replay", "--from", "2020-01-01T00:00");
    assertEquals(2, ran.code(), ran::err);
    assertEquals(1, ran.err().lines().count(), ran::err);
  }

  private static String said(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each file and its bytes; what SQLite lays beside a store that is open comes and goes. */
  private static Map<String, String> contents(Path folder) throws Exception {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (name.endsWith("-shm") || name.endsWith("-wal") && Files.size(file) == 0) continue;
        all.put(name, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
      }
    }
    return all;
  }

  /** How many colours the screen shows: an empty one has one, a window being made a few. */
  private long colours(PrivateDesktop desktop) throws IOException, InterruptedException {
    Path file = screen.resolve("replay.png");
    ProcessBuilder look = new ProcessBuilder("import", "-window", "root", file.toString());
    look.environment().putAll(desktop.env);
    if (look.inheritIO().start().waitFor() != 0) return 0;
    BufferedImage seen = ImageIO.read(file.toFile());
    return IntStream.range(0, seen.getHeight())
        .flatMap(y -> IntStream.range(0, seen.getWidth()).map(x -> seen.getRGB(x, y))).distinct().count();
  }
}
