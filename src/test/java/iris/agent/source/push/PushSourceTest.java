package iris.agent.source.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.agent.AgentConfig;
import iris.agent.Beat;
import iris.agent.Evidence;
import iris.agent.SourceSpec;
import iris.agent.Tally;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Service;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The door from outside, over real sockets. */
class PushSourceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
  private static final Service SIV = new Service("siv", "SIV", List.of(
      new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national")));

  private final LinkedBlockingQueue<Evidence> heard = new LinkedBlockingQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private PushSource source;

  private void open(int port) {
    AgentConfig.Served served = new AgentConfig.Served(SIV,
        new AgentConfig.Thresholds(0.5, 0.99, Optional.of(Duration.ofSeconds(2))), AgentConfig.Suspicion.USUAL, List.of());
    source = new PushSource(new SourceSpec.Push("events", "darva", port, Optional.of("ants")), served,
        Duration.ofMinutes(5), InstantSource.fixed(NOON));
    source.start(heard::add);
  }

  private void opened() {
    open(0);
    await(Evidence.Condition.class, Evidence.Condition::well);
  }

  @AfterEach
  void close() {
    source.close();
    client.close();
  }

  private <E extends Evidence> E await(Class<E> kind, Predicate<E> wanted) {
    try {
      for (;;) {
        Evidence next = heard.poll(60, TimeUnit.SECONDS);
        if (next == null) throw new AssertionError("nothing more was heard");
        if (kind.isInstance(next) && wanted.test(kind.cast(next))) return kind.cast(next);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String post(String path, String body, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + source.port() + path))
        .POST(HttpRequest.BodyPublishers.ofString(body)).timeout(Duration.ofSeconds(60));
    if (headers.length > 0) request.headers(headers);
    HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return (answer.statusCode() + " " + answer.body()).strip();
  }

  @Test
  void takesOneObjectAnArrayAndLinesOfJson() throws Exception {
    opened();
    String good = "{\"status\":\"ok\",\"whole\":512,\"external\":350}";
    assertEquals("202 {\"taken\":1}", post("/events", good));
    assertEquals("202 {\"taken\":2}", post("/events", "[" + good + ",{\"status\":503,\"origin\":\"ants\"}]"));
    assertEquals("202 {\"taken\":3}", post("/events", good + "\n" + good + "\n{\"status\":false,\"whole\":2500.4}\n"));
    source.close();
    Tally all = new Tally(NOON);
    long slow = 0;
    for (Evidence e : heard) {
      for (Tally t : ((Evidence.Counted) e).tallies()) all.add(t);
      for (Beat b : ((Evidence.Counted) e).beats()) slow += b.slow();
    }
    assertEquals(6, all.total());
    assertEquals(Map.of(Origin.EXTERNAL, 1L, Origin.PROVIDER, 1L), all.failures());
    assertEquals(4, all.responses().get("ants").getTotalCount());
    assertEquals(1, slow);
  }

  @Test
  void takesLineProtocolOverHttpAndUdp() throws Exception {
    opened();
    String line = "siv,party=ants status=ok,whole=512i,external=350.5 1795345199000000000\n";
    assertEquals("202 {\"taken\":2}", post("/events", "# a comment\n" + line + line));
    assertEquals("204", post("/write?precision=ns", "siv status=\"failed\",origin=external\n"));
    byte[] datagram = (line + "other status=1\n").getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket out = new DatagramSocket()) {
      out.send(new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), source.port()));
    }
    long total = 0;
    long unreadable = 0;
    while (total < 4 || unreadable < 1) {
      Evidence.Counted counted = await(Evidence.Counted.class, c -> true);
      for (Beat beat : counted.beats()) total += beat.total();
      unreadable += counted.unreadable();
      assertTrue(counted.mark().isEmpty());
    }
    assertEquals(4, total);
  }

  @Test
  void aNumberThatIsNoneIsRefusedAndShutsNoDoor() throws Exception {
    opened();
    for (String none : List.of("-e5", "-.e5", "-", ".", "1e"))
      assertTrue(post("/events", "siv status=ok,whole=" + none).startsWith("400 "), none);
    assertEquals("202 {\"taken\":3}", post("/events", "siv status=ok,whole=5.e2\nsiv status=ok,whole=.5\n"
        + "siv status=ok,whole=1.5E+1\n"));
    try (DatagramSocket out = new DatagramSocket()) {
      for (String line : List.of("siv status=ok,whole=-e5", "siv status=failed")) {
        byte[] datagram = line.getBytes(StandardCharsets.UTF_8);
        out.send(new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), source.port()));
      }
    }
    await(Evidence.Counted.class, c -> c.tallies().stream().anyMatch(t -> t.failed() == 1));
  }

  @Test
  void saysLineAndFieldOfWhatIsWrongAndTakesNothingOfTheBatch() throws Exception {
    opened();
    String line = "siv status=ok\n";
    assertRefused("is missing", 2, "status", line + "siv whole=5\n");
    assertRefused("a number of milliseconds, 0 or more, not -5.0", 1, "whole", "siv status=ok,whole=-5");
    assertRefused("this door is for the service siv, not sip", 2, null, line + "sip status=ok");
    assertRefused("measurement[,tags] fields [time], parted by one blank each", 1, null, "siv");
    assertRefused("the service siv has no party dgfip, it has [darva, ants]", 1, "party", "siv,party=dgfip status=ok");
    assertRefused("a whole number since 1970, not noon", 1, "time", "siv status=ok noon");
    assertRefused("in the future: 2026-11-22T11:02:00Z, it is 2026-11-22T11:00:00Z", 1, "time", "siv status=ok 1795345320");
    assertRefused("neither ISO 8601 nor a number since 1970: noon", 2, "time",
        "{\"status\":200}\n{\"status\":200,\"time\":\"noon\"}");
    assertRefused("is missing", 3, "status", "[{\"status\":200},{\"status\":200},{}]");
    assertRefused("an event is an object, not NUMBER", 1, null, "[1]");
    assertTrue(post("/events", "{\"status\":").startsWith("400 {\"error\":\"no JSON: "));
    assertRefused("no event", 1, null, "");
    assertTrue(post("/events", "{\"status\":2000}").contains("\"field\":\"status\""));
    source.close();
    assertTrue(heard.stream().allMatch(e -> e instanceof Evidence.Counted c && c.tallies().isEmpty()), heard.toString());
    assertEquals(13, heard.stream().mapToLong(e -> ((Evidence.Counted) e).unreadable()).sum());
  }

  private void assertRefused(String why, int line, String field, String body) throws Exception {
    assertEquals("400 {\"error\":\"" + why + "\",\"line\":" + line
        + (field == null ? "" : ",\"field\":\"" + field + "\"") + ",\"taken\":0}", post("/events", body));
  }

  @Test
  void refusesWhatIsTooMuchOrNotForIt() throws Exception {
    opened();
    assertEquals("413 {\"error\":\"at most 1048576 bytes at once\"}", post("/events", "x".repeat(HttpDoor.LARGEST + 1)));
    assertEquals("404 {\"error\":\"events are sent to /events\"}", post("/", "siv status=ok"));
    assertEquals("403 {\"error\":\"not from a page in a browser\"}",
        post("/events", "siv status=ok", "Origin", "https://example.org"));
    HttpRequest get = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + source.port() + "/events")).build();
    assertEquals(405, client.send(get, HttpResponse.BodyHandlers.discarding()).statusCode());
    String many = "siv status=ok\n".repeat(60_000);
    assertEquals("202 {\"taken\":60000}", post("/events", many));
    assertEquals("429 {\"error\":\"more than 100000 events a second\"}", post("/events", many));
  }

  @Test
  void aTakenPortIsToldAndTriedAgain() throws Exception {
    try (ServerSocket holder = new ServerSocket()) {
      holder.bind(new InetSocketAddress("127.0.0.1", 0));
      open(holder.getLocalPort());
      assertEquals("agent.push.taken", await(Evidence.Condition.class, c -> !c.well()).why().key());
    }
    assertEquals("agent.push.open", await(Evidence.Condition.class, Evidence.Condition::well).why().key());
    assertEquals("202 {\"taken\":1}", post("/events", "{\"status\":200}"));
  }
}
