package iris.agent.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Reason;
import iris.words.Lang;
import iris.words.Words;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over real connections: each fault as a customer, a check and a log see it. */
@Timeout(300)
class SivTest {
  private static final Words FR = Words.of(Lang.FR, ZoneOffset.UTC);
  /** Quick, so that the tests are; with a patience that a busy machine does not wear out. */
  private static final Nature QUICK =
      new Nature(100, Latency.of(4), Latency.of(8), 0, 0, Duration.ofSeconds(20));

  private final House house = House.open();
  private final LinkedBlockingQueue<Reason> told = new LinkedBlockingQueue<>();
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  @TempDir Path folder;
  private Siv siv;

  @AfterEach
  void end() {
    client.shutdownNow();
    if (siv != null) siv.close();
    house.close();
  }

  private void start(Plan plan) throws IOException {
    siv = new Siv(plan.logging(log(), LogLine.Form.JSON), house, Instant::now, FR, told::add);
  }

  private Path log() {
    return folder.resolve("access.log");
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> vehicle(String plate) throws IOException, InterruptedException {
    return get(siv.front().resolve("vehicles/" + plate));
  }

  private int health(URI door) throws IOException, InterruptedException {
    return get(door.resolve("health")).statusCode();
  }

  private JsonNode lastLine() throws IOException {
    return JsonMapper.shared().readTree(Files.readAllLines(log()).getLast());
  }

  private void inject(Fault fault) {
    assertEquals(Optional.empty(), siv.inject(fault, Optional.empty(), 1));
  }

  private static String known() {
    return java.util.stream.Stream.of("AA-123-AA", "AB-234-CD", "EF-345-GH").map(p -> Plate.of(p).orElseThrow())
        .filter(p -> Vehicle.of(p).isPresent()).findFirst().orElseThrow().text();
  }

  @Test
  void aPlateBringsAnInventedVehicleAndALineInTheLog() throws Exception {
    start(Plan.quiet(QUICK));
    HttpResponse<String> answer = vehicle(known());
    assertEquals(200, answer.statusCode());
    assertEquals(known(), JsonMapper.shared().readTree(answer.body()).path("plate").asString());
    JsonNode line = lastLine();
    assertEquals(200, line.path("status").asInt());
    assertEquals(200, line.path("upstream_status").asInt());
    assertTrue(line.path("request_time").asDouble() >= line.path("upstream_response_time").asDouble());
    assertNotNull(Instant.parse(line.path("time").asString()));
    assertEquals(200, health(siv.front()));
    assertEquals(200, health(siv.external()));
    assertEquals(1, Files.readAllLines(log()).size(), "checks are no transactions");
  }

  @Test
  void whatIsNoPlateIsSaidInASentenceAndAsksNobody() throws Exception {
    start(Plan.quiet(QUICK));
    HttpResponse<String> answer = vehicle("12-ABC-3");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("Écrivez-la AA-123-AA"), answer::body);
    assertTrue(lastLine().path("upstream_status").isMissingNode());
    assertEquals(404, get(siv.front().resolve("x")).statusCode());
  }

  @Test
  void whenTheExternalPartyIsDownTheProviderSaysSoAndIsWellItself() throws Exception {
    start(Plan.quiet(QUICK));
    assertEquals(200, health(siv.external()));
    inject(Fault.EXTERNAL_DOWN);
    assertEquals(502, vehicle(known()).statusCode());
    assertEquals(502, lastLine().path("upstream_status").asInt());
    assertEquals(200, health(siv.front()));
    assertThrows(ConnectException.class, () -> health(siv.external()));
    siv.end(List.of(Fault.EXTERNAL_DOWN));
    assertEquals(200, vehicle(known()).statusCode());
    assertEquals(200, health(siv.external()), "behind the same port");
  }

