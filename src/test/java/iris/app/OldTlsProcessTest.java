package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.testing.OldTlsServer;
import iris.testing.TestPki;
import iris.testing.TlsHello;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * TLS 1.2 at least is our own rule, and not only that of Java: on a machine whose Java was told to allow everything (its
 * {@code jdk.tls.disabledAlgorithms} is empty) no server of ours speaks TLS 1.1, and no client of ours offers it.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OldTlsProcessTest {
  private static final String PROTOCOL_VERSION = "alert 70";
  private static final Pattern ADDRESS = Pattern.compile("https://\\S+");

  @TempDir Path home;

  private List<String> weak;

  @BeforeEach
  void aJavaThatAllowsEverything() throws IOException {
    Path all = Files.writeString(home.resolve("weak.security"),
        "jdk.tls.disabledAlgorithms=\njdk.tls.legacyAlgorithms=\njdk.certpath.disabledAlgorithms=\n");
    weak = List.of("-Djava.security.properties=" + all);
  }

  @Test
  void anAgentAnswersNoReaderAndAsksNoServiceWithLessThanTls12() throws Exception {
    TestPki pki = new TestPki("Test authority", InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
    String pair = Files.readString(TestPki.pemFile(pki.issue("localhost", 90), home));
    int border = pair.lastIndexOf("-----BEGIN");
    Path chain = Files.writeString(home.resolve("chain.pem"), pair.substring(0, border));
    Path key = TestPki.ownerOnly(Files.writeString(home.resolve("key.pem"), pair.substring(border)));
    try (OldTlsServer old = OldTlsServer.that(OldTlsServer.Manner.CHOOSES)) {
      Path config = Files.writeString(home.resolve("agent.yaml"), """
          agent: {id: a-1, period: 10s, state: store, zone: UTC, language: en}
          publish: {listen: "127.0.0.1:0", certificate: %1$s, key: %2$s}
          services:
            siv:
              name: SIV
              parties: {darva: {role: provider, name: DARVA}}
              sources: {front: {type: http, url: "%3$s", every: 1s}}
          """.formatted(chain, key, old.uri("/")));
      try (Launched agent = Launched.start(home, weak, Map.of(), "agent", "--config", config.toString())) {
        Matcher address = ADDRESS.matcher(agent.await("SIV: https"));
        assertTrue(address.find());
        int port = URI.create(address.group()).getPort();
        assertEquals("hello 3", TlsHello.to(port, 3), "TLS 1.2 is spoken");
        assertEquals(PROTOCOL_VERSION, TlsHello.to(port, 2), "TLS 1.1 is not");
        assertEquals(PROTOCOL_VERSION, TlsHello.to(port, 1), "nor is TLS 1.0");
        assertEquals(List.of("1.3", "1.2"), old.offered());
      }
    }
  }

  @Test
  void aRelayOffersNoServerLessThanTls12() throws Exception {
    Map<String, OldTlsServer> servers = new LinkedHashMap<>();
    for (String name : List.of("feed", "webhook", "icinga", "syslog-tls", "relp", "mqtt", "mail"))
      servers.put(name, name.equals("mail") ? OldTlsServer.forMail(OldTlsServer.Manner.CHOOSES)
          : OldTlsServer.that(OldTlsServer.Manner.CHOOSES));
    try (FeedsOnLoopback feeds = new FeedsOnLoopback(3)) {
      feeds.down("siv");
      StringBuilder text = new StringBuilder("""
          display: {language: en}
          feeds:
            siv: {url: "%s", poll-every: 15s}
            old: {url: "%s", poll-every: 15s}
          relay:
          """.formatted(feeds.address("siv"), servers.get("feed").uri("/feed")));
      servers.forEach((kind, server) -> text.append(relay(kind, server)));
      Files.writeString(home.resolve("iris.yaml"), text);
      try (Launched relay = Launched.start(home, weak, Map.of("S_PASSWORD", "secret"), "relay")) {
        for (var server : servers.entrySet())
          assertEquals(List.of("1.3", "1.2"), server.getValue().offered(), () -> server.getKey() + " " + relay.lines);
      }
    } finally {
      servers.values().forEach(OldTlsServer::close);
    }
  }

  private static String relay(String kind, OldTlsServer server) {
    String at = "address: \"localhost:" + server.port() + "\"";
    return switch (kind) {
      case "feed" -> "";
      case "webhook" -> "  webhook: {kind: webhook, url: \"%s\"}\n".formatted(server.uri("/"));
      case "icinga" -> "  icinga: {kind: icinga, url: \"%s\", user: iris, password: \"env:S_PASSWORD\"}\n".formatted(server.uri("/"));
      case "mail" -> "  mail: {kind: mail, %s, from: a@example.org, to: [b@example.org]}\n".formatted(at);
      case "syslog-tls" -> "  syslog-tls: {kind: syslog-tls, %s}\n".formatted(at);
      default -> "  %s: {kind: %s, %s, tls: yes}\n".formatted(kind, kind, at);
    };
  }
}
