package iris.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.agent.AgentConfig;
import iris.agent.SourceSpec;
import iris.agent.Vitals;
import iris.app.agent.Agent;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Service;
import iris.signal.Window;
import iris.words.Lang;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the agent publishes of a real nginx is what its clients did: to the last request, through rotations of its log
 * while it is under load and through a restart of the agent between.
 */
class NginxTest {
  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Service SIV = new Service("siv", "SIV", List.of(
      new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national")));

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  private AgentConfig config(RealNginx nginx) {
    SourceSpec log = new SourceSpec.Log("access", "darva", nginx.log("access.log"), new SourceSpec.Format.Combined(),
        Optional.of("ants"));
    SourceSpec check = new SourceSpec.Check("front", "darva", Duration.ofSeconds(1), Duration.ofSeconds(1), false,
        new SourceSpec.Asked.Http(URI.create(nginx.url("/health")), "GET", Map.of(), Optional.empty(),
            SourceSpec.Expected.USUAL));
    return new AgentConfig("nginx-test", PERIOD, Lang.FR, ZoneId.of("Europe/Paris"), folder.resolve("state"),
        new AgentConfig.Publication(Optional.of(new AgentConfig.Listen("127.0.0.1", 0, Optional.empty())),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofDays(1), 10),
        List.of(new AgentConfig.Served(SIV, new AgentConfig.Thresholds(0.1, 0.2, Optional.empty()),
            AgentConfig.Suspicion.USUAL, List.of(log, check))));
  }

  private Agent agent(RealNginx nginx) throws Exception {
    Agent agent = Agent.open(config(nginx), InstantSource.system(), Map.of(), "test");
    until("the log is followed", () -> source(agent, "access").map(Vitals.OfSource::why)
        .filter(why -> why.key().equals("agent.log.followed")).isPresent());
    return agent;
  }

  private static Optional<Vitals.OfSource> source(Agent agent, String id) {
    return agent.vitals().get().services().getFirst().sources().stream().filter(s -> s.source().equals(id)).findFirst();
  }

  private static void until(String what, Callable<Boolean> so) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    for (long end = System.nanoTime() + PATIENCE.toNanos(); !so.call(); )
      if (never.await(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end) throw new AssertionError("not yet: " + what);
  }

  private int get(String url) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding()).statusCode();
  }

  /** The windows as a console reads them, from the published document. */
  private List<Window> windows(Agent agent) throws IOException, InterruptedException {
    byte[] document = client.send(HttpRequest.newBuilder(agent.address("siv").orElseThrow()).build(),
        BodyHandlers.ofByteArray()).body();
    Reading.Read read = assertInstanceOf(Reading.Read.class, Rss.read(document, ReadOptions.of("siv", "siv")));
    return read.bulletin().windows().toList();
  }

  private static long failures(List<Window> windows, Origin origin) {
    return windows.stream().mapToLong(w -> w.failedBy(origin)).sum();
  }

  @Test
  void publishesExactlyWhatItsClientsDid() throws Exception {
    Optional<Path> program = RealNginx.installed("nginx");
    assumeTrue(program.isPresent(), "nginx is not installed: nothing is followed (Debian: nginx-light)");
    try (RealNginx nginx = new RealNginx(folder, program.get()); client) {
      until("nginx answers", () -> {
        assertTrue(nginx.alive(), nginx::said);
        try {
          return get(nginx.url("/health")) == 200;
        } catch (IOException notYet) {
          return false;
        }
      });
      Made made = new Made();
      try (Agent first = agent(nginx)) {
        made.add(requests(nginx));
        load(nginx, made, "access.log.1");
        until("the first agent has it", () -> source(first, "access").orElseThrow().counted() > made.total / 2);
      }
      // While no agent runs, so that the next must go on in a renamed file.
      made.add(requests(nginx));
      nginx.rotate("access.log.0");
      try (Agent second = agent(nginx)) {
        load(nginx, made, "access.log.2");
        Instant last = Instant.now();
        until("all windows are out", () -> windows(second).stream().anyMatch(w -> !w.from().isBefore(last)));
        List<Window> windows = windows(second);
        assertEquals(made.total, windows.stream().mapToLong(Window::total).sum(), windows::toString);
        assertEquals(made.provider, failures(windows, Origin.PROVIDER));
        assertEquals(made.external, failures(windows, Origin.EXTERNAL));
        assertEquals(0, failures(windows, Origin.UNKNOWN) + failures(windows, Origin.NETWORK));
        assertEquals(0, source(second, "access").orElseThrow().unreadable());
        assertTrue(windows.stream().anyMatch(w -> w.transaction().max() >= 1000 && !w.responses().isEmpty()));
      }
    }
  }

