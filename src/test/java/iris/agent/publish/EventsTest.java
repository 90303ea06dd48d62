package iris.agent.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.Published;
import iris.signal.IncidentStep;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final Instant SINCE = Instant.parse("2026-11-22T11:41:00Z");
  private final Stand stand = new Stand();
  private final List<Reader> readers = new ArrayList<>();
  private Publisher publisher;

  /** A reader of one stream, over a socket and without chunks, so that each line is seen as it comes. */
  private static final class Reader implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;

    Reader(URI feed, String path, String... headers) throws IOException {
      socket = new Socket(feed.getHost(), feed.getPort());
      socket.setSoTimeout(60_000);
      String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      socket.getOutputStream().write(
          ("GET " + path + " HTTP/1.0\r\nHost: x\r\n" + more + "\r\n").getBytes(StandardCharsets.US_ASCII));
      lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    String next() throws IOException {
      return lines.readLine();
    }

    /** The next line that begins so; null at the end. */
    String next(String begin) throws IOException {
      for (String line; (line = next()) != null; ) if (line.startsWith(begin)) return line;
      return null;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @AfterEach
  void close() throws IOException {
    for (Reader reader : readers) reader.close();
    if (publisher != null) publisher.close();
  }

  private Reader follow(String... headers) throws IOException {
    Reader reader = new Reader(publisher.address("siv").orElseThrow(), "/events/siv", headers);
    readers.add(reader);
    return reader;
  }

  @Test
  void aPublicationWakesItsReadersWhenTheDocumentStands() throws Exception {
    publisher = stand.publisher(Stand.open(100));
    Reader reader = follow();
    assertEquals("HTTP/1.1 200 OK", reader.next());
    assertEquals("Content-Type: text/event-stream", reader.next("Content-Type"));
    assertEquals("id: 0", reader.next("id: "));
    Published outage = stand.outage(SINCE, 1, IncidentStep.State.OPEN);
    publisher.published(List.of(outage));
    assertEquals("id: 1", reader.next("id: "));
    assertEquals("event: published", reader.next());
    String data = reader.next();
    assertTrue(data.startsWith("data: {\"number\":1,\"service\":\"siv\",\"kind\":\"incident\",\"guid\":\""
        + outage.item().guid() + "\",\"title\":\"SIV indisponible depuis 12"), data);
    assertEquals("", reader.next());
    Reader document = new Reader(publisher.address("siv").orElseThrow(), "/siv.xml");
    readers.add(document);
    assertTrue(document.next("      <guid").contains(outage.item().guid()));
  }

  @Test
  void whoComesBackGetsWhatHeMissedAndNothingTwice() throws Exception {
    for (int i = 1; i <= 5; i++) stand.window(SINCE.plusSeconds(300L * i));
    publisher = stand.publisher(Stand.open(100));
    Reader reader = follow("Last-Event-ID: 3");
    assertEquals("id: 3", reader.next("id: "));
    assertEquals("id: 4", reader.next("id: "));
    assertEquals("id: 5", reader.next("id: "));
    publisher.published(List.of(stand.window(SINCE.plusSeconds(1_800))));
    assertEquals("id: 6", reader.next("id: "));
  }

  @Test
  void aNumberThatWasNeverGivenOutWakesAtOnce() throws Exception {
    stand.window(SINCE);
    publisher = stand.publisher(Stand.open(100));
    Reader reader = follow("Last-Event-ID: 77");
    assertTrue(reader.next("data: ").contains("\"number\":1,"));
    Reader odd = follow("Last-Event-ID: one");
    assertEquals("id: 1", odd.next("id: "));
  }

  @Test
  void whatCouldNotBeKeptIsAnEventWithoutAnId() throws Exception {
    publisher = stand.publisher(Stand.open(100));
    Reader reader = follow();
    assertEquals("id: 0", reader.next("id: "));
    publisher.published(List.of(new Published(0, "siv", stand.window(SINCE).item())));
    assertEquals("", reader.next());
    assertEquals("event: published", reader.next());
  }

  @Test
  void streamsLeaveRoomForDocumentsAndEndWithTheServer() throws Exception {
    publisher = stand.publisher(Stand.open(4));
    List<Reader> three = List.of(follow(), follow(), follow());
    for (Reader reader : three) assertEquals("id: 0", reader.next("id: "));
    Reader fourth = follow();
    assertEquals("HTTP/1.1 503 Service Unavailable", fourth.next());
    assertEquals("Retry-After: 30", fourth.next("Retry-After"));
    publisher.close();
    for (Reader reader : three) assertNull(reader.next("never"));
  }
}
