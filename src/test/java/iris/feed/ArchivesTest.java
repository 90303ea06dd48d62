package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Report;
import iris.signal.Window;
import iris.testing.Reply;
import iris.testing.Request;
import iris.testing.ScriptedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArchivesTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");
  private static final Instant YESTERDAY = MIDNIGHT.minus(Duration.ofDays(1));
  private final Map<String, Reply> pages = new HashMap<>();
  private final LinkedBlockingQueue<Report> heard = new LinkedBlockingQueue<>();
  private final ScriptedServer server = ScriptedServer.http();
  private final Fetcher fetcher = new Fetcher(() -> NOON, Map.of());
  private Pollers pollers;

  @AfterEach
  void close() {
    pollers.close();
    fetcher.close();
    server.close();
  }

  private void start(Reach reach) {
    server.then(Reply.byPath(pages));
    pollers = new Pollers(fetcher, heard::add, Optional.empty(), reach, () -> NOON, new Random(1));
    pollers.configure(List.of(SourceConfig.of("siv", "siv", server.uri("/siv.xml")).proxy(ProxyRoute.DIRECT)));
  }

  private Report.Published hear() throws InterruptedException {
    Report report = heard.poll(60, TimeUnit.SECONDS);
    if (report instanceof Report.Published published) return published;
    throw new AssertionError("no document: " + report);
  }

  private static Instant oldest(Report.Published p) {
    return p.bulletin().windows().map(Window::from).min(Instant::compareTo).orElseThrow();
  }

  private void page(String path, String links, Instant from, int windows) {
    pages.put(path, Reply.ok(Papers.of("SIV", links, from, windows)));
  }

  @Test
  void aNewConsoleGetsTheDayThatItsWallShowsAndNoMore() throws InterruptedException {
    page("/siv.xml", Papers.previous("archive/22.xml"), NOON.minusSeconds(3600), 12);
    page("/archive/22.xml", Papers.previous("21.xml"), MIDNIGHT, 140);
    page("/archive/21.xml", Papers.previous("20.xml"), YESTERDAY, 288);
    start(Reach.NOTHING);
    Report.Published now = hear();
    assertEquals(false, now.backfill());
    assertEquals(List.of(MIDNIGHT, YESTERDAY), List.of(oldest(hear()), oldest(hear())));
    pollers.pollNow();
    assertTrue(heard.poll(60, TimeUnit.SECONDS) instanceof Report.Unchanged);
    assertEquals(List.of("/siv.xml", "/archive/22.xml", "/archive/21.xml", "/siv.xml"),
        server.requests().stream().map(Request::target).toList());
  }

  @Test
  void whatIsKnownFromBeforeTheRestartIsNotFetchedAgain() throws InterruptedException {
    page("/siv.xml", Papers.previous("archive/22.xml"), NOON.minusSeconds(3600), 12);
    page("/archive/22.xml", Papers.previous("21.xml"), MIDNIGHT, 140);
    start(id -> Optional.of(MIDNIGHT.plusSeconds(7200)));
    hear();
    Report.Published filled = hear();
    assertTrue(filled.backfill());
    assertEquals(MIDNIGHT, oldest(filled));
    pollers.pollNow();
    assertTrue(heard.poll(60, TimeUnit.SECONDS) instanceof Report.Unchanged);
    assertEquals(3, server.requests().size());
  }

  @Test
  void aConsoleThatMissedNothingAsksForNoArchive() throws InterruptedException {
    page("/siv.xml", Papers.previous("archive/22.xml"), NOON.minusSeconds(3600), 12);
    start(id -> Optional.of(NOON.minusSeconds(300)));
    hear();
    pollers.pollNow();
    assertTrue(heard.poll(60, TimeUnit.SECONDS) instanceof Report.Unchanged);
    assertEquals(2, server.requests().size());
  }

  @Test
  void archivesOfAnotherHostAreRefusedWithAFinding() throws InterruptedException {
    page("/siv.xml", Papers.previous("http://127.0.0.1:" + server.port() + "/archive/22.xml"), NOON.minusSeconds(3600), 12);
    start(Reach.NOTHING);
    assertEquals(List.of("feed.archive.foreign"), keys(hear()));
    pollers.pollNow();
    assertTrue(heard.poll(60, TimeUnit.SECONDS) instanceof Report.Unchanged);
    assertEquals(2, server.requests().size());
  }

  private static List<String> keys(Report.Published p) {
    return p.bulletin().findings().stream().map(f -> f.reason().key()).filter(k -> k.startsWith("feed.archive")).toList();
  }

  @Test
  void archivesThatRunInACircleEndWithAFinding() throws InterruptedException {
    page("/siv.xml", Papers.previous("archive/22.xml"), NOON.minusSeconds(3600), 12);
    page("/archive/22.xml", Papers.previous("b.xml"), MIDNIGHT.plusSeconds(7200), 12);
    page("/archive/b.xml", Papers.previous("22.xml"), MIDNIGHT.plusSeconds(3600), 12);
    start(Reach.NOTHING);
    assertEquals(List.of(), keys(hear()));
    assertEquals(List.of(), keys(hear()));
    assertEquals(List.of("feed.archive.loop"), keys(hear()));
  }

  @Test
  void endlessArchivesEndAfterSoMany() throws InterruptedException {
    page("/siv.xml", Papers.previous("archive/1.xml"), NOON.minusSeconds(3600), 12);
    for (int i = 1; i < 20; i++)
      page("/archive/" + i + ".xml", Papers.previous(i + 1 + ".xml"), NOON.minusSeconds(3600 + 300L * i), 1);
    start(Reach.NOTHING);
    hear();
    for (int i = 1; i < Trail.MOST; i++) assertEquals(List.of(), keys(hear()));
    assertEquals(List.of("feed.archive.many"), keys(hear()));
  }

  @Test
  void aMissingArchiveLeavesTheGapAndNothingElse() throws InterruptedException {
    page("/siv.xml", Papers.previous("archive/22.xml"), NOON.minusSeconds(3600), 12);
    start(Reach.NOTHING);
    hear();
    server.request();
    assertEquals("/archive/22.xml", server.request().target());
    pollers.pollNow();
    assertTrue(heard.poll(60, TimeUnit.SECONDS) instanceof Report.Unchanged);
  }
}
