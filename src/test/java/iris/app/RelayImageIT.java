package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.real.Await;
import iris.relay.real.Daemon;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code iris relay} of the image: what the linked runtime must hold for it, and that it holds nothing of the screen. */
class RelayImageIT {
  @TempDir Path home;

  @Test
  void itTellsServersOfSeveralKindsAndEndsWhenItIsTold() throws Exception {
    int metrics = Daemon.port();
    Path classes = home.resolve("classes.txt");
    Queue<String> said = new ConcurrentLinkedQueue<>();
    try (FeedsOnLoopback feeds = new FeedsOnLoopback(1);
        DatagramSocket log = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        DatagramSocket traps = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      Files.writeString(home.resolve("relay.yaml"), """
          display: {language: en}
          feeds: {siv: {url: "%s", poll-every: 15s}}
          relay:
            log: {kind: syslog-udp, address: "127.0.0.1:%d", resend: 10s}
            traps: {kind: snmp, address: "127.0.0.1:%d", community: "env:COMMUNITY", notify: trap, resend: 10s}
            scraped: {kind: prometheus, listen: "127.0.0.1:%d", resend: 10s}
            letters: {kind: mail, address: "127.0.0.1:9", from: a@example.org, to: [b@example.org]}
          """.formatted(feeds.address("siv"), log.getLocalPort(), traps.getLocalPort(), metrics));
      Process relay = Image.in(home).with("IRIS_HOME", home.toString()).with("COMMUNITY", "public")
          .with("IRIS_QUICK_START", "no").with("IRIS_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes)
          .start("relay", "--config", "relay.yaml");
      try {
        Thread.ofVirtual().start(() -> {
          BufferedReader lines = relay.inputReader(StandardCharsets.UTF_8);
          lines.lines().forEach(said::add);
        });
        assertTrue(received(log).contains(" iris "), "a line of syslog");
        assertEquals(0x30, received(traps).charAt(0), "a message of SNMP is a sequence");
        try (HttpClient client = HttpClient.newHttpClient()) {
          HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metrics + "/metrics")).build();
          Await.until(() -> asked(client, ask).contains("siv"), said::toString);
        }
        relay.destroy();
        assertTrue(relay.waitFor(60, TimeUnit.SECONDS), "it ends");
      } finally {
        relay.destroyForcibly();
      }
    }
    try (Stream<String> loaded = Files.lines(classes)) {
      List<String> names = loaded.toList();
      assertTrue(names.stream().anyMatch(l -> l.contains("iris.app.Relaying")), "the log of classes is written");
      assertEquals(List.of(), names.stream().filter(l -> l.contains(" javafx.") || l.contains(" com.sun.javafx.")).toList());
    }
  }

  private static String asked(HttpClient client, HttpRequest ask) throws InterruptedException {
    try {
      return client.send(ask, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException notYet) {
      return "";
    }
  }

  private static String received(DatagramSocket socket) throws Exception {
    socket.setSoTimeout(60_000);
    DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
  }
}
