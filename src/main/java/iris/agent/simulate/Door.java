package iris.agent.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.eclipse.jetty.server.ServerConnector;

/** A port that is listened on or not; once opened it keeps its number. */
final class Door implements AutoCloseable {
  private final ServerConnector connector;
  private final boolean tls;
  private final Runnable forgotten;

  Door(ServerConnector connector, boolean tls, Runnable forgotten) {
    this.connector = connector;
    this.tls = tls;
    this.forgotten = forgotten;
  }

  /** @throws IOException if the port is taken */
  synchronized void open() throws IOException {
    if (connector.isRunning()) return;
    try {
      connector.start();
      connector.setPort(connector.getLocalPort());
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  /** Nobody listens any more, and who was connected is not. */
  synchronized void shut() {
    if (!connector.isRunning()) return;
    try {
      connector.stop();
    } catch (Exception e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  int port() {
    return connector.getPort();
  }

  URI uri() {
    return URI.create((tls ? "https" : "http") + "://127.0.0.1:" + port() + "/");
  }

  @Override
  public void close() {
    shut();
    forgotten.run();
  }
}
