package iris.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.feed.Ask;
import iris.feed.Fetch;
import iris.feed.Fetcher;
import iris.feed.SourceConfig;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import iris.signal.Finding;
import iris.signal.Incident;
import iris.words.Lang;
import iris.words.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoServerTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
  private static final Instant START = Instant.parse("2026-11-24T14:07:13Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final InstantSource clock = now::get;

  private DemoServer serving(Scene scene) throws Exception {
    return new DemoServer(new Script(scene, new Tempo(START, 1), 7, FR), clock, () -> {});
  }

  private static Bulletin read(Fetch fetch) {
    Fetch.Body body = assertInstanceOf(Fetch.Body.class, fetch);
    return assertInstanceOf(Reading.Read.class, Rss.read(body.bytes(), ReadOptions.of("x", "X"))).bulletin();
  }

  @ParameterizedTest
  @EnumSource(Scene.class)
  void whatItPublishesIsReadWithoutAnyFinding(Scene scene) throws Exception {
    try (DemoServer server = serving(scene); Fetcher fetcher = new Fetcher(clock, Map.of())) {
      for (SourceConfig source : server.sources()) {
        Bulletin bulletin = read(fetcher.fetch(source, Ask.PLAIN));
        List<Finding> odd = bulletin.findings().stream().filter(f -> f.level() != Finding.Level.INFO).toList();
        assertEquals(List.of(), odd);
        assertTrue(bulletin.windows().count() >= 288);
      }
    }
  }

  @Test
  void anUnchangedDocumentCostsNoBodyAndTheOutageIsOpen() throws Exception {
    try (DemoServer server = serving(Scene.OUTAGE); Fetcher fetcher = new Fetcher(clock, Map.of())) {
      SourceConfig siv = server.sources().getFirst();
      Fetch.Body first = assertInstanceOf(Fetch.Body.class, fetcher.fetch(siv, Ask.PLAIN));
      Ask again = new Ask(first.validators(), false);
      assertInstanceOf(Fetch.NotModified.class, fetcher.fetch(siv, again));
      now.set(START.plusSeconds(40));
      List<Incident> open = read(fetcher.fetch(siv, again)).incidents().stream().filter(Incident::open).toList();
      assertEquals(1, open.size());
      assertEquals(Incident.Kind.OUTAGE, open.getFirst().kind());
    }
  }

  @Test
  void garbledDocumentsAreRefusedAndThenWellAgain() throws Exception {
    try (DemoServer server = serving(Scene.GARBLED); Fetcher fetcher = new Fetcher(clock, Map.of())) {
      SourceConfig siv = server.sources().getFirst();
      for (int seconds : new int[] {30, 90}) {
        now.set(START.plusSeconds(seconds));
        Fetch.Body body = assertInstanceOf(Fetch.Body.class, fetcher.fetch(siv, Ask.PLAIN));
        assertInstanceOf(Reading.Garbled.class, Rss.read(body.bytes(), ReadOptions.of("x", "X")));
      }
      now.set(START.plusSeconds(150));
      read(fetcher.fetch(siv, Ask.PLAIN));
    }
  }

  @Test
  void everyChangeIsRung() throws Exception {
    CountDownLatch rung = new CountDownLatch(2);
    Script fast = new Script(Scene.FLAP, new Tempo(Instant.now(), 120), 7, FR);
    try (DemoServer _ = new DemoServer(fast, Instant::now, rung::countDown)) {
      assertTrue(rung.await(30, TimeUnit.SECONDS));
    }
  }
}
