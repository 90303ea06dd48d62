package iris.agent.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowReadersTest {
  private static final Doorman.Pace QUICK = new Doorman.Pace(Duration.ofMillis(1_500), Duration.ofSeconds(1), 100_000);
  private final Stand stand = new Stand();
  private final List<Socket> sockets = new ArrayList<>();
  private Publisher publisher;

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) socket.close();
    if (publisher != null) publisher.close();
  }

  private Socket connect() throws IOException {
    URI feed = publisher.address("siv").orElseThrow();
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout(60_000);
    socket.connect(new InetSocketAddress(feed.getHost(), feed.getPort()));
    return socket;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Bytes until the end, however it comes. */
  private static long drain(Socket socket) throws IOException {
    long all = 0;
    byte[] buffer = new byte[1 << 16];
    try {
      for (int n; (n = socket.getInputStream().read(buffer)) >= 0; ) all += n;
    } catch (SocketException reset) {
      return all;
    }
    return all;
  }

  private static String answer(Socket socket, String request) throws IOException {
    say(socket, request);
    byte[] buffer = new byte[4_096];
    int n = socket.getInputStream().read(buffer);
    return new String(buffer, 0, Math.max(0, n), StandardCharsets.UTF_8);
  }

  @Test
  void whoNeverEndsHisRequestIsSentAway() throws Exception {
    publisher = stand.publisher(Stand.open(100), QUICK);
    Socket socket = connect();
    say(socket, "GET /siv.xml HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    assertEquals(0, drain(socket));
  }

  @Test
  void whoDoesNotTakeHisAnswersIsSentAwayAndCounted() throws Exception {
    stand.windows(1);
    publisher = stand.publisher(Stand.open(100), QUICK);
    Socket socket = connect();
    int asked = 60;
    say(socket, "GET /siv.xml HTTP/1.1\r\nHost: x\r\n\r\n".repeat(asked));
    long document = stand.documentLength(publisher);
    // The other one is told of the cut; only then is it looked at what came.
    Socket other = connect();
    String metrics = "";
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    // On a busy machine who only asks may pass for one who is slow, and is counted as well.
    while (!metrics.matches("(?s).*iris_http_slow_cut_total [1-9].*") && System.nanoTime() < end) {
      if (other.isClosed()) other = connect();
      metrics = answer(other, "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      other.close();
    }
    assertTrue(metrics.matches("(?s).*iris_http_slow_cut_total [1-9].*"), metrics);
    long came = drain(socket);
    assertTrue(came < document * asked, came + " of " + document * asked);
  }

  @Test
  void whoHoldsConnectionsIdleLosesThemToWhoAsks() throws Exception {
    publisher = stand.publisher(Stand.open(3), QUICK);
    for (int i = 0; i < 3; i++) connect();
    Socket fourth = connect();
    String said = answer(fourth, "GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
    assertTrue(said.startsWith("HTTP/1.1 200"), said);
  }

  @Test
  void aHeaderWithoutMeasureIsRefusedInPlainWords() throws Exception {
    publisher = stand.publisher(Stand.open(100), QUICK);
    String said = answer(connect(), "GET /siv.xml HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(9_000) + "\r\n\r\n");
    assertTrue(said.startsWith("HTTP/1.1 431"), said);
    String nonsense = answer(connect(), "HELO there\r\n\r\n");
    assertTrue(nonsense.startsWith("HTTP/1.1 505"), nonsense);
  }
}
