package iris.figures;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Doors on loopback that nobody has. */
final class Ports {
  private Ports() {}

  static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
