package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Report;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:10:00Z");
  private static final String FEED = """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0"><channel><title>SIV</title><link>https://provider.example/</link><description>d</description>
      <item><title>Resolved: all good</title><guid>g1</guid><pubDate>Sun, 22 Nov 2026 15:00:00 +0100</pubDate></item>
      </channel></rss>
      """;
  private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
  private final LinkedBlockingQueue<Report> heard = new LinkedBlockingQueue<>();
  private final ScriptedServer server = ScriptedServer.http();
  private final Fetcher fetcher = new Fetcher(time::get, Map.of());
  private final Pollers pollers = pollers(heard::add, Optional.empty());
  @TempDir Path folder;

  @AfterEach
  void close() {
    pollers.close();
    fetcher.close();
    server.close();
  }

  private Pollers pollers(Consumer<Report> to, Optional<Rejects> rejects) {
    InstantSource clock = time::get;
    return new Pollers(fetcher, to, rejects, clock, new Random(1));
  }

  private SourceConfig source(String id) {
    return SourceConfig.of(id, id, server.uri("/" + id)).proxy(ProxyRoute.DIRECT);
  }

  private Report hear() throws InterruptedException {
    Report report = heard.poll(60, TimeUnit.SECONDS);
    if (report == null) throw new AssertionError("no report");
    return report;
  }

  @Test
  void aSourceIsPublishedOnceAndThenUnchanged() throws InterruptedException {
    server.then(Reply.ok(FEED, "ETag: \"a\""), Reply.status(304), Reply.ok(FEED));
    pollers.configure(List.of(source("siv")));
    Report.Published first = assertInstanceOf(Report.Published.class, hear());
    assertEquals("SIV", first.bulletin().channel().title());
    pollers.pollNow();
    assertInstanceOf(Report.Unchanged.class, hear());
    pollers.pollNow("siv");
    assertInstanceOf(Report.Unchanged.class, hear());
    assertEquals(Optional.of("\"a\""), server.requests().get(1).header("If-None-Match"));
  }

  @Test
  void afterASleepOfAnHourOnePollFollowsAndNoBurst() throws InterruptedException {
    server.then(Reply.ok(FEED));
    try (Poller poller = new Poller(source("siv"), fetcher, heard::add, Optional.empty(), Optional.empty(), time::get, new Random(1),
        Duration.ZERO)) {
      hear();
      poller.look();
      time.set(NOW.plus(Duration.ofHours(1)));
      poller.look();
      poller.look();
      assertInstanceOf(Report.Unchanged.class, hear());
      poller.look();
      poller.pollNow();
      assertInstanceOf(Report.Unchanged.class, hear());
    }
    assertEquals(3, server.requests().size());
    assertEquals(List.of(), List.copyOf(heard));
  }

  @Test
  void aLoginPageIsUnreadableAndCopiesOfTheLastThreeAreKept() throws Exception {
    Path copies = folder.resolve("rejected");
    try (Pollers keeping = pollers(heard::add, Optional.of(new Rejects(copies)))) {
      for (int i = 0; i < 5; i++) server.then(Reply.ok("<html>please log in " + i + "</html>"));
      keeping.configure(List.of(source("siv")));
      for (int i = 0; i < 5; i++) {
        assertInstanceOf(Report.Unreadable.class, hear());
        time.set(time.get().plusSeconds(1));
        if (i < 4) keeping.pollNow();
      }
    }
    assertEquals(Set.of("<html>please log in 2</html>", "<html>please log in 3</html>", "<html>please log in 4</html>"),
        contents(copies));
  }

  private static Set<String> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return Set.copyOf(files.map(file -> {
        try {
          return Files.readString(file);
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }).toList());
    }
  }

  @Test
  void aBugInsideIsReportedAndThePollerGoesOn() throws InterruptedException {
    server.then(Reply.ok(FEED));
    AtomicReference<RuntimeException> bug = new AtomicReference<>(new IllegalStateException("bug"));
    try (Pollers shaky = pollers(report -> {
      RuntimeException first = bug.getAndSet(null);
      if (first != null) throw first;
      heard.add(report);
    }, Optional.empty())) {
      shaky.configure(List.of(source("siv")));
      assertEquals("feed.internal", assertInstanceOf(Report.Unreached.class, hear()).why().key());
      shaky.pollNow();
      assertInstanceOf(Report.Published.class, hear(), "a document that nobody took is told again");
    }
  }

  @Test
  void aReloadLeavesTheUnchangedAloneStartsTheNewAndEndsTheOld() throws InterruptedException {
    server.then(Reply.ok(FEED));
    pollers.configure(List.of(source("a"), source("b")));
    assertEquals(Set.of("a", "b"), Set.of(hear().source(), hear().source()));
    pollers.configure(List.of(source("a"), source("b").expecting("another"), source("c")));
    Report one = hear();
    Report two = hear();
    assertEquals(Set.of("b", "c"), Set.of(one.source(), two.source()));
    assertInstanceOf(Report.Unreadable.class, one.source().equals("b") ? one : two);
    pollers.configure(List.of(source("a")));
    pollers.pollNow();
    assertInstanceOf(Report.Unchanged.class, hear());
    assertEquals(Set.of("a"), pollers.ids());
    assertEquals(5, server.requests().size());
  }

  @Test
  void twoSourcesOfOneNameAreRefusedAndNothingChanges() throws InterruptedException {
    server.then(Reply.ok(FEED));
    pollers.configure(List.of(source("a")));
    hear();
    assertThrows(Misconfigured.class, () -> pollers.configure(List.of(source("b"), source("b"))));
    assertEquals(Set.of("a"), pollers.ids());
  }

  @Test
  void closingInTheMiddleOfAStalledAnswerIsQuickAndSilent() throws InterruptedException {
    server.then(Reply.stall());
    pollers.configure(List.of(source("siv")));
    server.request();
    long began = System.nanoTime();
    pollers.close();
    assertTrue(System.nanoTime() - began < 12_000_000_000L, "closing waited for the server");
    assertTrue(heard.isEmpty(), () -> "after the close: " + heard);
  }
}
