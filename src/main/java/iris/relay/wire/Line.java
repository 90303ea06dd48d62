package iris.relay.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One connection of TCP, with TLS or without. Used by one thread at a time. */
public final class Line implements AutoCloseable {
  /** Milliseconds that a look at the line waits: the end of a server that died has arrived long before. */
  private static final int LOOK = 2;
  /** The longest that a good-bye takes. */
  private static final Duration GOODBYE = Duration.ofSeconds(2);
  /** Bytes read after the good-bye, at most. */
  private static final int LAST_WORDS = 1 << 16;

  private final Socket plain;
  private final Socket socket;
  private final PushbackInputStream in;
  private final OutputStream out;

  private Line(Socket plain, Socket socket) throws IOException {
    this.plain = plain;
    this.socket = socket;
    this.in = new PushbackInputStream(new BufferedInputStream(socket.getInputStream()), 1);
    this.out = socket.getOutputStream();
  }

  /** What a look at a line that should be quiet finds. */
  public enum Look {
    QUIET,
    /** It says something. */
    SPEAKS,
    /** The other side has ended, or died. */
    GONE
  }

  /**
   * @param tls a context of its own for each connection: rsyslog with mutual TLS refuses a session that is taken up
   *     again, which a context that is used twice would try
   */
  public static Line open(Address to, Optional<SSLContext> tls, Duration timeout) throws IOException {
    int millis = Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
    Socket plain = connect(to, millis);
    try {
      plain.setSoTimeout(millis);
      plain.setTcpNoDelay(true);
      plain.setKeepAlive(true);
      return new Line(plain, tls.isPresent() ? secure(plain, to, tls.get()) : plain);
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  private static Socket connect(Address to, int millis) throws IOException {
    IOException last = new IOException("no address");
    for (InetSocketAddress place : to.places()) {
      Socket socket = new Socket();
      try {
        socket.connect(place, millis);
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  private static Socket secure(Socket plain, Address to, SSLContext tls) throws IOException {
    SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, to.host(), to.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** All of it at once, so that no frame is sent in halves by two writes. */
  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** One byte, 0 to 255. @throws EOFException when the other side has ended */
  public int read() throws IOException {
    int b = in.read();
    if (b < 0) throw new EOFException();
    return b;
  }

  /** Exactly that many. */
  public byte[] read(int bytes) throws IOException {
    byte[] all = in.readNBytes(bytes);
    if (all.length < bytes) throw new EOFException();
    return all;
  }

  /** Looks without asking. What it hears stays to be read. */
  public Look look() throws IOException {
    int before = socket.getSoTimeout();
    socket.setSoTimeout(LOOK);
    try {
      int b = in.read();
      if (b < 0) return Look.GONE;
      in.unread(b);
      return Look.SPEAKS;
    } catch (SocketTimeoutException quiet) {
      return Look.QUIET;
    } finally {
      socket.setSoTimeout(before);
    }
  }

  /**
   * Says {@code last} and that nothing more comes, and hears the other side out: closing with unread bytes (TLS tickets
   * are enough) makes TCP reset the line, and what was written last is lost with it. Over in two seconds.
   */
  public void bye(byte[]... last) {
    Thread farewell = Thread.ofVirtual().name("relay-bye").start(() -> leave(last));
    try {
      farewell.join(GOODBYE);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  private void leave(byte[]... last) {
    try {
      for (byte[] one : last) write(one);
      socket.setSoTimeout((int) GOODBYE.toMillis() / 2);
      socket.shutdownOutput();
      int left = LAST_WORDS;
      while (left-- > 0 && in.read() >= 0) continue;
    } catch (IOException alreadyGone) {
      // Nothing can be said to who does not listen any more.
      return;
    }
  }

  /** At once: TLS's own closing would wait for a write that hangs. */
  @Override
  public void close() {
    try {
      plain.close();
    } catch (IOException alreadyGone) {
      return;
    }
  }
}
