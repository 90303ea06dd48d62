package iris.agent.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.rss.strict.Strict;
import iris.signal.Bulletin;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Reason;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What a console gets: documents, their tags, and the archives. */
class FeedServerTest extends FeedServerBase {
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
}
