package iris.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Contact;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FetcherTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:10:00Z");
  private static final Caps QUICK = new Caps(Duration.ofMillis(1200), Duration.ofMillis(1200), 1000, 5000, 100, 5);
  private static final Caps AMPLE = new Caps(Duration.ofSeconds(60), Duration.ofSeconds(60), 1000, 5000, 100, 5);
  private final ScriptedServer server = ScriptedServer.http();
  private final Fetcher fetcher = new Fetcher(InstantSource.fixed(NOW), Map.of());

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
  }

  private SourceConfig source() {
    return SourceConfig.of("siv", "SIV", server.uri("/feed")).proxy(ProxyRoute.DIRECT);
  }

  private Fetch fetch(SourceConfig source) throws InterruptedException {
    return fetcher.fetch(source, Ask.PLAIN);
  }

  private static String key(Fetch fetch) {
    return switch (fetch) {
      case Fetch.TooLarge big -> big.why().key();
      case Fetch.Refused no -> no.why().key();
      case Fetch.Failed failed -> failed.why().key();
      case Fetch.Body _ -> "body";
      case Fetch.NotModified _ -> "not modified";
    };
  }

  @Test
  void aDocumentComesWithItsHashAndWhatTheServerSaysOfIt() throws InterruptedException {
    server.then(Reply.ok("<rss/>", "ETag: \"a\"", "Date: Sun, 22 Nov 2026 14:12:00 GMT",
        "Content-Type: text/xml; charset=\"ISO-8859-1\""));
    Fetch.Body body = assertInstanceOf(Fetch.Body.class, fetch(source()));
    assertArrayEquals("<rss/>".getBytes(StandardCharsets.UTF_8), body.bytes());
    assertEquals(Hash.of("<rss/>".getBytes(StandardCharsets.UTF_8)), body.hash());
    assertEquals(Optional.of("\"a\""), body.validators().etag());
    assertEquals(Optional.of("ISO-8859-1"), body.charset());
    assertEquals(Optional.of(Duration.ofMillis(120_500)), body.contact().clockOffset());
    assertEquals(6, body.contact().bytes());
  }

  @Test
  void theValidatorsOfTheLastAnswerGoWithTheNextQuestionAndA304IsUnderstood() throws InterruptedException {
    server.then(Reply.ok("<rss/>", "ETag: \"a\"", "Last-Modified: Sun, 22 Nov 2026 14:00:00 GMT"), Reply.status(304));
    Fetch.Body first = assertInstanceOf(Fetch.Body.class, fetch(source()));
    assertInstanceOf(Fetch.NotModified.class, fetcher.fetch(source(), new Ask(first.validators(), false)));
    assertEquals(Optional.empty(), server.request().header("If-None-Match"));
    var second = server.request();
    assertEquals(Optional.of("\"a\""), second.header("If-None-Match"));
    assertEquals(Optional.of("Sun, 22 Nov 2026 14:00:00 GMT"), second.header("If-Modified-Since"));
  }

  @Test
  void oneConnectionServesManyPollsThoughTheyEndIn304OrErrorPages() throws InterruptedException {
    server.then(
        Reply.ok("<rss/>", "ETag: \"a\""), Reply.status(304), Reply.full(503, new byte[5000]), Reply.status(304));
    Fetch.Body first = assertInstanceOf(Fetch.Body.class, fetch(source()));
    for (int i = 0; i < 5; i++) fetcher.fetch(source(), new Ask(first.validators(), false));
    assertEquals(1, server.connections());
  }

  @Test
  void aCacheSaysTheAgeOfItsCopyAndItsDateTellsNothingOfTheClock() throws InterruptedException {
    server.then(Reply.ok("<rss/>", "Age: 90", "Date: Sun, 22 Nov 2026 14:08:30 GMT"));
    Contact contact = assertInstanceOf(Fetch.Body.class, fetch(source())).contact();
    assertEquals(Optional.of(Duration.ofSeconds(90)), contact.cacheAge());
    assertEquals(Optional.empty(), contact.clockOffset());
    fetcher.fetch(source(), new Ask(Validators.NONE, true));
    server.request();
    assertEquals(Optional.of("no-cache"), server.request().header("Cache-Control"));
  }

  @Test
  void retryAfterIsReadInSecondsAndAsADate() throws InterruptedException {
    server.then(Reply.status(503, "Retry-After: 120"), Reply.status(429, "Retry-After: Sun, 22 Nov 2026 14:11:30 GMT"),
        Reply.status(503, "Retry-After: Sunday, 22-Nov-26 14:11:30 GMT"),
        Reply.status(503, "Retry-After: Sun Nov 22 14:11:30 2026"), Reply.status(503, "Retry-After: soon"), Reply.status(503, "Retry-After: 99999999999999999999999"));
    assertEquals(Optional.of(Duration.ofSeconds(120)), ((Fetch.Refused) fetch(source())).retryAfter());
    for (int form = 0; form < 3; form++)
      assertEquals(Optional.of(Duration.ofSeconds(90)), ((Fetch.Refused) fetch(source())).retryAfter());
    assertEquals(Optional.empty(), ((Fetch.Refused) fetch(source())).retryAfter());
    assertEquals(Optional.of(Duration.ofDays(365)), ((Fetch.Refused) fetch(source())).retryAfter());
  }

  @Test
  void gzipIsUnpackedWithAndWithoutItsHeader() throws InterruptedException {
    byte[] packed = Reply.gzipped("<rss/>".getBytes(StandardCharsets.UTF_8));
    server.then(Reply.gzip("<rss/>"), Reply.ok(packed));
    for (int i = 0; i < 2; i++) {
      Fetch.Body body = assertInstanceOf(Fetch.Body.class, fetch(source()));
      assertEquals("<rss/>", new String(body.bytes(), StandardCharsets.UTF_8));
      assertEquals(packed.length, body.contact().bytes());
    }
    assertEquals(Optional.of("gzip"), server.request().header("Accept-Encoding"));
  }

  private record Case(String what, String key, Reply reply) {}

  @TestFactory
  Stream<DynamicTest> everyNoSaysWhy() {
    byte[] packed = Reply.gzipped("<rss>much of it</rss>".getBytes(StandardCharsets.UTF_8));
    byte[] cut = java.util.Arrays.copyOf(packed, packed.length - 10);
    byte[] hurt = packed.clone();
    hurt[12] ^= 0x55;
    hurt[13] ^= 0x55;
    return Stream.of(
        new Case("a reset", "feed.reset", Reply.reset()),
        new Case("half a body", "feed.cut", Reply.half("<rss>half of this</rss>")),
        new Case("nothing at all", "feed.cut", Reply.raw("")),
        new Case("a chunk that ends early", "feed.cut",
            Reply.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n<rss>")),
        new Case("no HTTP", "feed.http.garbled", Reply.raw("SSH-2.0-OpenSSH_9.2\r\n\r\n")),
        new Case("a document without a head", "feed.http.garbled", Reply.raw("<?xml version='1.0'?><rss><channel/></rss>")),
        new Case("a length that is none", "feed.http.garbled", Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n")),
        new Case("a length beyond numbers", "feed.http.garbled",
            Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n")),
        new Case("a chunk beyond numbers", "feed.http.garbled",
            Reply.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n<rss>")),
        new Case("silence", "feed.timeout.read", Reply.stall()),
        new Case("a body that drips", "feed.timeout.read", Reply.drip()),
        new Case("too many bytes", "feed.too-large.wire", Reply.ok(new byte[1001])),
        new Case("too many bytes, unannounced", "feed.too-large.wire",
            Reply.raw("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1001))),
        new Case("a gzip bomb", "feed.too-large.inflated",
            Reply.ok(Reply.gzipped(new byte[100_000]), "Content-Encoding: gzip")),
        new Case("gzip in name only", "feed.gzip.not", Reply.ok("<rss/>", "Content-Encoding: gzip")),
        new Case("cut gzip", "feed.gzip.cut", Reply.ok(cut, "Content-Encoding: gzip")),
        new Case("damaged gzip", "feed.gzip.broken", Reply.ok(hurt, "Content-Encoding: gzip")),
        new Case("a packing we did not ask for", "feed.encoding", Reply.ok("x", "Content-Encoding: br")),
        new Case("304 out of the blue", "feed.http.unasked-304", Reply.status(304)),
        new Case("401", "feed.http.credentials-wanted", Reply.status(401)),
        new Case("403", "feed.http.forbidden", Reply.status(403)),
        new Case("404", "feed.http.not-found", Reply.status(404)),
        new Case("410", "feed.http.gone", Reply.status(410)),
        new Case("429", "feed.http.too-often", Reply.status(429)),
        new Case("500", "feed.http.server", Reply.status(500)),
        new Case("511", "feed.http.portal", Reply.status(511)),
        new Case("204", "feed.http.status", Reply.status(204)),
        new Case("a redirect to nowhere", "feed.redirect.nowhere", Reply.status(302)),
        new Case("a redirect to a file", "feed.redirect.scheme", Reply.redirect(302, "file:///etc/passwd")),
        new Case("a redirect to itself", "feed.redirect.loop", Reply.redirect(301, "/feed")))
        .map(c -> DynamicTest.dynamicTest(c.what() + " is " + c.key(), () -> {
          try (ScriptedServer one = ScriptedServer.http().then(c.reply())) {
            // Only who waits for the end of the time wants it short: a busy machine must not turn a no into a timeout.
            Caps caps = c.key().equals("feed.timeout.read") ? QUICK : AMPLE;
            SourceConfig source = SourceConfig.of("siv", "SIV", one.uri("/feed")).proxy(ProxyRoute.DIRECT);
            assertEquals(c.key(), key(fetch(source.caps(caps))));
          }
        }));
  }

  @Test
  void aBodyThatDripsIsLeftInTimeAndItsConnectionCut() throws InterruptedException {
    server.then(Reply.drip());
    long began = System.nanoTime();
    assertEquals("feed.timeout.read", key(fetch(source().caps(QUICK))));
    assertTrue(System.nanoTime() - began < 60_000_000_000L, "it does not end");
    server.waitUntilGone();
  }

  @Test
  void a304ThatNamesTheLengthOfTheDocumentIsNotWaitedFor() throws InterruptedException {
    server.then(Reply.ok("<rss/>", "ETag: \"a\""), Reply.status(304, "Content-Length: 500000"));
    Fetch.Body first = assertInstanceOf(Fetch.Body.class, fetch(source()));
    Ask ask = new Ask(first.validators(), false);
    for (int i = 0; i < 3; i++)
      assertInstanceOf(Fetch.NotModified.class, fetcher.fetch(source().caps(AMPLE), ask));
  }

  @Test
  void redirectsAreFollowedUpToTheirNumber() throws InterruptedException {
    server.then(Reply.redirect(301, "/b"), Reply.redirect(307, "c"), Reply.ok("<rss/>"));
    assertEquals("body", key(fetch(source())));
    assertEquals(List.of("/feed", "/b", "/c"), server.requests().stream().map(r -> r.target()).toList());
    ScriptedServer far = ScriptedServer.http();
    try (far) {
      for (int i = 0; i < 9; i++) far.then(Reply.redirect(302, "/hop" + i));
      assertEquals("feed.redirect.many", key(fetch(SourceConfig.of("a", "a", far.uri("/")).proxy(ProxyRoute.DIRECT))));
      assertEquals(6, far.requests().size());
    }
  }

  @Test
  void theValidatorsOfOneAddressAreNotShownToAnother() throws InterruptedException {
    server.then(Reply.redirect(302, "/b"), Reply.ok("<rss/>"));
    fetcher.fetch(source(), new Ask(new Validators(Optional.of(server.uri("/feed")), Optional.of("\"a\""),
        Optional.empty()), false));
    assertEquals(Optional.of("\"a\""), server.request().header("If-None-Match"));
    assertEquals(Optional.empty(), server.request().header("If-None-Match"));
  }

  @Test
  void anotherHostThatAnswersIsNamed() throws InterruptedException {
    server.then(Reply.redirect(302, "http://127.0.0.1:" + server.port() + "/login"), Reply.ok("<html/>"));
    assertEquals(Optional.of("127.0.0.1"), assertInstanceOf(Fetch.Body.class, fetch(source())).stranger());
  }

  @Test
  void aNameThatIsNotThereAndADoorThatIsClosedAreToldApart() throws InterruptedException {
    SourceConfig nobody =
        SourceConfig.of("a", "a", java.net.URI.create("http://nobody.invalid/")).proxy(ProxyRoute.DIRECT);
    assertEquals("feed.dns", key(fetch(nobody)));
    SourceConfig closed;
    try (ScriptedServer gone = ScriptedServer.http()) {
      closed = SourceConfig.of("a", "a", gone.uri("/")).proxy(ProxyRoute.DIRECT);
    }
    assertEquals("feed.connect", key(fetch(closed)));
  }
}
