package iris.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** A port on loopback behind which each who comes is served on a thread of his own. */
final class Door implements AutoCloseable {
  private final ServerSocket door;

  Door(String name, Consumer<Socket> serve) {
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name(name).start(() -> {
      while (!door.isClosed()) {
        try {
          Socket line = door.accept();
          Thread.ofPlatform().daemon().start(() -> serve.accept(line));
        } catch (IOException closed) {
          return;
        }
      }
    });
  }

  int port() {
    return door.getLocalPort();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
