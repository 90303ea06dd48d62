package iris.agent.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.AgentConfig;
import iris.agent.CannotPublish;
import iris.signal.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  @TempDir Path home;
  private final Stand stand = new Stand();
  private Publisher publisher;

  @AfterEach
  void close() {
    if (publisher != null) publisher.close();
  }

  private AgentConfig.Publication tls() {
    AgentConfig.Tls tls = new AgentConfig.Tls(home.resolve("chain.pem"), home.resolve("key.pem"));
    return Stand.publication(Optional.of(Stand.loopback(Optional.of(tls))), Optional.empty(), Optional.empty(), 100);
  }

  /** A client that trusts this certificate alone; each has connections of its own. */
  private Certificate serves(Certificate trusted) throws Exception {
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("a", trusted);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    URI feed = publisher.address("siv").orElseThrow();
    try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
      HttpResponse<byte[]> answer =
          client.send(HttpRequest.newBuilder(feed).build(), HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(200, answer.statusCode());
      return answer.sslSession().orElseThrow().getPeerCertificates()[0];
    }
  }

  @Test
  void aNewCertificateIsTakenOverWithoutARestartAndHalfAPairIsNot() throws Exception {
    Keys.Made first = Keys.make(home, "EC", 90);
    Keys.Made second = Keys.make(home, "RSA", 91);
    first.write(home.resolve("chain.pem"), home.resolve("key.pem"));
    stand.now = Instant.now();
    publisher = stand.publisher(tls());
    assertEquals("https", publisher.address("siv").orElseThrow().getScheme());
    assertEquals(first.certificate(), serves(first.certificate()));
    Certificates certificates = publisher.server().orElseThrow().certificates().orElseThrow();

    Files.writeString(home.resolve("chain.pem"), second.chainPem());
    certificates.refresh();
    assertEquals(List.of("agent.feed.tls.strangers"), publisher.trouble().stream().map(Reason::key).toList());
    assertEquals(first.certificate(), serves(first.certificate()));

    Files.writeString(home.resolve("key.pem"), second.keyPem());
    certificates.refresh();
    assertEquals(List.of(), publisher.trouble());
    assertEquals(second.certificate(), serves(second.certificate()));
  }

  @Test
  void aCertificateThatEndsSoonIsATrouble() throws Exception {
    Keys.make(home, "Ed25519", 5).write(home.resolve("chain.pem"), home.resolve("key.pem"));
    stand.now = Instant.now();
    publisher = stand.publisher(tls());
    assertEquals(List.of("agent.feed.tls.soon"), publisher.trouble().stream().map(Reason::key).toList());
    stand.now = stand.now.plusSeconds(6 * 86_400);
    assertEquals(List.of("agent.feed.tls.over"), publisher.trouble().stream().map(Reason::key).toList());
  }

  @Test
  void whatCannotServeIsSaidBeforeAnythingStarts() throws Exception {
    Keys.Made keys = Keys.make(home, "EC", 90);
    assertReason("agent.feed.tls.unread");
    Files.writeString(home.resolve("chain.pem"), "not a certificate");
    assertReason("agent.feed.tls.no-certificate");
    Files.writeString(home.resolve("chain.pem"), keys.chainPem());
    Files.writeString(home.resolve("key.pem"), keys.chainPem());
    assertReason("agent.feed.tls.no-key");
    Files.writeString(home.resolve("key.pem"), keys.keyPem().replace("PRIVATE KEY", "EC PRIVATE KEY"));
    assertReason("agent.feed.tls.key-form");
    Keys.make(home, "EC", 90).write(home.resolve("other.pem"), home.resolve("key.pem"));
    assertReason("agent.feed.tls.strangers");
  }

  @Test
  void aPortThatIsTakenIsSaid() throws Exception {
    publisher = stand.publisher(Stand.open(10));
    AgentConfig.Listen same =
        new AgentConfig.Listen("127.0.0.1", publisher.address("siv").orElseThrow().getPort(), Optional.empty());
    CannotPublish e = assertThrows(CannotPublish.class,
        () -> stand.publisher(Stand.publication(Optional.of(same), Optional.empty(), Optional.empty(), 10)));
    assertEquals("agent.feed.port", e.reason().key());
    assertTrue(e.getMessage().contains(String.valueOf(same.port())), e.getMessage());
  }

  private void assertReason(String key) {
    assertEquals(key, assertThrows(CannotPublish.class, () -> stand.publisher(tls())).reason().key());
  }
}
