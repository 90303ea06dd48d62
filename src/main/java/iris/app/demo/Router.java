package iris.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import iris.alarm.OriginVerdict.Fault;
import iris.fallback.Deed;
import iris.fallback.Plan;
import iris.fallback.StatusCheck;
import iris.words.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What sends a house's requests to the provider or to its own fallback: a real endpoint on loopback that is really
 * switched. It takes its time, as such things do.
 */
public final class Router implements AutoCloseable {
  private static final Duration TAKES = Duration.ofSeconds(3);

  private final HttpServer server;
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile String route = "production";

  /** Listens on a free port of the loopback address. */
  Router() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(handlers);
    server.createContext("/siv", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST")) {
        if (closing.await(TAKES.toMillis(), TimeUnit.MILLISECONDS)) return;
        route = exchange.getRequestURI().getPath().endsWith("/fallback") ? "fallback" : "production";
      }
      byte[] body = ("{\"service\":\"siv\",\"route\":\"" + route + "\"}\n").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/siv" + path);
  }

  /** The plan that a house would have written for it. */
  public Plan plan(Words words) {
    List<String> checklist = List.of(words.say("app.demo.fallback.tell"), words.say("app.demo.fallback.queue"));
    return new Plan(Role.SIV, words.say("app.demo.fallback.name"), checklist, Optional.of(post("/fallback")),
        Optional.of(post("/production")), Optional.of(new StatusCheck(new Deed.Call("GET", uri(""), Map.of(),
            Optional.empty(), Optional.empty(), Deed.Expected.WELL), Optional.empty(),
            Optional.of(new StatusCheck.At("/route", "fallback")), Duration.ofSeconds(10))),
        Duration.ofSeconds(30), Set.of(Fault.PROVIDER, Fault.EXTERNAL, Fault.NETWORK_BETWEEN), 2, Duration.ofMinutes(5));
  }

  private Deed post(String path) {
    return new Deed.Call("POST", uri(path), Map.of(), Optional.empty(), Optional.empty(), Deed.Expected.WELL);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    handlers.shutdownNow();
  }
}
