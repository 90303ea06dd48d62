package iris.figures;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Fifty services on loopback: {@code /N.xml} is a feed of some of them, {@code /events} its event stream, {@code
 * /state.json} the same figures for a page, {@code /wall.html} that page. A day of windows at the first asking of a
 * reader, the last hour later.
 */
final class Feeds implements AutoCloseable {
  static final int SERVICES = 50;
  private static final int PERIOD = 300;
  private static final int DAY = 288;
  private static final int HOUR = 12;

  private final HttpServer server;
  private final int each;
  private final AtomicLong edition = new AtomicLong();
  private final LongAdder told = new LongAdder();
  private final Queue<OutputStream> listeners = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("feeds").factory());

  /** @param each services in one feed */
  Feeds(int each) throws IOException {
    this.each = each;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::feed);
    server.createContext("/events", this::events);
    server.createContext("/state.json", exchange -> {
      answer(exchange, "application/json", state());
      told.add(SERVICES);
    });
    server.createContext("/wall.html", exchange -> answer(exchange, "text/html", Files.readString(Path.of("src/dev/wall.html"))));
    server.start();
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }

  /** The configuration of a console on all of it. */
  String settings() {
    StringBuilder text = new StringBuilder("display: {language: fr, theme: dark}\nsound: {enabled: no}\nfeeds:\n");
    for (int i = 0; i < SERVICES / each; i++)
      text.append("  feed-%d: {url: \"%s\", name: \"Flux %d\", poll-every: 60s}%n".formatted(i, address(i + ".xml"), i));
    return text.toString();
  }

  /** How often somebody was told of a service so far: on a machine that is too busy, less often than they publish. */
  long told() {
    return told.sum();
  }

  /** From now on all services publish something new every second, and say so to whoever listens. */
  void hurry() {
    clock.scheduleAtFixedRate(this::publish, 1, 1, TimeUnit.SECONDS);
  }

  private void publish() {
    byte[] event = ("id: " + edition.incrementAndGet() + "\ndata: new\n\n").getBytes(StandardCharsets.UTF_8);
    listeners.removeIf(to -> {
      try {
        to.write(event);
        to.flush();
        return false;
      } catch (IOException gone) {
        return true;
      }
    });
  }

  private void feed(HttpExchange exchange) throws IOException {
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    String tag = "\"" + edition.get() + "-" + Instant.now().getEpochSecond() / PERIOD + "\"";
    exchange.getResponseHeaders().set("ETag", tag);
    if (tag.equals(known)) {
      exchange.sendResponseHeaders(304, -1);
      exchange.close();
      return;
    }
    int number = Integer.parseInt(exchange.getRequestURI().getPath().replaceAll("\\D", ""));
    answer(exchange, "application/rss+xml; charset=utf-8", document(number, known == null ? DAY : HOUR));
    told.add(each);
  }

  private void events(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.write(": hello\n\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
    listeners.add(out);
  }

  private static void answer(HttpExchange exchange, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private String document(int number, int windows) {
    Instant now = Instant.now();
    Instant end = Instant.ofEpochSecond(now.getEpochSecond() / PERIOD * PERIOD);
    StringBuilder text = new StringBuilder("""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:iris="urn:iris:signal:1" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Flux %d</title>
        <link>https://provider.example/</link><description>d</description><lastBuildDate>%s</lastBuildDate>
        <atom:link rel="alternate" type="text/event-stream" href="%s"/><iris:agent id="a%d" version="1" period="PT5M"/>
        """.formatted(number, date(now), address("events"), number));
    for (int s = number * each; s < (number + 1) * each; s++)
      text.append("<iris:service id=\"s%d\" name=\"Service %d\"><iris:party id=\"p\" role=\"provider\" name=\"DARVA\"/></iris:service>\n".formatted(s, s));
    for (int i = 0; i < windows; i++)
      for (int s = number * each; s < (number + 1) * each; s++) window(text, s, end.minusSeconds((long) PERIOD * i), i);
    return text.append("</channel></rss>").toString();
  }

  /** Only the newest differs from one edition to the next. */
  private void window(StringBuilder text, int service, Instant to, int back) {
    long time = time(service, to.getEpochSecond() / PERIOD + (back == 0 ? edition.get() * 7 : 0));
    Instant published = back == 0 ? Instant.now() : to.plusSeconds(4);
    text.append("""
        <item><title>w</title><guid isPermaLink="false">urn:iris:s%d:window:%s</guid><pubDate>%s</pubDate>
        <iris:window service="s%d" from="%s" to="%s" state="up"><iris:transactions total="1248" failed="1"/>
        <iris:transactionTime mean="%d" p50="%d" p95="%d" p99="1900" max="4200"/></iris:window></item>
        """.formatted(service, to.minusSeconds(PERIOD), date(published), service, to.minusSeconds(PERIOD), to, time, time - 40,
        time + 300));
  }

  private static long time(int service, long moment) {
    return 300 + Math.floorMod(service * 37 + moment * 53, 400);
  }

  private String state() {
    StringBuilder text = new StringBuilder("[");
    for (int s = 0; s < SERVICES; s++)
      text.append(s == 0 ? "" : ",").append("{\"name\":\"Service %d\",\"state\":\"up\",\"ms\":%d,\"share\":99.9}".formatted(s,
          time(s, Instant.now().getEpochSecond() / PERIOD + edition.get() * 7)));
    return text.append("]").toString();
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    server.stop(0);
  }
}
