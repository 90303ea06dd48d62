package iris.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Shown;
import iris.alarm.Transition.Announcement.Call;
import iris.faults.Eye.Told;
import iris.feed.Caps;
import iris.feed.SourceConfig;
import iris.signal.Report;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import iris.testing.TestPki;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What stands between a provider and a wall, and what the wall says of it: src/docs/faults.md. */
class WireFaultsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Told LOST = new Told(Call.RAISE, Kind.SUPERVISION_LOST, "siv");
  private static final Told BACK = new Told(Call.CLEAR, Kind.SUPERVISION_LOST, "siv");
  private static final Caps SHORT = new Caps(Duration.ofSeconds(1), Duration.ofSeconds(1), 1 << 20, 2 << 20, 1000, 5);
  private static final String LOGIN = "<!DOCTYPE html>\n<html lang=fr><head><meta charset=utf-8><title>Wi-Fi</title>"
      + "<link rel=stylesheet href=/s.css></head><body><h1>Bienvenue</h1><form method=post>Code&nbsp;: <input name=c>"
      + "<br><button>OK</button></form></body></html>";

  @TempDir Path folder;

  @FunctionalInterface
  private interface Breaking {
    void on(Eye eye) throws Exception;
  }

  private record Fault(String what, String key, Breaking breaks) {
    static Fault of(String what, String key, Reply instead) {
      return new Fault(what, key, eye -> eye.provider.fails(instead));
    }

    /** Only who waits for the end of the time wants it short: a busy machine must not turn a no into a timeout. */
    static Fault slow(String what, String key, Reply instead) {
      return new Fault(what, key, eye -> {
        eye.provider.fails(instead);
        eye.source(s -> s.caps(SHORT));
      });
    }

    /** A machine that is busy elsewhere may need the whole time to connect: that is a time-out as well. */
    String isSaidBy(Eye eye) {
      String said = eye.tile().why().orElseThrow().key();
      return key.equals("feed.timeout.read") && said.equals("feed.timeout.connect") ? said : key;
    }

    static Fault elsewhere(String what, String key, String address) {
      return new Fault(what, key, eye -> eye.source(s -> WireFaultsTest.at(s, URI.create(address))));
    }
  }

  private static SourceConfig at(SourceConfig s, URI uri) {
    return SourceConfig.of(s.id(), s.name(), uri).proxy(s.proxy());
  }

  /** Sends this much and then a reset. */
  private static Reply torn(String sent) {
    return (request, line) -> {
      line.write(sent);
      return Reply.reset().answer(request, line);
    };
  }

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n";

  private static Reply drippingHead() {
    return (request, line) -> {
      line.write("HTTP/1.1 200 OK\r\nX-Slow: ");
      while (!line.closing().await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) line.write("x");
      return false;
    };
  }

  private static Reply endlessHead() {
    return (request, line) -> {
      line.write("HTTP/1.1 200 OK\r\n");
      for (int i = 0; line.closing().getCount() > 0; i++) line.write("X-Header-" + i + ": " + "x".repeat(1000) + "\r\n");
      return false;
    };
  }

  private static Stream<Fault> faults() {
    return Stream.of(
        Fault.elsewhere("a name that DNS does not know", "feed.dns", "http://nobody.invalid/feed"),
        Fault.of("a reset before the answer", "feed.reset", Reply.reset()),
        Fault.of("a reset in the head", "feed.reset", torn("HTTP/1.1 200 OK\r\nContent-Ty")),
        Fault.of("a reset in the body", "feed.reset", torn(HEAD + "Content-Length: 900\r\n\r\n<?xml version=\"1.0\"?><rss>")),
        Fault.slow("silence", "feed.timeout.read", Reply.stall()),
        Fault.slow("a body that comes byte by byte", "feed.timeout.read", Reply.drip()),
        Fault.slow("a head that comes byte by byte", "feed.timeout.read", drippingHead()),
        Fault.of("a head without end", "feed.http.garbled", endlessHead()),
        Fault.of("half a body", "feed.cut", Reply.half("<rss version=\"2.0\"><channel></channel></rss>")),
        Fault.of("a chunk that ends early", "feed.cut", Reply.raw(HEAD + "Transfer-Encoding: chunked\r\n\r\n40\r\n<rss>")),
        Fault.of("a chunk of no length", "feed.http.garbled", Reply.raw(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n<rss>")),
        Fault.of("a document cut where the line says it ends", "rss.cut",
            Reply.ok("<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:iris=\"urn:iris:signal:1\"><channel><title>SIV</ti")),
        Fault.of("a gzip bomb", "feed.too-large.inflated",
            Reply.ok(Reply.gzipped(new byte[40 << 20]), "Content-Encoding: gzip")),
        Fault.of("an answer of too many requests", "feed.http.too-often", Reply.status(429, "Retry-After: 120")),
        Fault.of("an answer of maintenance", "feed.http.server", Reply.status(503, "Retry-After: 120")),
        Fault.of("a circle of redirects", "feed.redirect.loop", Reply.redirect(302, "/feed")),
        Fault.of("a page of login in the feed's place", "rss.foreign.web-page", Reply.ok(LOGIN, "Content-Type: text/html")),
        Fault.of("a network that wants a login", "feed.http.portal", Reply.full(511, LOGIN.getBytes())),
        new Fault("a redirect to the portal of the network", "feed.portal", eye -> eye.provider.fails((request, line) ->
            (request.target().equals("/login") ? Reply.ok(LOGIN, "Content-Type: text/html")
                : Reply.redirect(302, "http://127.0.0.1:" + eye.server.port() + "/login")).answer(request, line))));
  }

  /** What a tile may say of its wire: the page names each. */
  static Set<String> keys() {
    return faults().map(Fault::key).collect(java.util.stream.Collectors.toSet());
  }

  @TestFactory
  Stream<DynamicTest> neverGreenSaidInASentenceToldOnceAndOverWithTheFault() {
    return faults().map(fault -> DynamicTest.dynamicTest(fault.what() + " is " + fault.key(), () -> lived(fault)));
  }

  private static void lived(Fault fault) throws Exception {
    try (Eye eye = Eye.open()) {
      SourceConfig well = eye.source();
      fault.breaks().on(eye);
      eye.after(MINUTE).poll();
      eye.after(MINUTE).poll();
      String key = fault.isSaidBy(eye);
      eye.shows(Set.of(Shown.UNKNOWN), key);
      assertEquals(List.of(), eye.told, "two polls are no alarm yet");
      eye.after(Duration.ofSeconds(200));
      eye.shows(Set.of(Shown.LOST), key);
      assertEquals(List.of(LOST), eye.told);
      over(eye, well);
    }
  }

  private static void over(Eye eye, SourceConfig well) throws InterruptedException {
    eye.provider.mends();
    eye.source(any -> well);
    eye.after(MINUTE).poll();
    assertEquals(Shown.UP, eye.tile().shown());
    assertEquals(false, eye.tile().stale());
    eye.after(MINUTE).poll();
    assertEquals(List.of(LOST, BACK), eye.told);
  }

  @Test
  void whoWantsToBeLeftInPeaceIsUntilThenButNotForEver() throws Exception {
    try (Eye eye = Eye.open()) {
      for (int status : List.of(429, 503)) {
        eye.provider.fails(Reply.status(status, "Retry-After: 150"));
        eye.poll();
        assertEquals(Duration.ofSeconds(150), eye.rest());
        String date = java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
            eye.now().wall().plusSeconds(200).truncatedTo(ChronoUnit.SECONDS).atOffset(java.time.ZoneOffset.UTC));
        eye.provider.fails(Reply.status(status, "Retry-After: " + date));
        eye.poll();
        assertEquals(Duration.ofSeconds(200), eye.rest());
        eye.provider.fails(Reply.status(status, "Retry-After: 86400"));
        eye.poll();
        assertEquals(Duration.ofMinutes(15), eye.rest());
      }
    }
  }

  @Test
  void aCertificateThatEndedOrIsAnothersIsSaidWithItsNameAndNothingIsReadBehindIt() throws Exception {
    TestPki pki = new TestPki("Test authority", InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
    certificate("feed.tls.expired", pki, pki.issue("localhost", -3));
    certificate("feed.tls.wrong-host", pki, pki.issue("elsewhere.example", 90));
    certificate("feed.tls.unknown-ca", pki,
        new TestPki("Somebody", InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS)).issue("localhost", 90));
  }

  private void certificate(String key, TestPki pki, TestPki.Identity shown) throws IOException, InterruptedException {
    Path ca = pki.caFile(folder);
    try (Eye eye = Eye.open(); ScriptedServer bad = ScriptedServer.https(pki.context(shown)).then(eye.provider);
        ScriptedServer good = ScriptedServer.https(pki.context(pki.issue("localhost", 90))).then(eye.provider)) {
      eye.source(s -> at(s, bad.uri("/feed")).ca(ca));
      eye.after(MINUTE).poll();
      eye.after(MINUTE).poll();
      eye.shows(Set.of(Shown.UNKNOWN), key);
      eye.after(Duration.ofSeconds(200));
      eye.shows(Set.of(Shown.LOST), key);
      assertEquals(List.of(LOST), eye.told);
      assertEquals(List.of(), bad.requests(), "asked over a line that is not safe");
      over(eye, at(eye.source(), good.uri("/feed")).ca(ca));
    }
  }

  @Test
  void aServiceThatWasDownWhenSightWasLostStaysDownAsLastKnown() throws Exception {
    try (Eye eye = Eye.open()) {
      eye.watch(Duration.ofMinutes(4));
      eye.provider.newestIsDown();
      eye.watch(Duration.ofMinutes(1));
      Told down = new Told(Call.RAISE, Kind.OUTAGE, "siv");
      assertEquals(List.of(down), eye.told);
      eye.provider.fails(Reply.reset());
      eye.watch(Duration.ofMinutes(6));
      assertEquals(List.of(down, LOST), eye.told);
      eye.shows(Set.of(Shown.DOWN), "feed.reset");
      assertEquals(true, eye.tile().lastKnown());
      eye.provider.mends();
      assertInstanceOf(Report.Published.class, eye.poll());
      eye.watch(Duration.ofMinutes(2));
      assertNotEquals(true, eye.tile().stale());
      assertEquals(List.of(down, LOST), eye.told.subList(0, 2));
      assertEquals(true, eye.told.contains(BACK), eye.told::toString);
    }
  }
}
