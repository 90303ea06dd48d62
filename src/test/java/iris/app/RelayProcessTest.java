package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.app.service.UnixDatagrams;
import iris.relay.real.Await;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code iris relay} as an operator has it: a process of its own that tells a syslog server, and other processes that ask. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RelayProcessTest {
  @TempDir Path home;

  private FeedsOnLoopback feeds;
  private DatagramSocket server;

  @BeforeEach
  void provider() throws IOException {
    feeds = new FeedsOnLoopback(3);
    server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setSoTimeout(60_000);
  }

  @AfterEach
  void end() {
    feeds.close();
    server.close();
  }

  private void config(String more) throws IOException {
    Files.writeString(home.resolve("iris.yaml"), """
        display: {language: en}
        feeds: {siv: {url: "%s", poll-every: 15s}}
        relay:
          journal: {kind: syslog-udp, address: "127.0.0.1:%d", resend: 10s}
        %s""".formatted(feeds.address("siv"), server.getLocalPort(), more));
  }

  private String received() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
    server.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
  }

  /** The next message that has all of {@code words} in it. */
  private String told(String... words) throws IOException {
    List<String> passed = new ArrayList<>();
    try {
      while (true) {
        String message = received();
        if (Stream.of(words).allMatch(message::contains)) return message;
        passed.add(message);
      }
    } catch (SocketTimeoutException nothing) {
      throw new AssertionError("not told " + List.of(words) + " after " + passed);
    }
  }

  @Test
  void itRunsWithoutADisplayTellsFollowsItsFileAndEndsInTime() throws Exception {
    config("");
    Path classes = home.resolve("classes.txt");
    try (Launched relay =
        Launched.start(home, List.of("-Xlog:class+load:file=" + classes), Map.of(), "relay")) {
      relay.await("The relay watches 1 feed and tells 1 server");
      told("HEARTBEAT");
      told("signal=\"siv\"", "state=\"ok\"");

      Launched.Ran second = Launched.run(home, "relay");
      assertEquals(2, second.code(), second::err);
      assertTrue(second.err().contains("another relay runs"), second::err);

      Files.writeString(home.resolve("iris.yaml"), "feeds: {siv: {url: no}}\n");
      relay.await("configuration: ");
      feeds.down("siv");
      config("  second: {kind: syslog-udp, address: \"127.0.0.1:%d\", app-name: anew}\n".formatted(server.getLocalPort()));
      relay.await("configuration: well again");
      // In either order: no server waits for another.
      Set<Boolean> both = new HashSet<>();
      while (both.size() < 2) both.add(told("OUTAGE", "state=\"critical\"").contains(" anew "));

      // It writes down how it stands now and then: who asks too soon is told what was.
      Launched.Ran[] status = new Launched.Ran[1];
      Await.until(() -> (status[0] = Launched.run(home, "relay", "status")).out().contains("second (syslog-udp)"),
          () -> status[0].out() + status[0].err());
      assertEquals(0, status[0].code(), () -> status[0].out() + status[0].err());
      assertTrue(status[0].out().contains("journal (syslog-udp)"), status[0]::out);
      assertEquals("No server refused anything.", Launched.run(home, "relay", "dead").out().strip());

      long asked = System.nanoTime();
      relay.process.destroy();
      assertTrue(relay.process.waitFor(60, TimeUnit.SECONDS), "it ends");
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
      assertTrue(took < 30_000, "it ended within " + took + " ms");
    }
    assertEquals(3, Launched.run(home, "relay", "dead", "--console").code(), "the console keeps nothing here");
    try (Stream<String> loaded = Files.lines(classes)) {
      assertEquals(List.of(), loaded.filter(l -> l.contains(" javafx.") || l.contains(" com.sun.javafx.")).toList());
    }
  }

  @Test
  void aDryRunPrintsWhatWouldBeSaidAndSendsNothing() throws Exception {
    config("");
    feeds.down("siv");
    try (Launched dry = Launched.start(home, List.of(), Map.of(), "relay", "--dry-run")) {
      dry.await("Nothing is sent");
      String begin = dry.await("begin, critical");
      assertTrue(begin.startsWith("journal  ") && begin.endsWith("host iris, service siv"), begin);
      assertTrue(dry.await("siv|OUTAGE@").contains("#begin"), "its id is that of every relay");
    }
    server.setSoTimeout(500);
    assertEquals("nothing", nothing());
    assertFalse(Files.exists(home.resolve("state/relay/relay.db")), "nothing is kept");
  }

  @Test
  void systemdIsToldThatItIsUpThatItTurnsAndThatItEnds() throws Exception {
    config("");
    try (UnixDatagrams manager = UnixDatagrams.listen(false);
        Launched relay = Launched.start(home, List.of(),
            Map.of("NOTIFY_SOCKET", manager.address(), "WATCHDOG_USEC", "3000000"), "relay")) {
      String up = manager.next();
      assertTrue(up.startsWith("READY=1|STATUS=feeds fresh: ") && up.endsWith("|WATCHDOG=1"), up);
      String fresh = manager.next();
      while (!fresh.contains("STATUS=feeds fresh: 1 of 1; servers told: 1 of 1")) fresh = manager.next();
      assertTrue(fresh.startsWith("WATCHDOG=1"), fresh);
      relay.process.destroy();
      String last = manager.next();
      while (!last.equals("STOPPING=1")) last = manager.next();
      assertTrue(relay.process.waitFor(60, TimeUnit.SECONDS));
    }
  }

  private String nothing() throws IOException {
    try {
      return received();
    } catch (SocketTimeoutException silence) {
      return "nothing";
    }
  }

  @Test
  void oneServerIsTriedUnderASignalOfItsOwn() throws Exception {
    config("");
    Launched.Ran ran = Launched.run(home, "relay", "test", "journal");
    assertEquals(0, ran.code(), () -> ran.out() + ran.err());
    assertTrue(told("state=\"critical\"").contains("signal=\"iris-test\""));
    assertTrue(told("state=\"ok\"").contains("signal=\"iris-test\""));
    assertTrue(ran.out().contains("offers no way to ask"), ran::out);
    assertTrue(ran.out().contains("journal got the test; it cannot be asked"), ran::out);
    Launched.Ran unknown = Launched.run(home, "relay", "test", "jornal");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("there are: journal"), unknown::err);
  }

  @Test
  void withoutAFeedOrAServerItSaysWhatIsMissing() throws Exception {
    Files.writeString(home.resolve("iris.yaml"), "display: {language: en}\n");
    Launched.Ran ran = Launched.run(home, "relay");
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("names no feed") && ran.err().contains("names no server"), ran::err);
    assertEquals(3, Launched.run(home, "relay", "status").code());
  }
}