  @Test
  void whenTheProviderIsDownNobodyOpensAndTheExternalPartyIsWell() throws Exception {
    start(Plan.quiet(QUICK));
    assertEquals(200, health(siv.front()));
    inject(Fault.PROVIDER_DOWN);
    assertThrows(ConnectException.class, () -> vehicle(known()));
    assertEquals(200, health(siv.external()));
    siv.end(List.of(Fault.PROVIDER_DOWN));
    assertEquals(200, vehicle(known()).statusCode());
  }

  @Test
  void errorsAreTheProvidersOwn() throws Exception {
    start(Plan.quiet(QUICK));
    inject(Fault.ERRORS);
    assertEquals(500, vehicle(known()).statusCode());
    assertEquals(500, health(siv.front()));
    assertTrue(lastLine().path("upstream_status").isMissingNode());
  }

  @Test
  void resetsBreakTheConnectionOff() throws Exception {
    start(Plan.quiet(QUICK));
    inject(Fault.RESETS);
    IOException broken = assertThrows(IOException.class, () -> vehicle(known()));
    assertTrue(!(broken instanceof HttpTimeoutException) && !(broken instanceof ConnectException), broken::toString);
    assertEquals(500, lastLine().path("status").asInt());
  }

  @Test
  void timeoutsLastAsLongAsTheProvidersPatience() throws Exception {
    start(Plan.quiet(new Nature(100, Latency.of(4), Latency.of(8), 0, 0, Duration.ofMillis(700))));
    inject(Fault.TIMEOUTS);
    assertEquals(503, vehicle(known()).statusCode());
    assertTrue(lastLine().path("request_time").asDouble() >= 0.69, lastLine()::toString);
  }

  @Test
  void slownessOfThePartiesIsTheirsInTheLog() throws Exception {
    start(Plan.quiet(new Nature(1, Latency.of(100), Latency.of(20), 0, 0, Duration.ofSeconds(60))));
    inject(Fault.SLOW);
    vehicle(known());
    JsonNode own = lastLine();
    assertTrue(own.path("request_time").asDouble() > 3 * own.path("upstream_response_time").asDouble() / 2, own::toString);
    siv.end(List.of(Fault.SLOW));
    inject(Fault.EXTERNAL_SLOW);
    vehicle(known());
    assertTrue(lastLine().path("upstream_response_time").asDouble() > 0.08, lastLine()::toString);
  }

  @Test
  void anExternalPartyPastAllPatienceIs504() throws Exception {
    start(Plan.quiet(new Nature(1, Latency.of(1), Latency.of(400), 0, 0, Duration.ofMillis(300))));
    inject(Fault.EXTERNAL_SLOW);
    assertEquals(504, vehicle(known()).statusCode());
    assertEquals(504, lastLine().path("upstream_status").asInt());
  }

  @Test
  void anExpiredCertificateIsRefusedByWhoeverLooksAtIt() throws Exception {
    Path root = folder.resolve("root.pem");
    start(Plan.quiet(QUICK).secured(root));
    assertEquals(200, trusting(root, "vehicles/" + known()));
    inject(Fault.CERTIFICATE_EXPIRED);
    SSLHandshakeException why = assertThrows(SSLHandshakeException.class, () -> trusting(root, "health"));
    assertTrue(why.getMessage().contains("expired") || why.getMessage().contains("validity"), why::getMessage);
    siv.end(List.of(Fault.CERTIFICATE_EXPIRED));
    assertEquals(200, trusting(root, "health"));
  }

