package iris.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import iris.alarm.Rules;
import iris.feed.SourceConfig;
import iris.notify.Alerting;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.settings.Display;
import iris.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * Many providers and one supervision server on loopback. {@code /N.xml} is a document of the profile with validators, so
 * that a poll that finds nothing new is a 304; what is posted to {@code /hook} is a message that arrived.
 */
final class Crowd implements AutoCloseable {
  private static final int PERIOD = 300;

  /** A message that arrived. @param nano {@link System#nanoTime} */
  record Arrived(String body, long nano) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final int windows;
  private final Instant began = Instant.now();
  private final Map<Integer, Long> down = new ConcurrentHashMap<>();
  private final Map<Integer, Long> announced = new ConcurrentHashMap<>();
  private final Map<Integer, Long> over = new ConcurrentHashMap<>();
  private final AtomicLongArray asked;
  private final Queue<Long> gaps = new ConcurrentLinkedQueue<>();
  private final Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();

  /** @param windows in each document: of now and before; no later ones come */
  Crowd(int feeds, int windows) throws IOException {
    this.windows = windows;
    asked = new AtomicLongArray(feeds);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(threads);
    server.createContext("/hook", this::take);
    server.createContext("/", this::serve);
    server.start();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
  }

  private List<SourceConfig> sources(Duration every) {
    return IntStream.range(0, asked.length())
        .mapToObj(i -> SourceConfig.of("f" + i, "Feed " + i, address(i + ".xml")).every(every)).toList();
  }

  /** What a relay is set up with that asks all of them and tells this server. */
  Settings settings(Duration every) {
    List<SourceConfig> sources = sources(every);
    Rules rules = new Rules(sources.stream()
        .map(s -> new Rules.FeedRules(s.id(), s.name(), Optional.empty(), s.every())).toList(), Map.of());
    Display display = new Display(Display.Language.EN, Display.Theme.AUTO, Display.Motion.AUTO, false, 1,
        OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
    return new Settings(display, Alerting.DEFAULT, new Settings.Vantage(Map.of(), Optional.empty(), every), sources, rules)
        .relaying(List.of(hook()));
  }

  private Target hook() {
    return new Target("hook", Kind.WEBHOOK, Map.of(Param.URL, new Value.Link(address("hook")), Param.STATISTICS,
        new Value.Flag(false)), Mapping.USUAL);
  }

  /** From its next poll on the newest window of this service is a bad one. */
  void down(int feed) {
    down.putIfAbsent(feed, 0L);
  }

  /** When the bad window was first handed out, {@link System#nanoTime}; 0 before it was. */
  long handedOut(int feed) {
    return down.getOrDefault(feed, 0L);
  }

  /** From its next poll on this feed says that its service is down; no window does. */
  void announce(int feed) {
    announced.putIfAbsent(feed, 0L);
  }

  /** From its next poll on it says that this is over. */
  void over(int feed) {
    over.putIfAbsent(feed, 0L);
  }

  /** When that was first handed out, {@link System#nanoTime}; 0 before it was. */
  long announcedAt(int feed) {
    return announced.getOrDefault(feed, 0L);
  }

  long overAt(int feed) {
    return over.getOrDefault(feed, 0L);
  }

  /** Nanoseconds between two polls of one source, as many as there were. */
  Queue<Long> gaps() {
    return gaps;
  }

  Queue<Arrived> arrived() {
    return arrived;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      arrived.add(new Arrived(body, System.nanoTime()));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      int feed = Integer.parseInt(exchange.getRequestURI().getPath().replaceAll("\\D", ""));
      long now = System.nanoTime();
      long before = asked.getAndSet(feed, now);
      if (before != 0) gaps.add(now - before);
      boolean bad = down.containsKey(feed);
      String tag = "\"" + bad + announced.containsKey(feed) + over.containsKey(feed) + "\"";
      exchange.getResponseHeaders().set("ETag", tag);
      if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      byte[] document = document(feed, bad).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
      if (bad) down.replace(feed, 0L, System.nanoTime());
      announced.replace(feed, 0L, System.nanoTime());
      over.replace(feed, 0L, System.nanoTime());
      exchange.sendResponseHeaders(200, document.length);
      exchange.getResponseBody().write(document);
    }
  }

  private String document(int feed, boolean down) {
    // By the minute: a run of six does not make all of them late at one moment.
    Instant end = Instant.ofEpochSecond(began.getEpochSecond() / 60 * 60);
    StringBuilder text = new StringBuilder("""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:iris="urn:iris:signal:1"><channel><title>f%s</title><link>https://provider.example/</link>
        <description>d</description><lastBuildDate>%s</lastBuildDate>
        <iris:agent id="a" version="1" period="PT5M"/><iris:service id="s%s" name="Service %s"/>
        """.formatted(feed, date(began), feed, feed));
    for (int i = 0; i < windows; i++) {
      Instant to = end.minusSeconds((long) PERIOD * i);
      boolean bad = i == 0 && down;
      text.append("""
          <item><title>w</title><guid isPermaLink="false">urn:iris:s%s:window:%s:%s</guid><pubDate>%s</pubDate>
          <iris:window service="s%s" from="%s" to="%s" state="%s"><iris:transactions total="120" failed="%d"/></iris:window></item>
          """.formatted(feed, to, bad, date(bad ? to.plusSeconds(1) : to), feed, to.minusSeconds(PERIOD), to,
          bad ? "down" : "up", bad ? 118 : 1));
    }
    if (announced.containsKey(feed)) text.append(incident(feed, end, "outage", 1, "open"));
    if (over.containsKey(feed))
      text.append(incident(feed, end, "recovery", 2, "closed\" until=\"" + end.plusSeconds(30)));
    return text + "</channel></rss>";
  }

  private static String incident(int feed, Instant since, String kind, int sequence, String state) {
    return """
        <item><title>t</title><category domain="urn:iris:kind">%s</category>
        <guid isPermaLink="false">urn:iris:s%s:incident:1:%d</guid><pubDate>%s</pubDate>
        <iris:incident id="1" service="s%s" sequence="%d" since="%s" severity="outage" origin="provider" state="%s"/></item>
        """.formatted(kind, feed, sequence, date(since.plusSeconds(sequence)), feed, sequence, since, state);
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME
        .format(Instant.ofEpochSecond(at.getEpochSecond()).atOffset(ZoneOffset.UTC));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
