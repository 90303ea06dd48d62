package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.testing.Reply;
import iris.testing.ScriptedProxy;
import iris.testing.ScriptedServer;
import iris.testing.TestPki;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
  // "iris:é", as RFC 7617 wants it in UTF-8
  private static final String BASIC = "Basic aXJpczrDqQ==";
  private static final Secret PASSWORD = new Secret.FromEnvironment("PASSWORD");
  private final ScriptedServer server = ScriptedServer.http();
  private final Fetcher fetcher = new Fetcher(InstantSource.system(),
      Map.of("PASSWORD", "é", "TOKEN", "t0k", "EMPTY", "", "TWO", "a\r\nX-Evil: 1"));
  @TempDir Path folder;

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
  }

  private SourceConfig source() {
    return SourceConfig.of("siv", "SIV", server.uri("/feed")).proxy(ProxyRoute.DIRECT);
  }

  private String why(Credentials credentials) throws InterruptedException {
    server.then(Reply.ok("<rss/>"));
    Fetch fetch = fetcher.fetch(source().credentials(credentials), Ask.PLAIN);
    return assertInstanceOf(Fetch.Failed.class, fetch).why().key();
  }

  @Test
  void basicAndBearerAreShownAtTheFirstQuestion() throws InterruptedException {
    server.then(Reply.ok("<rss/>"));
    fetcher.fetch(source().credentials(new Credentials.Basic("iris", PASSWORD)), Ask.PLAIN);
    assertEquals(Optional.of(BASIC), server.request().header("Authorization"));
    fetcher.fetch(source().credentials(new Credentials.Bearer(new Secret.FromEnvironment("TOKEN"))), Ask.PLAIN);
    assertEquals(Optional.of("Bearer t0k"), server.request().header("Authorization"));
  }

  @Test
  void refusedCredentialsAreToldFromMissingOnes() throws InterruptedException {
    server.then(Reply.status(401));
    Fetch fetch = fetcher.fetch(source().credentials(new Credentials.Basic("iris", PASSWORD)), Ask.PLAIN);
    assertEquals("feed.http.unauthorized", assertInstanceOf(Fetch.Refused.class, fetch).why().key());
  }

  @Test
  void aRedirectToAnotherHostOrPortGetsNoCredentials() throws InterruptedException {
    try (ScriptedServer far = ScriptedServer.http().then(Reply.ok("<rss/>"))) {
      server.then(Reply.redirect(302, "/same"), Reply.redirect(302, far.uri("/far").toString()));
      fetcher.fetch(source().credentials(new Credentials.Basic("iris", PASSWORD)), Ask.PLAIN);
      assertEquals(Optional.of(BASIC), server.request().header("Authorization"));
      assertEquals(Optional.of(BASIC), server.request().header("Authorization"));
      assertEquals(Optional.empty(), far.request().header("Authorization"));
    }
  }

  @Test
  void aSecretIsReadFromAFileOfItsOwnerAndRefusedFromAnOpenOne() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "s3cret\n");
    assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"), "no file modes here");
    Credentials bearer = new Credentials.Bearer(new Secret.FromFile(file));
    for (String mode : new String[] {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      assertEquals("feed.secret.open-file", why(bearer));
    }
    assertEquals(0, server.requests().size());
    TestPki.ownerOnly(file);
    fetcher.fetch(source().credentials(bearer), Ask.PLAIN);
    assertEquals(Optional.of("Bearer s3cret"), server.request().header("Authorization"));
  }

  @Test
  void aSecretThatIsNotThereOrNoneSaysSo() throws Exception {
    assertEquals("feed.secret.no-variable", why(new Credentials.Bearer(new Secret.FromEnvironment("NONE"))));
    assertEquals("feed.secret.empty", why(new Credentials.Bearer(new Secret.FromEnvironment("EMPTY"))));
    assertEquals("feed.secret.control", why(new Credentials.Bearer(new Secret.FromEnvironment("TWO"))));
    assertEquals("feed.file.missing", why(new Credentials.Bearer(new Secret.FromFile(folder.resolve("gone")))));
  }

  @Test
  void aProxyGetsItsCredentialsAndTheServerDoesNot() throws InterruptedException {
    server.then(Reply.ok("<rss/>"));
    try (ScriptedProxy proxy = new ScriptedProxy(Optional.of(BASIC))) {
      SourceConfig behind = source().proxy(route(proxy, true));
      assertInstanceOf(Fetch.Body.class, fetcher.fetch(behind, Ask.PLAIN));
      assertEquals(server.uri("/feed").toString(), proxy.requests().getFirst().target());
      Fetch no = fetcher.fetch(source().proxy(route(proxy, false)), Ask.PLAIN);
      assertEquals("feed.http.proxy-credentials", assertInstanceOf(Fetch.Refused.class, no).why().key());
    }
  }

  @Test
  void aTunnelIsOpenedWithTheProxysCredentialsAndTheServerNeverSeesThem() throws Exception {
    TestPki pki = new TestPki("Test authority", InstantSource.system().instant());
    try (ScriptedProxy proxy = new ScriptedProxy(Optional.of(BASIC));
        ScriptedServer secure =
            ScriptedServer.https(pki.context(pki.issue("localhost", 9))).then(Reply.ok("<rss/>"))) {
      SourceConfig behind = SourceConfig.of("siv", "SIV", secure.uri("/feed")).ca(pki.caFile(folder));
      Fetch fetch = fetcher.fetch(behind.proxy(route(proxy, true)), Ask.PLAIN);
      assertInstanceOf(Fetch.Body.class, fetch, fetch.toString());
      assertEquals("CONNECT", proxy.requests().getFirst().method());
      assertEquals(Optional.empty(), secure.request().header("Proxy-Authorization"));
      Fetch no = fetcher.fetch(behind.proxy(route(proxy, false)), Ask.PLAIN);
      assertEquals("feed.http.proxy-credentials", assertInstanceOf(Fetch.Refused.class, no).why().key());
    }
  }

  @Test
  void theEnvironmentNamesAProxyWithItsCredentialsAndWhoIsExempt() throws InterruptedException {
    server.then(Reply.ok("<rss/>"));
    try (ScriptedProxy proxy = new ScriptedProxy(Optional.of("Basic dTpw"))) {
      String address = "http://u:p@localhost:" + proxy.port();
      // A name that only the proxy knows; it looks for everything on this machine.
      SourceConfig far = SourceConfig.of("siv", "SIV", URI.create("http://provider.test:" + server.port() + "/feed"));
      try (Fetcher sent = new Fetcher(InstantSource.system(), Map.of("http_proxy", address));
          Fetcher exempt =
              new Fetcher(InstantSource.system(), Map.of("http_proxy", address, "no_proxy", "x, .test"))) {
        assertInstanceOf(Fetch.Body.class, sent.fetch(far, Ask.PLAIN));
        assertEquals("feed.dns", assertInstanceOf(Fetch.Failed.class, exempt.fetch(far, Ask.PLAIN)).why().key());
        assertInstanceOf(Fetch.Body.class, sent.fetch(source().proxy(ProxyRoute.SYSTEM), Ask.PLAIN));
        assertEquals(1, proxy.requests().size(), "loopback needs no proxy");
      }
    }
  }

  private static ProxyRoute route(ScriptedProxy proxy, boolean withPass) {
    return new ProxyRoute.Explicit("localhost", proxy.port(),
        withPass ? Optional.of(new Credentials.Basic("iris", PASSWORD)) : Optional.empty());
  }

  @Test
  void noSecretIsPrinted() {
    SourceConfig source = SourceConfig.of("siv", "SIV", server.uri("/feed?token=abc"))
        .credentials(new Credentials.Basic("iris", PASSWORD));
    assertTrue(!source.toString().contains("abc"), source.toString());
  }
}
