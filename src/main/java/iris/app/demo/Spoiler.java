package iris.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a document between an agent and a console, since the agent itself does not lie: it stands before
 * the agent's door and hands on what it finds there, or something else.
 */
final class Spoiler implements AutoCloseable {
  /** Ways in which a document arrives. */
  enum Damage {
    NONE,
    LOGIN_PAGE,
    CUT,
    /** What was handed on last, again and again. */
    FROZEN
  }

  private static final String RSS = "application/rss+xml; charset=utf-8";
  private static final byte[] LOGIN_PAGE = """
      <!DOCTYPE html>
      <html lang="fr"><head><title>Portail captif</title></head>
      <body><h1>Bienvenue sur le réseau</h1><form action="/login"><input name="user"><input name="code"></form></body>
      </html>
      """.getBytes(StandardCharsets.UTF_8);

  /** What was handed on. */
  private record Copy(byte[] bytes, String etag) {}

  private final URI feed;
  private final InstantSource clock;
  private final Function<Instant, Damage> damage;
  private final HttpServer server;
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().proxy(ProxySelector.of(null)).version(HttpClient.Version.HTTP_1_1).build();
  private @Nullable Copy last;

  /** Listens on a free port of the loopback address. @param feed the agent's document */
  Spoiler(URI feed, InstantSource clock, Function<Instant, Damage> damage) throws IOException {
    this.feed = feed;
    this.clock = clock;
    this.damage = damage;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(handlers);
    server.createContext(feed.getPath(), this::answer);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + feed.getPath());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (damage.apply(clock.instant())) {
        case NONE -> give(exchange, fresh());
        case FROZEN -> give(exchange, frozen());
        case LOGIN_PAGE -> send(exchange, LOGIN_PAGE, "text/html; charset=utf-8");
        case CUT -> {
          byte[] whole = fresh().bytes();
          send(exchange, Arrays.copyOf(whole, whole.length * 2 / 3), RSS);
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Copy frozen() throws IOException, InterruptedException {
    return last == null ? fresh() : last;
  }

  private synchronized Copy fresh() throws IOException, InterruptedException {
    HttpRequest ask = HttpRequest.newBuilder(feed).timeout(Duration.ofSeconds(5)).build();
    HttpResponse<byte[]> answer = client.send(ask, BodyHandlers.ofByteArray());
    last = new Copy(answer.body(), answer.headers().firstValue("ETag").orElse("\"none\""));
    return last;
  }

  private static void give(HttpExchange exchange, Copy copy) throws IOException {
    exchange.getResponseHeaders().set("ETag", copy.etag());
    if (copy.etag().equals(exchange.getRequestHeaders().getFirst("If-None-Match")))
      exchange.sendResponseHeaders(304, -1);
    else send(exchange, copy.bytes(), RSS);
  }

  private static void send(HttpExchange exchange, byte[] body, String type) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    handlers.shutdownNow();
    client.shutdownNow();
  }
}
