package iris.relay.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real server of this machine, started for one test on loopback, killed and started again as the test wants. */
public final class Daemon implements AutoCloseable {
  private static final Duration LET_GO = Duration.ofSeconds(2);

  private final Path log;
  private final List<String> command;
  private final Map<String, String> environment;
  private Process process;

  private Daemon(Path log, List<String> command, Map<String, String> environment) {
    this.log = log;
    this.command = command;
    this.environment = environment;
  }

  /** @param log takes what it says */
  public static Daemon start(Path log, Map<String, String> environment, String... command) throws IOException {
    Daemon daemon = new Daemon(log, List.of(command), environment);
    daemon.again();
    return daemon;
  }

  /** The program, where the machine has it; else the test is skipped and says what is missing. */
  public static Path program(String name, String debianPackage) {
    Optional<Path> found = Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/bin/", "/usr/local/sbin/", "/usr/lib/icinga2/sbin/")
        .map(dir -> Path.of(dir + name)).filter(Files::isExecutable).findFirst();
    Assumptions.assumeTrue(found.isPresent(),
        () -> name + " is not on this machine (Debian: " + debianPackage + "): not tested against the real one");
    return found.orElseThrow();
  }

  /** Tries the port, and is then gone from it. */
  private interface Trying {
    void on(InetSocketAddress address) throws IOException;
  }

  /** A port that nobody had a moment ago, and that nobody gets who asks the system for any. */
  public static int port() {
    return free(address -> {
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(address);
      }
    });
  }

  /** The same for a port of UDP. */
  public static int udpPort() {
    return free(address -> new DatagramSocket(address).close());
  }

  private static int free(Trying trying) {
    for (int tries = 0; tries < 1000; tries++) {
      int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
      try {
        trying.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return port;
      } catch (BindException taken) {
        continue;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalStateException("no port is free");
  }

  /** Starts it again after {@link #kill} or {@link #stop}, with the same command. */
  public void again() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    process = builder.start();
  }

  /** Waits until something listens on the port of TCP. */
  public Daemon listening(int port) throws InterruptedException {
    Await.until(() -> {
      if (!alive()) throw new AssertionError("it ended: " + said());
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return true;
      } catch (IOException notYet) {
        return false;
      }
    }, () -> "nothing listens on " + port + ": " + said());
    return this;
  }

  public boolean alive() {
    return process.isAlive();
  }

  public String said() {
    try {
      return Files.exists(log) ? Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a power cut: it and all that it started. */
  public void kill() throws InterruptedException {
    List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.waitFor(60, TimeUnit.SECONDS);
    // Its children let go of their pipes a moment later: until then somebody reads. One that nobody reaps seems to live on.
    for (ProcessHandle one : all) one.onExit().completeOnTimeout(one, LET_GO.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /** As an administrator: politely. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) kill();
  }

  @Override
  public void close() {
    try {
      stop();
      kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
