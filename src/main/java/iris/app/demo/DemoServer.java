package iris.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import iris.feed.SourceConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * Publishes a script on this machine's loopback as a provider would: strong ETag, Last-Modified, gzip, 304. A document
 * is printed when it is first asked for after a change, never in halves.
 */
public final class DemoServer implements AutoCloseable {
  /** One printing of one document. */
  private record Print(Instant next, Instant made, String etag, byte[] bytes, String type) {}

  private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final Script script;
  private final InstantSource clock;
  private final Press press = new Press();
  private final Map<String, Print> prints = new HashMap<>();
  private final HttpServer server;
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService bell =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("demo").factory());

  /**
   * Listens on a free port of the loopback address.
   *
   * @param published called after each change of a document; must not block
   */
  public DemoServer(Script script, InstantSource clock, Runnable published) throws IOException {
    this.script = script;
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(handlers);
    for (Paper paper : script.papers())
      server.createContext("/" + paper.id() + ".xml", exchange -> answer(exchange, paper));
    server.start();
    ring(published);
  }

  /** The feeds as a console would be configured for them. */
  public List<SourceConfig> sources() {
    return script.papers().stream()
        .map(p -> SourceConfig.of(p.id(), p.name(), uri(p)).every(SourceConfig.LEAST)).toList();
  }

  private URI uri(Paper paper) {
    InetSocketAddress at = server.getAddress();
    return URI.create("http://" + at.getAddress().getHostAddress() + ":" + at.getPort() + "/" + paper.id() + ".xml");
  }

  private void ring(Runnable published) {
    Instant now = clock.instant();
    Duration wait = Duration.between(now, script.next(now)).plusMillis(5);
    bell.schedule(() -> {
      published.run();
      ring(published);
    }, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized Print print(Paper paper) {
    Instant now = clock.instant();
    Print last = prints.get(paper.id());
    if (last != null && now.isBefore(last.next())) return last;
    Edition edition = script.edition(paper, now);
    byte[] bytes = press.print(edition);
    boolean same = last != null && Arrays.equals(last.bytes(), bytes);
    Instant made = same ? last.made() : now;
    String etag = "\"" + paper.id() + "-" + made.toEpochMilli() + "\"";
    Print next = new Print(script.next(now), made, etag, bytes, Press.mediaType(edition.damage()));
    prints.put(paper.id(), next);
    return next;
  }

  private void answer(HttpExchange exchange, Paper paper) throws IOException {
    try (exchange) {
      Print print = print(paper);
      exchange.getResponseHeaders().set("ETag", print.etag());
      exchange.getResponseHeaders().set("Last-Modified", DATE.format(print.made()));
      exchange.getResponseHeaders().set("Cache-Control", "no-cache");
      if (print.etag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      String accepts = exchange.getRequestHeaders().getFirst("Accept-Encoding");
      boolean packed = accepts != null && accepts.contains("gzip");
      byte[] body = packed ? gzip(print.bytes()) : print.bytes();
      if (packed) exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.getResponseHeaders().set("Content-Type", print.type());
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (RuntimeException e) {
      // A bug of the demonstration must look like one from outside: the console shows an unreachable feed and why.
      exchange.sendResponseHeaders(500, -1);
      System.getLogger(DemoServer.class.getName()).log(System.Logger.Level.ERROR, "the demonstration failed", e);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    bell.shutdownNow();
    server.stop(0);
    handlers.shutdownNow();
  }
}
