package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.signal.Reason;
import iris.testing.OldTlsServer;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import iris.testing.TestPki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsTest {
  // Java's own check of dates looks at the machine's clock, so the certificates must too.
  private static final Instant NOW = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
  private final TestPki pki = new TestPki("Test authority", NOW);
  private final Fetcher fetcher = new Fetcher(InstantSource.system(), Map.of("P12", "changeit", "WRONG", "no"));
  @TempDir Path folder;
  private Path ca;

  @BeforeEach
  void writeTheAuthority() throws IOException {
    ca = pki.caFile(folder);
  }

  @AfterEach
  void close() {
    fetcher.close();
  }

  private static ScriptedServer shows(TestPki pki, String host, int days) {
    return ScriptedServer.https(pki.context(pki.issue(host, days))).then(Reply.ok("<rss/>"));
  }

  private SourceConfig source(ScriptedServer server) {
    // A busy machine must not turn an answer into a time-out.
    Caps usual = Caps.USUAL;
    Duration ample = Duration.ofMinutes(1);
    return SourceConfig.of("siv", "SIV", server.uri("/feed")).proxy(ProxyRoute.DIRECT).ca(ca)
        .caps(new Caps(ample, ample, usual.bytes(), usual.inflated(), usual.items(), 5));
  }

  private Reason why(SourceConfig source) throws InterruptedException {
    return assertInstanceOf(Fetch.Failed.class, fetcher.fetch(source, Ask.PLAIN)).why();
  }

  @Test
  void aServerOfOurOwnAuthorityIsTrustedAndItsDaysAreCounted() throws InterruptedException {
    try (ScriptedServer server = shows(pki, "localhost", 12)) {
      Fetch.Body body = assertInstanceOf(Fetch.Body.class, fetcher.fetch(source(server), Ask.PLAIN));
      assertEquals(OptionalInt.of(11), body.contact().certificateDays());
    }
  }

  @Test
  void anUnknownAuthorityIsNamed() throws InterruptedException {
    TestPki stranger = new TestPki("Somebody", NOW);
    try (ScriptedServer server = shows(stranger, "localhost", 90)) {
      assertEquals(Reason.of("feed.tls.unknown-ca", "CN=Somebody"), why(source(server)));
    }
  }

  @Test
  void withoutAnAuthorityOfOursTheSystemsDoNotKnowTheTestsOne() throws InterruptedException {
    try (ScriptedServer server = shows(pki, "localhost", 90)) {
      SourceConfig plain = SourceConfig.of("siv", "SIV", server.uri("/feed")).proxy(ProxyRoute.DIRECT);
      assertEquals("feed.tls.unknown-ca", why(plain).key());
    }
  }

  @Test
  void anExpiredCertificateSaysSinceWhen() throws InterruptedException {
    try (ScriptedServer server = shows(pki, "localhost", -3)) {
      assertEquals(Reason.of("feed.tls.expired", "CN=localhost", NOW.minus(3, ChronoUnit.DAYS)), why(source(server)));
    }
  }

  @Test
  void aCertificateOfAnotherHostSaysWhose() throws InterruptedException {
    try (ScriptedServer server = shows(pki, "elsewhere.example", 90)) {
      assertEquals(Reason.of("feed.tls.wrong-host", "elsewhere.example"), why(source(server)));
    }
  }

  @Test
  void aPlainServerBehindHttpsIsSaidToBePlain() throws InterruptedException {
    try (ScriptedServer server = ScriptedServer.http().then(Reply.raw("HTTP/1.1 400 Bad\r\n\r\n"))) {
      URI tls = URI.create("https://localhost:" + server.port() + "/");
      SourceConfig wrong = SourceConfig.of("siv", "SIV", tls).proxy(ProxyRoute.DIRECT);
      assertEquals(Reason.of("feed.tls.plain", "localhost"), why(wrong));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatKnowsNothingNewerThanTls11IsRefusedWithASentence(OldTlsServer.Manner manner) throws Exception {
    try (OldTlsServer old = OldTlsServer.that(manner)) {
      SourceConfig source = SourceConfig.of("siv", "SIV", old.uri("/feed")).proxy(ProxyRoute.DIRECT)
          .credentials(new Credentials.Bearer(new Secret.FromEnvironment("P12")));
      assertEquals(Reason.of("feed.tls.version", "localhost"), why(source));
      assertEquals(List.of("1.3", "1.2"), old.offered());
      assertFalse(old.afterwards().contains("changeit"));
    }
  }

  @Test
  void aServerThatIsSilentBeforeTheHandshakeIsLeftInTime() throws Exception {
    Caps quick = new Caps(Duration.ofMillis(500), Duration.ofSeconds(2), 1000, 5000, 100, 5);
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("https://localhost:" + silent.getLocalPort() + "/");
      Reason why = why(SourceConfig.of("siv", "SIV", uri).proxy(ProxyRoute.DIRECT).caps(quick));
      assertEquals(Reason.of("feed.timeout.connect", "localhost", "PT0.5S"), why);
    }
  }

  @Test
  void onlySixteenTlsConnectionsAreInFlightHoweverManySourcesThereAre() throws Exception {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    // Opens when 16 are in, so the test also fails if they come one by one.
    CyclicBarrier sixteen = new CyclicBarrier(16);
    try (ScriptedServer server = ScriptedServer.https(pki.context(pki.issue("localhost", 9)));
        var asking = Executors.newVirtualThreadPerTaskExecutor()) {
      server.then((request, line) -> {
        most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
          sixteen.await(60, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
          throw new IOException(e);
        }
        inFlight.decrementAndGet();
        return Reply.ok("<rss/>").answer(request, line);
      });
      List<Future<Fetch>> all = new ArrayList<>();
      for (int i = 0; i < 48; i++) all.add(asking.submit(() -> fetcher.fetch(source(server), Ask.PLAIN)));
      for (Future<Fetch> one : all) assertInstanceOf(Fetch.Body.class, one.get());
    }
    assertEquals(16, most.get());
  }

  @Test
  void aRedirectFromHttpsToHttpIsRefused() throws InterruptedException {
    try (ScriptedServer server = ScriptedServer.https(pki.context(pki.issue("localhost", 9)))
        .then(Reply.redirect(302, "http://localhost/feed"))) {
      Fetch.Refused no = assertInstanceOf(Fetch.Refused.class, fetcher.fetch(source(server), Ask.PLAIN));
      assertEquals("feed.redirect.downgrade", no.why().key());
    }
  }

  @Test
  void aClientCertificateIsShownFromPemAndFromPkcs12() throws Exception {
    TestPki.Identity me = pki.issue("console", 90);
    try (ScriptedServer server =
        ScriptedServer.mutual(pki.context(pki.issue("localhost", 90))).then(Reply.ok("<rss/>"))) {
      ClientCertificate pem =
          new ClientCertificate(TestPki.pemFile(me, folder), Optional.empty(), Optional.empty());
      assertInstanceOf(Fetch.Body.class, fetcher.fetch(source(server).identity(pem), Ask.PLAIN));
      Path file = TestPki.p12File(me, folder);
      Optional<Secret> good = Optional.of(new Secret.FromEnvironment("P12"));
      assertInstanceOf(Fetch.Body.class,
          fetcher.fetch(source(server).identity(new ClientCertificate(file, Optional.empty(), good)), Ask.PLAIN));
      Optional<Secret> bad = Optional.of(new Secret.FromEnvironment("WRONG"));
      assertEquals("feed.identity.password",
          why(source(server).identity(new ClientCertificate(file, Optional.empty(), bad))).key());
    }
  }

  @Test
  void aServerThatWantsACertificateWeDoNotHaveIsNotAMereHandshakeFailure() throws InterruptedException {
    try (ScriptedServer server =
        ScriptedServer.mutual(pki.context(pki.issue("localhost", 90))).then(Reply.ok("<rss/>"))) {
      assertEquals("feed.tls.identity", why(source(server)).key());
    }
  }

  @Test
  void aClientCertificateIsNotShownToTheHostOfARedirect() throws Exception {
    ClientCertificate me =
        new ClientCertificate(TestPki.pemFile(pki.issue("console", 90), folder), Optional.empty(), Optional.empty());
    try (ScriptedServer far = ScriptedServer.mutual(pki.context(pki.issue("localhost", 90))).then(Reply.ok("<rss/>"));
        ScriptedServer near = ScriptedServer.https(pki.context(pki.issue("localhost", 90)))
            .then(Reply.redirect(302, far.uri("/").toString()))) {
      assertEquals("feed.tls.identity", why(source(near).identity(me)).key());
    }
  }

  @Test
  void aRenewedAuthorityFileIsTakenUpWithoutARestart() throws Exception {
    TestPki next = new TestPki("Next authority", NOW);
    try (ScriptedServer server = shows(next, "localhost", 90)) {
      assertEquals("feed.tls.unknown-ca", why(source(server)).key());
      next.caFile(folder);
      Files.setLastModifiedTime(ca, java.nio.file.attribute.FileTime.from(NOW.plusSeconds(60)));
      assertInstanceOf(Fetch.Body.class, fetcher.fetch(source(server), Ask.PLAIN));
    }
  }

  @Test
  void anAuthorityFileThatIsNoneIsSaidSo() throws Exception {
    try (ScriptedServer server = shows(pki, "localhost", 90)) {
      Files.writeString(ca, "hello");
      assertEquals("feed.pem.no-certificate", why(source(server)).key());
      Files.delete(ca);
      assertEquals("feed.file.missing", why(source(server)).key());
    }
  }
}