  /** What the clients did, as they counted it. */
  private static final class Made {
    private long total;
    private long provider;
    private long external;

    private void add(Made other) {
      total += other.total;
      provider += other.provider;
      external += other.external;
    }
  }

  /** One after the other, of every kind, by what nginx answered. */
  private Made requests(RealNginx nginx) throws IOException, InterruptedException {
    Made made = new Made();
    for (String path : List.of("/ok", "/own", "/missing", "/slow", "/bad", "/gone", "/hang", "/own", "/ok")) {
      int status = get(nginx.url(path));
      made.total++;
      if (status == 500) made.provider++;
      if (status > 500) made.external++;
    }
    assertEquals("9 2 3", made.total + " " + made.provider + " " + made.external);
    return made;
  }

  /** Many at a time, with a rotation in the middle: by ab where it is installed, and by threads of our own. */
  private void load(RealNginx nginx, Made made, String rotated) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      CountDownLatch middle = new CountDownLatch(600);
      List<Future<Made>> parts = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        parts.add(pool.submit(() -> {
          Made own = new Made();
          for (int i = 0; i < 300; i++) {
            int status = get(nginx.url(i % 10 == 0 ? "/bad" : i % 25 == 1 ? "/own" : "/ok"));
            own.total++;
            if (status == 500) own.provider++;
            if (status == 503) own.external++;
            middle.countDown();
          }
          return own;
        }));
      }
      Optional<Path> ab = RealNginx.installed("ab");
      Optional<Process> bench = ab.isPresent() ? Optional.of(new ProcessBuilder(ab.get().toString(), "-q", "-k", "-n",
          "3000", "-c", "4", nginx.url("/ok")).redirectErrorStream(true).start()) : Optional.empty();
      assertTrue(middle.await(60, TimeUnit.SECONDS));
      nginx.rotate(rotated);
      for (Future<Made> part : parts) made.add(part.get());
      if (bench.isPresent()) made.total += completed(bench.get());
    }
  }

  private static long completed(Process ab) throws IOException, InterruptedException {
    String said = new String(ab.getInputStream().readAllBytes());
    assertEquals(0, ab.waitFor(), said);
    Matcher number = Pattern.compile("Complete requests: +(\\d+)\\s+Failed requests: +0\\s").matcher(said);
    assertTrue(number.find() && !said.contains("Non-2xx"), said);
    return Long.parseLong(number.group(1));
  }

  @Test
  void makesAsManyChecksAsNginxSaw() throws Exception {
    Optional<Path> program = RealNginx.installed("nginx");
    assumeTrue(program.isPresent(), "nginx is not installed: nothing is checked (Debian: nginx-light)");
    try (RealNginx nginx = new RealNginx(folder, program.get()); client) {
      until("nginx listens", () -> Files.exists(nginx.log("nginx.pid")));
      long counted;
      try (Agent agent = agent(nginx)) {
        until("some checks were made", () -> source(agent, "front").filter(s -> s.counted() >= 4 && s.well()).isPresent());
        until("nginx has written what the agent counted",
            () -> source(agent, "front").orElseThrow().counted() == lines(nginx.log("health.log")));
        counted = source(agent, "front").orElseThrow().counted();
      }
      assertTrue(counted >= 4, "checks " + counted);
    }
  }

  private static long lines(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(" 200 ")).count();
    }
  }
}
