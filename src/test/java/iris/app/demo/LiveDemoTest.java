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
import iris.signal.Origin;
import iris.signal.Window;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demonstration from the simulated services to the agent's feeds, as a console reads them. */
@Timeout(300)
class LiveDemoTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));

  private final LinkedBlockingQueue<Instant> rung = new LinkedBlockingQueue<>();

  private LiveDemo playing(Scene scene, int speed) throws Exception {
    return LiveDemo.play(scene, speed, FR, () -> rung.add(Instant.now()));
  }

  private static Bulletin read(Fetch fetch) {
    Fetch.Body body = assertInstanceOf(Fetch.Body.class, fetch);
    return assertInstanceOf(Reading.Read.class, Rss.read(body.bytes(), ReadOptions.of("x", "X"))).bulletin();
  }

  @ParameterizedTest
  @EnumSource(names = {"CALM", "STORM", "DAY"})
  void theDayBeforeItIsThereAtOnceAndReadWithoutAnyFinding(Scene scene) throws Exception {
    try (LiveDemo demo = playing(scene, scene.usualSpeed()); Fetcher fetcher = new Fetcher(Instant::now, Map.of())) {
      assertEquals(scene == Scene.STORM ? 25 : 6, demo.sources().size());
      for (SourceConfig source : demo.sources()) {
        Bulletin bulletin = read(fetcher.fetch(source, Ask.PLAIN));
        List<Finding> odd = bulletin.findings().stream().filter(f -> f.level() != Finding.Level.INFO).toList();
        assertEquals(List.of(), odd);
        List<Window> windows = bulletin.windows().sorted(java.util.Comparator.comparing(Window::from)).toList();
        assertTrue(windows.size() >= (scene == Scene.STORM ? 71 : 287), source.id() + " " + windows.size());
        for (int i = 1; i < windows.size(); i++) assertEquals(windows.get(i - 1).to(), windows.get(i).from());
        assertTrue(windows.stream().mapToLong(Window::total).sum() > 50, source::id);
      }
    }
  }

  @Test
  void yesterdayHadItsOutageWhichTheAgentFoundByItself() throws Exception {
    try (LiveDemo demo = playing(Scene.CALM, 1); Fetcher fetcher = new Fetcher(Instant::now, Map.of())) {
      List<Incident> all = read(fetcher.fetch(demo.sources().getFirst(), Ask.PLAIN)).incidents();
      Incident outage = all.stream().filter(i -> i.kind() == Incident.Kind.OUTAGE).findFirst().orElseThrow();
      assertEquals(Optional.of(Origin.EXTERNAL), outage.origin());
      Duration lasted = Duration.between(outage.opened().orElseThrow(), outage.closed().orElseThrow());
      assertEquals(14, lasted.toSeconds() / 60.0, 0.5, all::toString);
      assertTrue(all.stream().noneMatch(Incident::open));
    }
  }

  @Test
  void theOutageIsPublishedWithinTenSecondsOfItsCauseAndSoIsItsEnd() throws Exception {
    Instant start = Instant.now();
    try (LiveDemo demo = playing(Scene.OUTAGE, 2); Fetcher fetcher = new Fetcher(Instant::now, Map.of())) {
      Instant plays = Instant.now();
      Incident open = until(demo, fetcher, start, true);
      assertEquals(Incident.Kind.OUTAGE, open.kind());
      assertEquals(Optional.of(Origin.EXTERNAL), open.origin());
      assertEquals(Optional.of("ants"), open.party());
      // 12.5 s after the start, which takes its time on a busy machine, the external party stops.
      Instant since = open.opened().orElseThrow();
      assertTrue(since.isAfter(start.plusMillis(2_500)), () -> start + " and since " + since);
      assertTrue(since.isBefore(plays.plusMillis(22_500)), () -> plays + " and since " + since);
      assertTrue(until(demo, fetcher, start, false).closed().orElseThrow().isAfter(start.plusSeconds(40)));
    }
  }

  /** The incident of now, once it is open or closed; looks whenever the demonstration rings. */
  private Incident until(LiveDemo demo, Fetcher fetcher, Instant after, boolean open) throws Exception {
    for (int looks = 0; looks < 100; looks++) {
      Optional<Incident> now = read(fetcher.fetch(demo.sources().getFirst(), Ask.PLAIN)).incidents().stream()
          .filter(i -> i.open() == open && i.opened().orElseThrow().isAfter(after)).findFirst();
      if (now.isPresent()) return now.get();
      assertTrue(rung.poll(60, TimeUnit.SECONDS) != null, "it never rang");
    }
    throw new AssertionError("no incident that is " + (open ? "open" : "closed"));
  }
}
