package iris.relay.real;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A web server on loopback that answers as a script says, and keeps what it was asked. */
public final class Script implements AutoCloseable {
  /** What came. @param path with its query; {@code token} the header x-auth-token, empty where absent */
  public record Asked(String method, String path, String body, String token) {}

  /** What goes back. */
  public record Says(int status, String body) {}

  private final HttpServer server;
  public final List<Asked> asked = new CopyOnWriteArrayList<>();

  public Script(Function<Asked, Says> answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
  }

  private void answer(HttpExchange exchange, Function<Asked, Says> answers) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("x-auth-token");
    Asked it = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), token == null ? "" : token);
    asked.add(it);
    Says says = answers.apply(it);
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
