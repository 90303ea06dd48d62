package iris.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey;
import iris.relay.real.Await;
import iris.relay.real.Script;
import iris.settings.ConfigText;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.settings.SettingsReader;
import iris.ui.alert.Names;
import iris.words.Lang;
import iris.words.Words;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The console runs the same relay in its process where its settings name servers. */
@Timeout(300)
class RelayOfTheConsoleTest {
  private static final Words EN = Words.of(Lang.EN, ZoneOffset.UTC);

  @TempDir Path state;

  private Settings settings(String feed, String relay) {
    String yaml = "sound: {enabled: false}\nnotifications: {desktop: false}\nfeeds: {siv: {url: \"" + feed
        + "\", poll-every: 15s}}\nrelay: " + relay + "\n";
    Reading read = SettingsReader.read(List.of(new ConfigText("iris.yaml", state, yaml, false)));
    return assertInstanceOf(Reading.Good.class, read, read::toString).settings();
  }

  private static boolean told(DatagramSocket server, String words) throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
    try {
      while (true) {
        server.receive(packet);
        if (new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8).contains(words)) return true;
      }
    } catch (SocketTimeoutException nothing) {
      return false;
    }
  }

  @Test
  void itTellsAServerFromTheMomentThatTheSettingsNameOne() throws Exception {
    try (FeedsOnLoopback feeds = new FeedsOnLoopback(3);
        DatagramSocket server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      feeds.down("siv");
      server.setSoTimeout(500);
      Settings none = settings(feeds.address("siv"), "{}");
      try (Console console = new Console(none, Outset.ofProfile(state, Instant.now()), state, EN)) {
        assertFalse(told(server, ""), "nobody is told who is not named");
        assertFalse(Files.exists(state.resolve("relay.db")));
        server.setSoTimeout(60_000);
        console.reconfigure(settings(feeds.address("siv"),
            "{desk: {kind: syslog-udp, address: \"127.0.0.1:" + server.getLocalPort() + "\"}}"), EN);
        assertTrue(told(server, "OUTAGE"), "what stands is told to who comes later");
      }
      assertTrue(Files.exists(state.resolve("relay.db")), "it is kept beside the journal");
    }
  }

  @Test
  void aConsoleThatOnlyLooksOnTellsNobody() throws Exception {
    try (FeedsOnLoopback feeds = new FeedsOnLoopback(3);
        DatagramSocket server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      server.setSoTimeout(1_500);
      Settings one = settings(feeds.address("siv"),
          "{desk: {kind: syslog-udp, address: \"127.0.0.1:" + server.getLocalPort() + "\"}}");
      Outset writes = Outset.ofProfile(state, Instant.now());
      try (Console _ = new Console(one, Outset.ofProfile(state, Instant.now()), state, EN)) {
        assertFalse(told(server, ""), "the first one tells");
      } finally {
        writes.journal().orElseThrow().close();
      }
    }
  }

  @Test
  void whatAServerRefusesStandsOnTheBoardAndIsToldToTheOtherServer() throws Exception {
    AlarmKey fault = new AlarmKey(AlarmKey.Kind.CONSOLE_FAULT, "relay deaf");
    try (FeedsOnLoopback feeds = new FeedsOnLoopback(3);
        Script servers = new Script(asked -> new Script.Says(asked.path().equals("/deaf") ? 404 : 200, ""))) {
      feeds.outage("siv");
      Settings both = settings(feeds.address("siv"),
          "{deaf: {kind: webhook, url: \"" + servers.at("/deaf") + "\"}, well: {kind: webhook, url: \"" + servers.at("/well") + "\"}}");
      try (Console console = new Console(both, Outset.ofProfile(state, Instant.now()), state, EN)) {
        Await.until(() -> console.ports().board().get().alarms().containsKey(fault),
            () -> "not on the board: " + console.ports().board().get().alarms().keySet());
        Await.until(() -> servers.asked.stream().anyMatch(a -> a.path().equals("/well")
            && a.body().contains("\"id\":\"relay deaf|CONSOLE_FAULT@") && a.body().contains("#begin")), servers.asked::toString);
      }
    }
  }

  @Test
  void whatIsWrongWithAServerHasAReadableName() {
    assertTrue(Names.part("relay desk", EN).equals("relay desk") && Names.part("relay", EN).equals("relay"));
  }
}
