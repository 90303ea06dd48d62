package iris.notify.tray;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;

/** A dbus-daemon of its own: nothing of it meets the desktop of who runs the test. */
final class PrivateBus implements AutoCloseable {
  private static final Path DAEMON = Path.of("/usr/bin/dbus-daemon");
  private static final String CONFIG = """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
       "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig><type>session</type><listen>unix:path=%s</listen>
      <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
      <allow own="*"/></policy></busconfig>
      """;

  private final Path dir;
  private final Path socket;
  private Process daemon;

  PrivateBus(Path dir) {
    Assumptions.assumeTrue(Files.isExecutable(DAEMON), "skipped: not installed: dbus-daemon (apt-get install dbus)");
    this.dir = dir;
    socket = dir.resolve("bus");
  }

  void start() throws IOException {
    Path config = Files.writeString(dir.resolve("bus.conf"), CONFIG.formatted(socket));
    daemon = new ProcessBuilder(DAEMON.toString(), "--config-file=" + config, "--nofork").redirectErrorStream(true)
        .redirectOutput(dir.resolve("log").toFile()).start();
    await(() -> Files.exists(socket), "the bus");
  }

  void stop() throws IOException, InterruptedException {
    daemon.destroy();
    if (!daemon.waitFor(5, TimeUnit.SECONDS)) daemon.destroyForcibly().waitFor();
    Files.deleteIfExists(socket);
  }

  /** Empty while there is none. */
  Optional<String> address() {
    return Files.exists(socket) ? Optional.of("unix:path=" + socket) : Optional.empty();
  }

  static void await(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 60 s: " + what);
      LockSupport.parkNanos(20_000_000);
    }
  }

  @Override
  public void close() {
    if (daemon != null) daemon.destroy();
  }
}
