package iris.agent.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.AgentConfig;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.rss.strict.Strict;
import iris.signal.Bulletin;
import iris.signal.Item;
import iris.signal.Reason;
import iris.signal.IncidentStep;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedServerTest {
  private final Stand stand = new Stand();
  private final HttpClient client = HttpClient.newHttpClient();
  private Publisher publisher;

  @AfterEach
  void close() {
    client.close();
    if (publisher != null) publisher.close();
  }

  private void open() throws Exception {
    publisher = stand.publisher(Stand.open(100));
  }

  private HttpResponse<byte[]> ask(String method, String path, String... headers) throws Exception {
    URI feed = publisher.address("siv").orElseThrow();
    HttpRequest.Builder request = HttpRequest.newBuilder(feed.resolve(path)).timeout(Duration.ofSeconds(10))
        .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) request.headers(headers);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static Bulletin read(byte[] document) {
    return switch (Rss.read(document, ReadOptions.of("x", "X"))) {
      case Reading.Read(Bulletin bulletin) -> bulletin;
      case Reading.Garbled garbled -> throw new AssertionError(garbled);
    };
  }

  @Test
  void theCurrentDocumentHoldsADayAndWhatIsOpen() throws Exception {
    stand.outage(Instant.parse("2026-11-19T11:41:00Z"), 1, IncidentStep.State.OPEN);
    stand.windows(2);
    open();
    Bulletin b = read(ask("GET", "/siv.xml").body());
    assertEquals(288, b.windows().count());
    assertEquals(1, b.incidents().stream().filter(i -> i.open()).count());
    assertEquals(List.of(), b.findings());
    assertEquals(Optional.of(stand.now), b.channel().built());
    assertEquals(Optional.of(publisher.address("siv").orElseThrow().resolve("/archive/siv/2026-11-21.xml")),
        b.channel().previous());
    assertEquals(Optional.of(publisher.address("siv").orElseThrow().resolve("/events/siv")), b.channel().push());
    Instant newest = b.items().getFirst().published().orElseThrow();
    for (Item item : b.items()) {
      assertFalse(item.published().orElseThrow().isAfter(newest), "newest first");
      newest = item.published().orElseThrow();
    }
  }

  @Test
  void whatIsPublishedIsThereAtOnceAndChangesTheTag() throws Exception {
    open();
    HttpResponse<byte[]> before = ask("GET", "/siv.xml");
    publisher.published(List.of(stand.window(Instant.parse("2026-11-22T11:55:00Z"))));
    publisher.settle();
    HttpResponse<byte[]> after = ask("GET", "/siv.xml");
    assertEquals(1, read(after.body()).items().size());
    assertNotEquals(header(before, "ETag"), header(after, "ETag"));
    assertEquals(before.statusCode(), 200);
  }

  @Test
  void theHeartbeatRunsOnWhileTheEngineLivesAndStopsWithIt() throws Exception {
    open();
    stand.now = Stand.NOON.plusSeconds(50);
    publisher.settle();
    assertEquals(Optional.of(stand.now), read(ask("GET", "/siv.xml").body()).channel().built());
    stand.now = Stand.NOON.plusSeconds(90);
    publisher.settle();
    assertEquals(Optional.of(Stand.NOON), read(ask("GET", "/siv.xml").body()).channel().built());
    assertEquals(503, ask("GET", "/health").statusCode());
  }

  @Test
  void aConditionalRequestIsAnsweredByAllItsForms() throws Exception {
    stand.windows(1);
    open();
    HttpResponse<byte[]> first = ask("GET", "/siv.xml");
    String tag = header(first, "ETag");
    assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
    for (String same : List.of(tag, "W/" + tag, "*", "\"other\", " + tag, " , \"a,b\" ,W/" + tag)) {
      HttpResponse<byte[]> answer = ask("GET", "/siv.xml", "If-None-Match", same);
      assertEquals(304, answer.statusCode(), same);
      assertEquals(tag, header(answer, "ETag"));
      assertEquals("Accept-Encoding", header(answer, "Vary"));
      assertEquals(0, answer.body().length);
    }
    assertEquals(304, ask("HEAD", "/siv.xml", "If-None-Match", tag).statusCode());
    for (String other : List.of("\"other\"", "nonsense", tag.replace("\"", "")))
      assertEquals(200, ask("GET", "/siv.xml", "If-None-Match", other).statusCode(), other);
    String date = header(first, "Last-Modified");
    assertEquals("Sun, 22 Nov 2026 12:00:04 GMT", date);
    for (String same : List.of(date, "Sunday, 22-Nov-26 12:00:04 GMT", "Sun Nov 22 12:00:04 2026",
        "Mon, 23 Nov 2026 12:00:04 GMT"))
      assertEquals(304, ask("GET", "/siv.xml", "If-Modified-Since", same).statusCode(), same);
    assertEquals(200, ask("GET", "/siv.xml", "If-Modified-Since", "Sun, 22 Nov 2026 12:00:03 GMT").statusCode());
    assertEquals(200, ask("GET", "/siv.xml", "If-Modified-Since", "yesterday").statusCode());
    assertEquals(200, ask("GET", "/siv.xml", "If-Modified-Since", date, "If-None-Match", "\"x\"").statusCode());
    assertEquals(412, ask("GET", "/siv.xml", "If-Match", "\"x\"").statusCode());
    assertEquals(412, ask("GET", "/siv.xml", "If-Match", "W/" + tag).statusCode());
    assertEquals(200, ask("GET", "/siv.xml", "If-Match", tag).statusCode());
  }

  @Test
  void twoDocumentsOfOneSecondAreNotTakenForOne() throws Exception {
    open();
    String date = header(ask("GET", "/siv.xml"), "Last-Modified");
    publisher.published(List.of(stand.window(Instant.parse("2026-11-22T11:55:00Z"))));
    publisher.settle();
    assertEquals(date, header(ask("GET", "/siv.xml"), "Last-Modified"));
    assertEquals(200, ask("GET", "/siv.xml", "If-Modified-Since", date).statusCode());
  }

  @Test
  void gzipHasATagOfItsOwnAndTheSameContent() throws Exception {
    stand.windows(1);
    open();
    HttpResponse<byte[]> plain = ask("GET", "/siv.xml", "Accept-Encoding", "gzip;q=0, *");
    HttpResponse<byte[]> packed = ask("GET", "/siv.xml", "Accept-Encoding", "br, GZIP;q=0.8");
    assertEquals("", header(plain, "Content-Encoding"));
    assertEquals("gzip", header(packed, "Content-Encoding"));
    assertNotEquals(header(plain, "ETag"), header(packed, "ETag"));
    assertTrue(packed.body().length * 5 < plain.body().length, packed.body().length + " of " + plain.body().length);
    assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
    assertEquals(304, ask("GET", "/siv.xml", "Accept-Encoding", "gzip", "If-None-Match", header(packed, "ETag")).statusCode());
  }

  @Test
  void headHasTheHeadersOfGetAndNoBody() throws Exception {
    stand.windows(1);
    open();
    HttpResponse<byte[]> get = ask("GET", "/siv.xml");
    HttpResponse<byte[]> head = ask("HEAD", "/siv.xml");
    assertEquals(0, head.body().length);
    assertEquals(String.valueOf(get.body().length), header(head, "Content-Length"));
    assertEquals(get.headers().map().keySet(), head.headers().map().keySet());
    assertEquals("application/rss+xml; charset=utf-8", header(head, "Content-Type"));
  }

  @Test
  void whatIsNotThereOrNotAllowedIsSaidInASentence() throws Exception {
    open();
    for (String path : List.of("/nothing", "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/archive/siv/",
        "/archive/siv/2026-11-31.xml", "/archive/siv/2020-01-01.xml", "/archive/other/2026-11-21.xml", "/events/",
        "/siv.xml/", "/siv.xml%00")) {
      HttpResponse<byte[]> answer = ask("GET", path);
      assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path + " " + answer.statusCode());
      assertFalse(text(answer).contains("<"), text(answer));
    }
    assertTrue(text(ask("GET", "/nothing")).startsWith("Il n’y a rien à l’adresse /nothing"), text(ask("GET", "/nothing")));
    HttpResponse<byte[]> post = ask("POST", "/siv.xml");
    assertEquals(405, post.statusCode());
    assertEquals("GET, HEAD", header(post, "Allow"));
  }

  @Test
  void aDayThatIsOverIsAnArchiveThatChangesNoMore() throws Exception {
    stand.windows(3);
    open();
    HttpResponse<byte[]> day = ask("GET", "/archive/siv/2026-11-21.xml");
    Bulletin b = read(day.body());
    assertTrue(b.channel().place().archive());
    assertEquals(288, b.windows().count());
    URI feed = publisher.address("siv").orElseThrow();
    assertEquals(Optional.of(feed.resolve("/archive/siv/2026-11-20.xml")), b.channel().previous());
    assertEquals(Optional.of(feed.resolve("/archive/siv/2026-11-22.xml")), b.channel().place().next());
    assertEquals(Optional.of(feed), b.channel().place().current());
    assertEquals(Optional.empty(), read(ask("GET", "/archive/siv/2026-11-19.xml").body()).channel().previous());
    HttpResponse<byte[]> today = ask("GET", "/archive/siv/2026-11-22.xml");
    assertEquals(307, today.statusCode());
    assertEquals(feed, feed.resolve("/archive/siv/2026-11-22.xml").resolve(header(today, "Location")));
    stand.now = Instant.parse("2026-11-24T00:30:00Z");
    publisher.published(List.of(stand.window(Instant.parse("2026-11-24T00:25:00Z"))));
    publisher.settle();
    assertArrayEquals(day.body(), ask("GET", "/archive/siv/2026-11-21.xml").body());
    assertEquals(0, read(ask("GET", "/archive/siv/2026-11-23.xml").body()).items().size());
    assertEquals(Optional.of(feed.resolve("/archive/siv/2026-11-23.xml")),
        read(ask("GET", "/siv.xml").body()).channel().previous());
  }

  @Test
  void allDocumentsAreOfTheProfileToTheLetter() throws Exception {
    stand.windows(2);
    stand.outage(Instant.parse("2026-11-21T11:41:00Z"), 1, IncidentStep.State.OPEN);
    stand.outage(Instant.parse("2026-11-21T11:41:00Z"), 2, IncidentStep.State.UPDATE);
    stand.outage(Instant.parse("2026-11-21T11:41:00Z"), 3, IncidentStep.State.CLOSED);
    stand.put(stand.prose.notice(Samples.SIV, "1", Reason.of("agent.feed.today", "<&> \"l’été\""), Stand.NOON));
    open();
    assertEquals(List.of(), Strict.findings(ask("GET", "/siv.xml").body(), Optional.empty()));
    assertEquals(List.of(), Strict.findings(ask("GET", "/archive/siv/2026-11-21.xml").body(), Optional.empty()));
    HttpResponse<byte[]> schema = ask("GET", "/schema/profile-1.xsd");
    assertEquals(200, schema.statusCode());
    assertTrue(text(schema).contains("schemaLocation=\"signal-1.xsd\""));
    assertEquals(404, ask("GET", "/schema/other.xsd").statusCode());
  }

  @Test
  void aStrangerLearnsOneWordOnly() throws Exception {
    AgentConfig.Access basic = new AgentConfig.Access.Basic("iris", "sésame:ouvre");
    publisher = stand.publisher(Stand.publication(Optional.of(Stand.loopback(Optional.empty())), Optional.empty(),
        Optional.of(basic), 100));
    String good = "Basic " + Base64.getEncoder().encodeToString("iris:sésame:ouvre".getBytes(StandardCharsets.UTF_8));
    for (String path : List.of("/", "/siv.xml", "/metrics", "/events/siv", "/nothing")) {
      HttpResponse<byte[]> answer = ask("GET", path);
      assertEquals(401, answer.statusCode(), path);
      assertEquals("Basic realm=\"IRIS\", charset=\"UTF-8\"", header(answer, "WWW-Authenticate"));
    }
    for (String bad : List.of("Basic x", "Basic", "Bearer sésame", good + "A", "Basic aXJpczo="))
      assertEquals(401, ask("GET", "/siv.xml", "Authorization", bad.replace('é', 'e')).statusCode(), bad);
    HttpResponse<byte[]> feed = ask("GET", "/siv.xml", "Authorization", good);
    assertEquals(200, feed.statusCode());
    assertEquals("private, no-cache", header(feed, "Cache-Control"));
    assertEquals("{\"status\":\"well\"}\n", text(ask("GET", "/health")));
    assertTrue(text(ask("GET", "/health", "Authorization", good)).contains("\"counted\":1248"));
  }

  @Test
  void aBearerOpensToo() throws Exception {
    publisher = stand.publisher(Stand.publication(Optional.of(Stand.loopback(Optional.empty())), Optional.empty(),
        Optional.of(new AgentConfig.Access.Bearer("s3same")), 100));
    assertEquals(200, ask("GET", "/siv.xml", "Authorization", "bearer s3same").statusCode());
    HttpResponse<byte[]> answer = ask("GET", "/siv.xml", "Authorization", "Bearer s3samE");
    assertEquals(401, answer.statusCode());
    assertEquals("Bearer realm=\"IRIS\"", header(answer, "WWW-Authenticate"));
  }

  @Test
  void healthSaysWhatTroublesTheAgentAndMetricsCountIt() throws Exception {
    stand.windows(1);
    open();
    assertEquals(200, ask("GET", "/health").statusCode());
    assertTrue(text(ask("GET", "/health")).startsWith("{\"status\":\"well\",\"started\":\"2026-11-22T11:00:04Z\""));
    publisher.published(List.of(stand.window(Instant.parse("2026-11-22T11:55:00Z"))));
    publisher.settle();
    ask("GET", "/nothing");
    stand.vitals.set(stand.vitals(Stand.NOON, List.of(Reason.of("agent.feed.trouble.files", "/x", "full"))));
    HttpResponse<byte[]> health = ask("GET", "/health");
    assertEquals(503, health.statusCode());
    assertTrue(text(health).contains("impossible d’écrire dans /x (full)"), text(health));
    String metrics = text(ask("GET", "/metrics"));
    for (String line : List.of("iris_agent_well 0", "iris_service_state{service=\"siv\",state=\"up\"} 1",
        "iris_source_evidence_total{service=\"siv\",source=\"access\"} 1248",
        "iris_source_unreadable_total{service=\"siv\",source=\"access\"} 3",
        "iris_source_latency_seconds{service=\"siv\",source=\"access\"} 0.042",
        "iris_windows_published_total{service=\"siv\"} 1", "iris_http_requests_total{status=\"404\"} 1",
        "iris_http_requests_total{status=\"503\"} 1", "iris_event_streams 0"))
      assertTrue(metrics.lines().anyMatch(line::equals), line + " in\n" + metrics);
    for (String line : metrics.lines().toList())
      assertTrue(line.matches("# TYPE [a-z_]+ (gauge|counter)|[a-z_]+(\\{([a-z]+=\"[^\"]*\",?)+})? [-0-9.E]+"), line);
  }

  @Test
  void thePageForPersonsIsReadInTheirLanguage() throws Exception {
    stand.windows(1);
    stand.outage(Instant.parse("2026-11-22T11:41:00Z"), 1, IncidentStep.State.OPEN);
    open();
    String french = text(ask("GET", "/"));
    assertTrue(french.contains("<html lang=\"fr\">") && french.contains("en ordre"), french);
    assertTrue(french.contains("SIV indisponible depuis"), french);
    HttpResponse<byte[]> english = ask("GET", "/", "Accept-Language", "en-GB,en;q=0.9,fr;q=0.5");
    assertTrue(text(english).contains("<html lang=\"en\">") && text(english).contains("RSS feed"), text(english));
    assertEquals("Accept-Language", header(english, "Vary"));
  }
}
