package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Report;
import iris.testing.Reply;
import iris.testing.Request;
import iris.testing.ScriptedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(60);
  private final Map<String, Reply> pages = new ConcurrentHashMap<>();
  private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<Report> heard = new LinkedBlockingQueue<>();
  private final Semaphore woken = new Semaphore(0);
  private final ScriptedServer server = ScriptedServer.http().then(Reply.byPath(pages));
  private final Fetcher fetcher = new Fetcher(() -> NOON, Map.of("TOKEN", "open sesame"));
  private final Pollers pollers =
      new Pollers(fetcher, heard::add, Optional.empty(), Reach.NOTHING, () -> NOON, new Random(1));

  @AfterEach
  void close() {
    pollers.close();
    fetcher.close();
    server.close();
  }

  private SourceConfig source() {
    return SourceConfig.of("siv", "siv", server.uri("/siv.xml")).proxy(ProxyRoute.DIRECT)
        .credentials(new Credentials.Bearer(new Secret.FromEnvironment("TOKEN")));
  }

  private void document(String title, String push) {
    pages.put("/siv.xml", Reply.ok(Papers.of(title, push, NOON.minusSeconds(600), 2)));
  }

  private Report hear() throws InterruptedException {
    Report report = heard.poll(60, TimeUnit.SECONDS);
    if (report == null) throw new AssertionError("no report");
    return report;
  }

  private String title() throws InterruptedException {
    for (;;) if (hear() instanceof Report.Published p) return p.bulletin().channel().title();
  }

  private Request asked(String target) throws InterruptedException {
    for (;;) {
      Request request = server.request();
      if (request.target().equals(target)) return request;
    }
  }

  private PushStream stream(String path, Duration silence) {
    return new PushStream(source(), server.uri(path), fetcher, woken::release, new Random(1), silence);
  }

  private void assertWoken(int times) throws InterruptedException {
    assertTrue(woken.tryAcquire(times, 60, TimeUnit.SECONDS), "not woken");
  }

  @Test
  void anEventWakesThePollerAtOnce() throws InterruptedException {
    pages.put("/events/siv", Reply.events(said));
    document("one", Papers.push("events/siv"));
    pollers.configure(List.of(source()));
    assertEquals("one", title());
    Request opened = asked("/events/siv");
    assertEquals(Optional.of("Bearer open sesame"), opened.header("Authorization"));
    assertEquals(Optional.of("text/event-stream"), opened.header("Accept"));
    assertTrue(hear() instanceof Report.Unchanged, "what was published before the stream stood is looked for");
    document("two", Papers.push("events/siv"));
    long began = System.nanoTime();
    said.add("id: 2\ndata: {}\n\n");
    assertEquals("two", title());
    assertTrue(System.nanoTime() - began < 5_000_000_000L, "waited for the next poll");
  }

  @Test
  void aStreamThatTheDocumentNoLongerOffersIsClosed() throws InterruptedException {
    pages.put("/events/siv", Reply.events(said));
    document("one", Papers.push("events/siv"));
    pollers.configure(List.of(source()));
    asked("/events/siv");
    document("two", "");
    said.add("data: {}\n\n");
    assertEquals("one", title());
    assertEquals("two", title());
    // The server only notices a reader who left when it speaks.
    for (int i = 0; i < 100_000; i++) said.add(": still there?\n\n");
    server.waitUntilGone();
  }

  @Test
  void aFloodOfEventsIsAFewPolls() throws InterruptedException {
    pages.put("/events/siv", Reply.events(said));
    document("one", Papers.push("events/siv"));
    pollers.configure(List.of(source()));
    asked("/events/siv");
    String flood = "data: x\n\n".repeat(1000);
    for (int i = 0; i < 200; i++) said.add(flood);
    said.add("");
    asked("/events/siv");
    long polls = server.requests().stream().filter(r -> r.target().equals("/siv.xml")).count();
    assertTrue(polls < 30, polls + " polls for 200,000 events");
  }

  @Test
  void itComesBackWithTheIdOfTheLastEventAndWakesThen() throws InterruptedException {
    pages.put("/events/siv", Reply.events(said));
    try (PushStream stream = stream("/events/siv", LONG)) {
      assertEquals(Optional.empty(), server.request().header("Last-Event-ID"));
      assertWoken(1);
      said.add("id: 41\ndata: {}\n\n");
      assertWoken(1);
      said.add("");
      assertEquals(Optional.of("41"), server.request().header("Last-Event-ID"));
      assertWoken(1);
      assertEquals("/events/siv", stream.at().getPath());
    }
  }

  @Test
  void aStreamThatFallsSilentIsOpenedAgainAndHeartbeatsKeepIt() throws InterruptedException {
    pages.put("/events/siv", (request, line) -> {
      line.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
      // Beats for longer than the silence that is allowed, and then nothing.
      for (int i = 0; i < 90; i++) {
        line.closing().await(50, TimeUnit.MILLISECONDS);
        line.write(": -\n\n");
      }
      line.closing().await();
      return false;
    });
    PushStream stream = stream("/events/siv", Duration.ofSeconds(3));
    server.request();
    long began = System.nanoTime();
    server.request();
    long lived = System.nanoTime() - began;
    stream.close();
    assertTrue(lived > 5_000_000_000L, "cut in spite of its beats, after " + lived);
  }

  @Test
  void credentialsAreShownToTheSourcesOwnDoorOnly() throws InterruptedException {
    try (ScriptedServer other = ScriptedServer.http().then(Reply.events(said))) {
      pages.put("/moved", Reply.redirect(307, other.uri("/events").toString()));
      PushStream stream = stream("/moved", LONG);
      assertEquals(Optional.of("Bearer open sesame"), server.request().header("Authorization"));
      assertEquals(Optional.empty(), other.request().header("Authorization"));
      assertWoken(1);
      stream.close();
    }
  }

  @Test
  void whereThereIsNoStreamPollingGoesOnAndNobodyKnocksAgain() throws InterruptedException {
    pages.put("/events/siv", Reply.ok("<html>log in</html>", "Content-Type: text/html"));
    document("one", Papers.push("events/siv"));
    pollers.configure(List.of(source()));
    assertEquals("one", title());
    asked("/events/siv");
    document("two", Papers.push("events/siv"));
    pollers.pollNow();
    assertEquals("two", title());
    assertEquals(1, server.requests().stream().filter(r -> r.target().equals("/events/siv")).count());
  }

  @Test
  void aServerThatIsAwayForAMomentIsFoundAgain() throws InterruptedException {
    // The last reply stands for ever: the second request, whenever it comes, finds the server back.
    try (ScriptedServer shaky = ScriptedServer.http().then(Reply.status(503), Reply.events(said))) {
      PushStream stream =
          new PushStream(source(), shaky.uri("/events/siv"), fetcher, woken::release, new Random(1), LONG);
      shaky.request();
      shaky.request();
      assertWoken(1);
      stream.close();
    }
  }
}
