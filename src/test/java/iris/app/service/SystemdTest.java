package iris.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real datagram socket, which Java cannot open either: a few lines of Python print what arrives. */
@Timeout(60)
class SystemdTest {
  private static final String LISTENER = """
      import socket, sys
      s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
      s.bind(sys.argv[1].replace('@', chr(0), 1) if sys.argv[1].startswith('@') else sys.argv[1])
      print('listening', flush=True)
      while True: print(s.recv(4096).decode().replace(chr(10), '|'), flush=True)
      """;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final Path folder = brief();
  private Process listener;

  /** The path of a socket has 107 bytes at most; those of test folders may be longer. */
  private static Path brief() {
    try {
      return Files.createTempDirectory("sd");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void end() throws IOException {
    if (listener != null) listener.destroyForcibly();
    Files.deleteIfExists(folder.resolve("notify"));
    Files.deleteIfExists(folder);
  }

  private String listen(String at) throws Exception {
    Path python = Path.of("/usr/bin/python3");
    assumeTrue(Files.isExecutable(python), "python3 is not installed");
    listener = new ProcessBuilder(python.toString(), "-c", LISTENER, at).redirectErrorStream(true).start();
    BufferedReader in = listener.inputReader(StandardCharsets.UTF_8);
    Thread.ofVirtual().start(() -> {
      try (in) {
        for (String line; (line = in.readLine()) != null; ) heard.add(line);
      } catch (IOException ended) {
        heard.add("ended");
      }
    });
    assertEquals("listening", heard.poll(20, TimeUnit.SECONDS));
    return at;
  }

  private String next() throws InterruptedException {
    return heard.poll(20, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void systemdHearsThatItIsUpThatItTurnsAndThatItEnds(boolean named) throws Exception {
    String at = listen(named ? "@iris-test-" + ProcessHandle.current().pid() : folder.resolve("notify").toString());
    AtomicBoolean well = new AtomicBoolean(true);
    AtomicReference<String> status = new AtomicReference<>("2 serveurs\nà jour");
    Map<String, String> env = Map.of("NOTIFY_SOCKET", at, "WATCHDOG_USEC", "300000");
    try (Systemd systemd = new Systemd(env, well::get, status::get)) {
      systemd.ready();
      assertEquals("READY=1|STATUS=2 serveurs à jour|WATCHDOG=1", next());
      assertEquals("WATCHDOG=1", next());
      status.set("1 en retard");
      for (String line = next(); !line.equals("WATCHDOG=1|STATUS=1 en retard"); line = next()) assertEquals("WATCHDOG=1", line);
      well.set(false);
      // One that was on its way may still come.
      heard.poll(400, TimeUnit.MILLISECONDS);
      heard.clear();
      assertNull(heard.poll(700, TimeUnit.MILLISECONDS), "what does not turn gives no sign of life");
      well.set(true);
      assertEquals("WATCHDOG=1", next());
    }
    String last = next();
    while (last.equals("WATCHDOG=1")) last = next();
    assertEquals("STOPPING=1", last);
  }

  @Test
  void nobodyIsToldWhereNobodyAsks() {
    try (Systemd systemd = new Systemd(Map.of("WATCHDOG_USEC", "1000"), () -> {
      throw new AssertionError("asked");
    }, () -> "x")) {
      systemd.ready();
    }
  }

  @Test
  void theWatchdogOfAnotherProcessIsNotOurs() {
    assertEquals(Optional.of(Duration.ofSeconds(30)), Systemd.patience(Map.of("WATCHDOG_USEC", "30000000"), 7));
    assertEquals(Optional.empty(), Systemd.patience(Map.of("WATCHDOG_USEC", "30000000", "WATCHDOG_PID", "8"), 7));
    assertEquals(Optional.empty(), Systemd.patience(Map.of("WATCHDOG_USEC", "soon"), 7));
  }

  @Test
  void whereNobodyListensItIsAnErrorAndNoCrash() {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "Unix datagrams are sent on Linux");
    assertThrows(IOException.class, () -> new Datagram().send(folder.resolve("nobody").toString(), "READY=1"));
    assertThrows(IOException.class, () -> new Datagram().send("/" + "x".repeat(200), "READY=1"));
  }
}
