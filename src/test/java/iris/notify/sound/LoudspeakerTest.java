package iris.notify.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.notify.Alerting;
import iris.notify.Pattern;
import iris.signal.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Players are shell scripts that do what real ones do: succeed, fail, hang. */
@Timeout(300)
class LoudspeakerTest {
  private static final Duration SOON = Duration.ofMillis(50);
  private final LinkedBlockingQueue<Report.Health> health = new LinkedBlockingQueue<>();
  @TempDir Path dir;

  @BeforeEach
  void needsAShell() {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh: players are shell scripts here");
  }

  private Voice player(String name, String script) throws Exception {
    Path file = Files.writeString(dir.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return new CommandVoice(List.of(name), Map.of("PATH", dir + ":/usr/bin:/bin"), () -> !Files.exists(dir.resolve("server-gone")));
  }

  private Loudspeaker loudspeaker(Voice... voices) {
    return new Loudspeaker(Alerting.DEFAULT, List.of(voices), () -> false, SOON, r -> health.add((Report.Health) r));
  }

  private Report.Health next() throws InterruptedException {
    return java.util.Objects.requireNonNull(health.poll(60, TimeUnit.SECONDS), "nothing was reported within 60 s");
  }

  @Test
  void aMachineWithoutAPlayerSaysSoAtOnce() throws Exception {
    try (Loudspeaker quiet = loudspeaker(new CommandVoice(List.of("no-such-player"), Map.of("PATH", dir.toString()), () -> true))) {
      Report.Health said = next();
      assertFalse(said.well());
      assertEquals("notify.sound.no-device", said.why().key());
      quiet.play(Pattern.P1);
    }
  }

  @Test
  void aDeviceThatGoesIsReportedAndItsReturnToo() throws Exception {
    try (Loudspeaker _ = loudspeaker(player("good", "exit 0"))) {
      assertTrue(next().well());
      Path gone = Files.createFile(dir.resolve("server-gone"));
      assertFalse(next().well());
      Files.delete(gone);
      assertTrue(next().well());
    }
  }

  @Test
  void aPlayerThatFailsIsFollowedByTheNext() throws Exception {
    Path heard = dir.resolve("heard");
    Voice good = player("good", "head -c 4 \"$1\" > '" + heard + ".part' && mv '" + heard + ".part' '" + heard + "'");
    try (Loudspeaker speaker = loudspeaker(player("bad", "exit 3"), good)) {
      assertEquals("bad", next().why().args().getFirst());
      speaker.play(Pattern.P2);
      Report.Health after = next();
      assertTrue(after.well());
      assertEquals("good", after.why().args().getFirst());
      assertEquals("RIFF", Files.readString(heard));
    }
  }

  @Test
  void whenAllFailItIsSaidWithTheLastReasonAndTriedAgain() throws Exception {
    try (Loudspeaker speaker = loudspeaker(player("bad", "test -e '" + dir + "/mended'"))) {
      assertTrue(next().well(), "it looks well until it has to sound");
      speaker.play(Pattern.P1);
      Report.Health failed = next();
      assertEquals("notify.sound.failed", failed.why().key());
      Files.createFile(dir.resolve("mended"));
      assertTrue(next().well());
    }
  }

  @Test
  void hushStopsAPlayerThatHangs() throws Exception {
    Path started = dir.resolve("started");
    Voice hangs = player("hangs", "echo x >> '" + started + "'; exec tail -f /dev/null");
    try (Loudspeaker speaker = loudspeaker(hangs)) {
      next();
      speaker.play(Pattern.P1);
      await(() -> lines(started) == 1);
      speaker.hush();
      speaker.play(Pattern.P1);
      await(() -> lines(started) == 2);
    }
  }

  @Test
  void aP1DoesNotWaitForAChime() throws Exception {
    Path started = dir.resolve("started");
    Voice hangs = player("hangs", "echo x >> '" + started + "'; exec tail -f /dev/null");
    try (Loudspeaker speaker = loudspeaker(hangs)) {
      next();
      speaker.play(Pattern.CHIME);
      await(() -> lines(started) == 1);
      speaker.play(Pattern.P1);
      await(() -> lines(started) == 2);
    }
  }

  @Test
  void muteIsNotAFaultAndMakesNoSound() throws Exception {
    Alerting mute = new Alerting(false, 0.8, true, java.util.Optional.empty(), java.util.Optional.empty());
    Path heard = dir.resolve("heard");
    try (Loudspeaker speaker = new Loudspeaker(mute, List.of(player("good", "touch '" + heard + "'")),
        () -> false, SOON,
        r -> health.add((Report.Health) r))) {
      Report.Health said = next();
      assertTrue(said.well());
      assertEquals("notify.sound.muted", said.why().key());
      speaker.play(Pattern.P1);
    }
    assertFalse(Files.exists(heard));
  }

  @Test
  void thisMachineAnswersWhateverItHas() throws Exception {
    List<Report.Health> said = new ArrayList<>();
    try (Loudspeaker _ = Loudspeaker.ofThisMachine(Alerting.DEFAULT, Map.of(), r -> health.add((Report.Health) r))) {
      said.add(next());
    }
    assertEquals("sound", said.getFirst().part());
  }

  private static long lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 60 s");
      java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
    }
  }
}
