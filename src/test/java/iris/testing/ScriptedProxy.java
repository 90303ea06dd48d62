package iris.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An HTTP proxy on loopback that passes requests and tunnels on, if the credentials it wants are shown. */
public final class ScriptedProxy implements AutoCloseable {
  private final List<Request> seen = new ArrayList<>();
  private final Door door;
  private final Optional<String> wanted;

  /** @param wanted the whole value of Proxy-Authorization that is let through; empty lets everybody through */
  public ScriptedProxy(Optional<String> wanted) {
    this.wanted = wanted;
    door = new Door("scripted proxy", this::serve);
  }

  public int port() {
    return door.port();
  }

  public List<Request> requests() {
    synchronized (seen) {
      return List.copyOf(seen);
    }
  }

  private void serve(Socket line) {
    try (line) {
      InputStream in = new BufferedInputStream(line.getInputStream());
      Request request = Request.read(in);
      if (request == null) return;
      synchronized (seen) {
        seen.add(request);
      }
      if (wanted.isPresent() && !wanted.equals(request.header("Proxy-Authorization"))) {
        line.getOutputStream().write(("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
            + "Content-Length: 0\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return;
      }
      boolean tunnel = request.method().equals("CONNECT");
      URI to = URI.create(tunnel ? "https://" + request.target() : request.target());
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), to.getPort())) {
        String opening = tunnel ? "" : request.method() + " " + to.getRawPath() + " HTTP/1.1\r\nHost: "
            + to.getAuthority() + "\r\nConnection: close\r\n\r\n";
        if (tunnel) line.getOutputStream().write("HTTP/1.1 200 Open\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        server.getOutputStream().write(opening.getBytes(StandardCharsets.ISO_8859_1));
        Thread up = Thread.ofPlatform().daemon().start(() -> pass(in, server));
        server.getInputStream().transferTo(line.getOutputStream());
        line.close();
        up.join();
      }
    } catch (IOException | InterruptedException gone) {
      // Either end went away: so does the tunnel.
      return;
    }
  }

  private static void pass(InputStream from, Socket to) {
    try {
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int n; (n = from.read(buffer)) >= 0; ) {
        out.write(buffer, 0, n);
        out.flush();
      }
      to.shutdownOutput();
    } catch (IOException gone) {
      // The other direction ends by itself.
      return;
    }
  }

  @Override
  public void close() {
    door.close();
  }
}
