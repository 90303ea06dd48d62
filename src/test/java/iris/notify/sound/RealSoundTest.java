package iris.notify.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.notify.Alerting;
import iris.notify.Pattern;
import iris.signal.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Against a PulseAudio of its own whose one device is a file's end: what would really be heard is recorded. */
@Timeout(300)
class RealSoundTest {
  private final LinkedBlockingQueue<Report.Health> health = new LinkedBlockingQueue<>();
  @TempDir(cleanup = CleanupMode.NEVER) Path dir;
  private Map<String, String> env;
  private Process server;

  @BeforeEach
  void start() throws Exception {
    List<String> absent = Stream.of("pulseaudio", "paplay", "parec", "pactl")
        .filter(p -> !Files.isExecutable(Path.of("/usr/bin", p))).toList();
    Assumptions.assumeTrue(absent.isEmpty(), "skipped: not installed: " + absent + " (apt-get install pulseaudio)");
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));
    env = Map.of("PATH", "/usr/bin:/bin", "HOME", dir.toString(), "XDG_RUNTIME_DIR", dir.toString());
    startServer("nul");
  }

  @AfterEach
  void end() {
    if (server != null) server.destroy();
  }

  private void startServer(String sink) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "-n",
        "--use-pid-file=no", "--load=module-null-sink sink_name=" + sink, "--load=module-native-protocol-unix");
    builder.environment().putAll(env);
    server = builder.redirectErrorStream(true).redirectOutput(dir.resolve("log").toFile()).start();
    await(() -> new SoundServer(env).speaksPulse());
  }

  private Loudspeaker loudspeaker() {
    SoundServer pulse = new SoundServer(env);
    return new Loudspeaker(Alerting.DEFAULT, CommandVoice.ofLinux(env, pulse), pulse::playsIntoNothing,
        Duration.ofMillis(200), r -> health.add((Report.Health) r));
  }

  private Report.Health next() throws InterruptedException {
    return Objects.requireNonNull(health.poll(60, TimeUnit.SECONDS), "nothing was reported within 60 s");
  }

  @Test
  void theP1PatternIsHeard() throws Exception {
    ProcessBuilder builder = new ProcessBuilder("parec", "--device=nul.monitor", "--rate=" + Synth.RATE, "--channels=1",
        "--format=s16le", "--raw");
    builder.environment().putAll(env);
    Process recorder = builder.start();
    try (Loudspeaker speaker = loudspeaker()) {
      assertEquals("paplay", next().why().args().getFirst());
      speaker.play(Pattern.P1);
      assertTrue(loudWithin(recorder.getInputStream(), 60), "nothing was heard in a minute of recording");
    } finally {
      recorder.destroyForcibly();
    }
  }

  /** Reads the recording until a tenth of a second of it is loud at 784 Hz. */
  private static boolean loudWithin(InputStream recording, int seconds) throws IOException {
    int n = Synth.RATE / 10;
    for (int block = 0; block < seconds * 10; block++) {
      byte[] bytes = recording.readNBytes(2 * n);
      double re = 0;
      double im = 0;
      for (int i = 0; i < bytes.length / 2; i++) {
        double sample = (short) (bytes[2 * i] & 0xff | bytes[2 * i + 1] << 8) / 32768.0;
        re += sample * Math.cos(2 * Math.PI * 784 * i / Synth.RATE);
        im += sample * Math.sin(2 * Math.PI * 784 * i / Synth.RATE);
      }
      if (Math.hypot(re, im) / n > 0.05) return true;
    }
    return false;
  }

  @Test
  void aServerThatIsKilledIsReportedThoughItsSocketStaysAndItsReturnToo() throws Exception {
    try (Loudspeaker _ = loudspeaker()) {
      assertTrue(next().well());
      server.destroyForcibly().waitFor();
      assertTrue(Files.exists(dir.resolve("pulse/native")));
      Report.Health gone = next();
      assertFalse(gone.well());
      assertEquals("notify.sound.no-device", gone.why().key());
      Files.delete(dir.resolve("pulse/native"));
      startServer("nul");
      assertTrue(next().well());
    }
  }

  @Test
  void aServerThatPlaysIntoItsDummyOutputIsNoSound() throws Exception {
    server.destroy();
    server.waitFor();
    startServer("auto_null");
    try (Loudspeaker _ = loudspeaker()) {
      assertEquals("notify.sound.no-device", next().why().key());
    }
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 60 s");
      LockSupport.parkNanos(20_000_000);
    }
  }
}
