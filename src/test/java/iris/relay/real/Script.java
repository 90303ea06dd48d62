package iris.relay.real;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A web server on loopback that answers as a script says, and keeps what it was asked. */
public final class Script implements AutoCloseable {
  /** What came. @param path with its query; {@code headers} by their names in lower case */
  public record Asked(String method, String path, String body, Map<String, String> headers) {
    /** Empty where it is absent. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** What goes back. */
  public record Says(int status, String body, Map<String, String> headers) {
    public Says(int status, String body) {
      this(status, body, Map.of());
    }
  }

  private final HttpServer server;
  public final List<Asked> asked = new CopyOnWriteArrayList<>();

  public Script(Function<Asked, Says> answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
  }

  private void answer(HttpExchange exchange, Function<Asked, Says> answers) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getLast()));
    Asked it = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), headers);
    asked.add(it);
    Says says = answers.apply(it);
    says.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = says.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(says.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
