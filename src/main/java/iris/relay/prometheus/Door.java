package iris.relay.prometheus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Jetty around a {@link Page}: few threads, few connections, small heads, nobody waits for ever. */
final class Door implements AutoCloseable {
  private static final int IDLE_MS = 30_000;
  private static final int HEADERS = 8_192;
  private static final int CONNECTIONS = 64;

  private final Server server;
  private final ServerConnector connector;

  private Door(Place place, Page page) {
    QueuedThreadPool threads = new QueuedThreadPool(8, 1);
    threads.setName("relay-metrics");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADERS);
    http.setIdleTimeout(IDLE_MS);
    http.setMaxUnconsumedRequestContentReads(1);
    // Jetty's cache takes a field for one that it saw on this connection, letters large or small: a token with another
    // letter was the right token then.
    http.setHeaderCacheCaseSensitive(true);
    http.setHeaderCacheSize(0);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    if (!place.host().isEmpty()) connector.setHost(place.host());
    connector.setPort(place.port());
    connector.setIdleTimeout(IDLE_MS);
    connector.setShutdownIdleTimeout(500);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
    server.setHandler(new Answering(page));
    server.setErrorHandler(Door::plain);
    server.setStopTimeout(1_000);
  }

  /** @throws IOException where the port is somebody else's, or the address is not this machine's */
  static Door open(Place place, Page page) throws IOException {
    Door door = new Door(place, page);
    try {
      door.connector.open();
      door.server.start();
      return door;
    } catch (IOException taken) {
      door.close();
      throw taken;
    } catch (Exception e) {
      // Jetty's start declares no less.
      door.close();
      throw new IOException(e);
    }
  }

  int port() {
    return connector.getLocalPort();
  }

  private static final class Answering extends Handler.Abstract {
    private final Page page;

    Answering(Page page) {
      this.page = page;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Page.Reply reply = page.answer(request.getMethod(), String.valueOf(request.getHttpURI().getDecodedPath()),
          header(request, "Authorization"), header(request, "Accept"));
      response.setStatus(reply.status());
      reply.headers().forEach(response.getHeaders()::put);
      response.getHeaders().put("X-Content-Type-Options", "nosniff");
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      response.getHeaders().put("Content-Length", body.length);
      boolean head = request.getMethod().equals("HEAD");
      response.write(true, ByteBuffer.wrap(head ? new byte[0] : body), callback);
      return true;
    }

    private static @Nullable String header(Request request, String name) {
      java.util.List<String> lines = request.getHeaders().getFields(name).stream().map(HttpField::getValue).toList();
      return lines.isEmpty() ? null : String.join(", ", lines);
    }
  }

  /** What Jetty itself refuses: a status, no page. */
  private static boolean plain(Request request, Response response, Callback callback) {
    response.getHeaders().put("Content-Type", "text/plain; charset=utf-8");
    response.write(true, ByteBuffer.wrap((response.getStatus() + "\n").getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      // Jetty's stop declares no less; the port is closed first, and the process ends anyway.
      System.getLogger(Door.class.getName()).log(System.Logger.Level.WARNING, "the server did not stop well", e);
    }
    connector.close();
  }
}
