package iris.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.probe.ProbeResult.Answered;
import iris.probe.ProbeResult.Unanswered;
import iris.testing.Reply;
import iris.testing.ScriptedServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a page is asked for, and what of its answer is taken. */
class PageTest {
  private static final Duration AMPLE = Duration.ofSeconds(10);
  private final ScriptedServer server = ScriptedServer.http();
  private final Probe probe = new Probe(InstantSource.system());

  @AfterEach
  void close() {
    server.close();
  }

  private ProbeResult ask(Request request) throws InterruptedException {
    return probe.check(new Target.Page(server.uri("/a?b=c"), request), AMPLE);
  }

  private Content content(Reply reply) throws InterruptedException {
    try (ScriptedServer one = ScriptedServer.http().then(reply)) {
      return assertInstanceOf(Answered.class, probe.check(new Target.Page(one.uri("/")), AMPLE)).content().orElseThrow();
    }
  }

  @Test
  void methodHeadersAndBodyAreSentAsTold() throws InterruptedException {
    server.then(Reply.ok("done"));
    ask(new Request("POST", Map.of("Content-Type", "application/json", "host", "siv.example"),
        Optional.of("{\"plate\":\"é\"}")));
    iris.testing.Request asked = server.request();
    assertEquals("POST", asked.method());
    assertEquals("/a?b=c", asked.target());
    assertEquals(Optional.of("application/json"), asked.header("Content-Type"));
    assertEquals(Optional.of("siv.example"), asked.header("Host"));
    assertEquals("{\"plate\":\"é\"}", asked.body());
  }

  @Test
  void anAnswerToHeadHasNoBodyThoughItAnnouncesOne() throws InterruptedException {
    server.then(Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"));
    Answered answered =
        assertInstanceOf(Answered.class, ask(new Request("HEAD", Map.of(), Optional.empty())));
    assertEquals("", answered.content().orElseThrow().text());
  }

  @Test
  void chunksAreJoined() throws InterruptedException {
    Content content = content(Reply.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "4;x=y\r\nwell\r\n5\r\n done\r\n0\r\nTrailer: t\r\n\r\n"));
    assertEquals("well done", content.text());
    assertTrue(content.whole());
  }

  @Test
  void chunksThatEndTooEarlyAreACutAnswer() throws InterruptedException {
    server.then(Reply.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nwell\r\n9\r\nhal"));
    assertEquals("probe.cut", assertInstanceOf(Unanswered.class, ask(Request.GET)).why().key());
  }

  @Test
  void interimAnswersArePassedOver() throws InterruptedException {
    assertEquals("ok", content(Reply.raw("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
        + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")).text());
  }

  @Test
  void anAnswerWithoutALengthEndsWithItsConnection() throws InterruptedException {
    assertEquals("to the end", content(Reply.raw("HTTP/1.0 200 OK\n\nto the end")).text());
  }

  @Test
  void whatWasPackedUnaskedIsUnpackedAndCharsetsAreHonoured() throws InterruptedException {
    assertEquals("unpacked", content(Reply.gzip("unpacked")).text());
    assertEquals("é", content(Reply.raw(
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=\"iso-8859-1\"\r\nContent-Length: 1\r\n\r\n\u00e9")).text());
  }

  @Test
  void anEndlessPageAndABombAreCutAtTheCap() throws InterruptedException {
    byte[] large = new byte[Content.MOST + 1];
    Content cut = content(Reply.ok(large));
    assertFalse(cut.whole());
    assertEquals(Content.MOST, cut.bytes().length);
    Content bomb = content(Reply.ok(Reply.gzipped(new byte[50 << 20]), "Content-Encoding: gzip"));
    assertFalse(bomb.whole());
    assertEquals(Content.MOST, bomb.bytes().length);
  }

  @Test
  void aNameIsLookedUpAndItsAddressesAreKept() throws InterruptedException {
    Answered found = assertInstanceOf(Answered.class, probe.check(new Target.Name("localhost"), AMPLE));
    assertTrue(found.addresses().stream().allMatch(java.net.InetAddress::isLoopbackAddress));
    assertTrue(found.steps().connect().isEmpty());
    assertFalse(probe.check(new Target.Name("nobody.invalid"), AMPLE).well());
  }

  @Test
  void whatWouldBreakTheRequestIsRefused() {
    assertThrows(BadTarget.class, () -> new Request("GET /", Map.of(), Optional.empty()));
    assertThrows(BadTarget.class, () -> new Request("GET", Map.of("A", "b\r\nC: d"), Optional.empty()));
    assertThrows(BadTarget.class, () -> new Request("GET", Map.of("Content-Length", "3"), Optional.empty()));
  }
}