  /** A new client each time: kept connections do not look at certificates. */
  private int trusting(Path root, String path) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (var in = Files.newInputStream(root)) {
      store.setCertificateEntry("root", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    try (HttpClient one = HttpClient.newBuilder().sslContext(context).build()) {
      return one.send(HttpRequest.newBuilder(siv.front().resolve(path)).build(), BodyHandlers.ofString()).statusCode();
    }
  }

  @Test
  void withoutTlsNoCertificateExpiresAndADoorHasNoShare() throws Exception {
    start(Plan.quiet(QUICK));
    assertEquals("agent.siv.no-tls", siv.inject(Fault.CERTIFICATE_EXPIRED, Optional.empty(), 1).orElseThrow().key());
    assertEquals("agent.siv.no-share", siv.inject(Fault.EXTERNAL_DOWN, Optional.empty(), 0.3).orElseThrow().key());
    assertEquals("agent.siv.bad-share", siv.inject(Fault.ERRORS, Optional.empty(), Double.NaN).orElseThrow().key());
    assertEquals(List.of(), siv.faults());
  }

  @Test
  void theAdminsDoorOrdersListsAndEndsFaults() throws Exception {
    start(Plan.quiet(QUICK));
    HttpResponse<String> ordered = post("{\"fault\": \"errors\", \"share\": 0.5, \"seconds\": 600}", "application/json");
    assertEquals(200, ordered.statusCode(), ordered::body);
    JsonNode listed = JsonMapper.shared().readTree(get(siv.admin().orElseThrow().resolve("faults")).body());
    assertEquals("errors", listed.path(0).path("fault").asString());
    assertEquals(0.5, listed.path(0).path("share").asDouble());
    assertEquals("[]", client.send(HttpRequest.newBuilder(siv.admin().orElseThrow().resolve("faults/errors")).DELETE()
        .build(), BodyHandlers.ofString()).body());
  }

  @Test
  void ordersThatAreWrongChangeNothing() throws Exception {
    start(Plan.quiet(QUICK));
    for (String wrong : List.of("", "{", "[]", "{\"fault\": \"fire\"}", "{\"fault\": 3}", "{\"fault\": \"errors\", \"x\": 1}",
        "{\"fault\": \"errors\", \"seconds\": -1}", "{\"fault\": \"errors\", \"seconds\": \"2m\"}",
        "{\"fault\": \"errors\", \"share\": 2}", "{\"fault\": \"errors\", \"share\": \"x\"}",
        "{\"fault\": \"errors\", \"seconds\": 1e300}"))
      assertEquals(400, post(wrong, "application/json").statusCode(), wrong);
    assertEquals(415, post("{\"fault\": \"errors\"}", "text/plain").statusCode(), "what a web page could send");
    assertEquals(List.of(), siv.faults());
  }

  private HttpResponse<String> post(String body, String type) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(siv.admin().orElseThrow().resolve("faults")).header("Content-Type", type)
        .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  @Test
  void aScriptsFaultComesAndGoesByItself() throws Exception {
    start(Plan.quiet(QUICK).scripted(10, List.of(
        new Plan.Step(Duration.ofSeconds(2), Fault.EXTERNAL_DOWN, Optional.of(Duration.ofSeconds(40)), 1))));
    assertEquals("agent.siv.began", take().key());
    assertEquals(502, vehicle(known()).statusCode());
    assertEquals("agent.siv.ended", take().key());
    assertEquals(200, vehicle(known()).statusCode());
  }

  private Reason take() throws InterruptedException {
    return assertInstanceOf(Reason.class, told.poll(60, TimeUnit.SECONDS));
  }

  @Test
  void clientsComeByThemselvesAndLeaveTheirLines() throws Exception {
    start(Plan.quiet(QUICK).busy());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (Files.notExists(log()) || Files.readAllLines(log()).size() < 5) {
      assertTrue(System.nanoTime() < end, "no five lines within 60 s");
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void aCombinedLineIsAsNginxWritesItWithTheTimesBehind() {
    LogLine line = new LogLine(Instant.parse("2026-11-22T14:12:31Z"), "/vehicles/a\" b", 502, 12,
        Duration.ofMillis(1512), Optional.of(new LogLine.External(502, Duration.ofMillis(1400))));
    assertEquals("127.0.0.1 - - [22/Nov/2026:15:12:31 +0100] \"GET /vehicles/a??b HTTP/1.1\" 502 12 \"-\""
        + " \"iris-simulate\" 1.512 1.400", line.in(LogLine.Form.COMBINED));
  }
}
