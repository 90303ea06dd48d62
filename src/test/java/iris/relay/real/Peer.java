package iris.relay.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The other end of TCP connections, as odd as a test wants it. */
public final class Peer implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** What it does with one connection, which stays open behind it until the test ends. */
  public interface Act {
    void play(InputStream in, OutputStream out, Socket socket) throws IOException;
  }

  public Peer(Act act) throws IOException {
    Thread.ofVirtual().start(() -> accept(act));
  }

  private void accept(Act act) {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> {
          try {
            act.play(socket.getInputStream(), socket.getOutputStream(), socket);
          } catch (IOException ended) {
            return;
          }
        });
      } catch (IOException closed) {
        return;
      }
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) socket.close();
  }
}
