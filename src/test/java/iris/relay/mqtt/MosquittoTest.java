package iris.relay.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Await;
import iris.relay.real.Bring;
import iris.relay.real.Daemon;
import iris.relay.real.Death;
import iris.relay.real.Hostile;
import iris.relay.real.Papers;
import iris.relay.real.Room;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mosquitto with the configuration that the documentation gives, heard by its own client. */
class MosquittoTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Message OUTAGE = Samples.outage(Samples.SIV, NOON);
  private static final Message RECOVERY = Samples.recovery(Samples.SIV, NOON, NOON.plusSeconds(60));
  private static final Message STATE = Samples.state(Samples.SIV, Level.OK, NOON.plusSeconds(90));
  @TempDir private static Path papersFolder;
  private static Papers papers;

  @TempDir private Path home;
  private final int port = Daemon.port();
  private final int tls = Daemon.port();
  private Daemon server;
  private Daemon watcher;
  private MqttPublisher courier;

  @BeforeAll
  static void makeCertificates() throws Exception {
    Daemon.program("mosquitto", "mosquitto");
    Daemon.program("mosquitto_sub", "mosquitto-clients");
    papers = Papers.make(papersFolder);
  }

  @BeforeEach
  void start() throws Exception {
    String mosquitto = Daemon.program("mosquitto", "mosquitto").toString();
    for (String user : List.of("iris", "watch")) password(user);
    Path acl = Files.copy(Path.of("src/docs/relay/mosquitto.acl"), home.resolve("iris.acl"));
    // As root it would become another user, who may not write here; else that line says nothing.
    String conf = "user root\nlog_type all\n" + Files.readString(Path.of("src/docs/relay/mosquitto.conf"))
        .replace("/etc/mosquitto/iris.acl", acl.toString()).replace("/etc/mosquitto/iris.passwd", home + "/passwd")
        .replace("/etc/mosquitto/certs", papersFolder.toString())
        .replace("/var/lib/mosquitto/", Files.createDirectories(home.resolve("kept")) + "/")
        .replace("listener 1883", "listener " + port).replace("listener 8883", "listener " + tls + " 127.0.0.1");
    server = Daemon.start(home.resolve("said.log"), Map.of(), mosquitto, "-c",
        Files.writeString(home.resolve("mosquitto.conf"), conf).toString());
    server.listening(port).listening(tls);
    courier = courier(Map.of());
  }

  private void password(String user) throws Exception {
    Path file = home.resolve("passwd");
    ProcessBuilder set = new ProcessBuilder(Daemon.program("mosquitto_passwd", "mosquitto").toString(), "-b",
        file.toString(),
        user, "geheim").inheritIO();
    if (Files.notExists(file)) Files.createFile(file);
    assertEquals(0, set.start().waitFor());
  }

  @AfterEach
  void stop() {
    if (courier != null) courier.close();
    if (watcher != null) watcher.close();
    if (server != null) server.close();
  }

  private MqttPublisher courier(Map<Param, Value> other) {
    return new MqttPublisher(target(other), ground());
  }

  private Target target(Map<Param, Value> other) {
    Map<Param, Value> params = new EnumMap<>(Doomed.target(port).params());
    params.put(Param.RESEND, new Value.Span(Duration.ofSeconds(2)));
    params.putAll(other);
    return new Target("mqtt", Kind.MQTT, params, Mapping.USUAL);
  }

  private TestGround ground() {
    return new TestGround(home, Map.of("env:P", "geheim", "env:WRONG", "falsch"), InstantSource.fixed(NOON));
  }

  /** A line for each message: whether it was retained, its topic, what it says. */
  private void watch() throws Exception {
    watcher = Daemon.start(home.resolve("heard.log"), Map.of(), Daemon.program("mosquitto_sub", "mosquitto-clients")
        .toString(), "-h", "127.0.0.1", "-p", Integer.toString(port), "-u", "watch", "-P", "geheim", "-q", "1", "-F",
        "%r %t %p", "-t", "iris/#", "-i", "watcher", "-c");
    watching(1);
  }

  private void watching(int times) throws InterruptedException {
    Await.until(() -> server.said().lines().filter(line -> line.contains("Sending SUBACK to watcher")).count() >= times,
        () -> "nobody watches: " + watcher.said() + server.said());
  }

  private List<String> heard() {
    return new String(watcher.said().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).lines()
        .filter(line -> line.matches("[01] iris/.*")).toList();
  }

  private void hears(String line) throws InterruptedException {
    Await.until(() -> heard().contains(line), () -> line + " is not in " + watcher.said() + server.said());
  }

  /** Events on the topic of SIV, each once though the broker says again what it has kept when somebody comes back. */
  private List<String> story() {
    return heard().stream().filter(line -> line.contains(" iris/service/siv {")).map(line -> {
      JsonNode event = new JsonMapper().readTree(line.substring(line.indexOf('{')));
      return event.get("sort").asString() + " " + event.get("level").asString() + " " + event.get("id").asString();
    }).distinct().map(event -> event.substring(0, event.lastIndexOf(' '))).toList();
  }

  private static Level level(Optional<Seen> seen) {
    return assertInstanceOf(Seen.Holds.class, seen.orElseThrow()).level();
  }

  @Test
  void outageAndRecoveryArriveOnceAndInOrderThroughADeathOfTheBroker() throws Exception {
    watch();
    Bring.all(courier, Samples.heartbeat(NOON), OUTAGE);
    hears("0 iris/status online");
    Await.until(() -> story().size() == 1, () -> "only " + heard());
    assertEquals(Level.CRITICAL, level(courier.seen(Samples.SIV)));
    server.kill();
    assertInstanceOf(Delivery.TryLater.class, courier.deliver(RECOVERY));
    server.again();
    server.listening(port);
    watching(2);
    Bring.all(courier, RECOVERY, STATE);
    Await.until(() -> story().getLast().startsWith("state"), () -> "only " + heard());
    assertEquals(Level.OK, level(courier.seen(Samples.SIV)));
    assertEquals(List.of("begin critical", "end ok", "state ok"), story(), heard().toString());
  }

  @Test
  void whatHappensWhileTheBrokerIsDeadComesFromTheOutbox() throws Exception {
    watch();
    try (Room room = new Room(home, target(Map.of()), ground())) {
      Death.of(server, room, () -> story().stream().filter(event -> !event.startsWith("state"))
          .map(event -> event.substring(0, event.indexOf(' '))).toList(), () -> {
            watching(2);
            return null;
          });
      Await.until(() -> level(courier.seen(Samples.SIV)) == Level.OK, () -> "not well again: " + heard());
    }
  }

  @Test
  void whoStaysConnectedHearsEachEventOnce() throws Exception {
    watch();
    Bring.all(courier, OUTAGE, RECOVERY, STATE, Samples.statistic(Samples.SIV, NOON), Samples.heartbeat(NOON));
    Await.until(() -> heard().stream().anyMatch(line -> line.startsWith("0 iris/heartbeat")), () -> "no " + heard());
    assertEquals(List.of("begin critical", "end ok", "state ok"), story());
    assertEquals(1, heard().stream().filter(line -> line.startsWith("0 iris/service/siv/statistic {")).count());
  }

  @Test
  void whoComesLateFindsTheLastWordAndThatIrisWentInOrder() throws Exception {
    Bring.all(courier, OUTAGE, Samples.heartbeat(NOON));
    courier.close();
    watch();
    hears("1 iris/status offline");
    assertEquals(List.of("begin critical"), story());
  }

  @Test
  void theBrokerTellsByItselfThatIrisWasKilled() throws Exception {
    watch();
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    try (Daemon doomed = Daemon.start(home.resolve("doomed.log"), Map.of(),
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp", classPath,
        Doomed.class.getName(), home.toString(), Integer.toString(port), "geheim")) {
      Await.until(() -> heard().stream().anyMatch(line -> line.startsWith("0 iris/heartbeat")), doomed::said);
      doomed.kill();
      hears("0 iris/status offline");
    }
    assertEquals(List.of("state ok"), story());
  }

  @Test
  void aWrongPasswordIsRefusedAndAPlaceWithoutRightsIsSeenToHoldNothing() throws Exception {
    try (MqttPublisher wrong = courier(Map.of(Param.PASSWORD, new Value.Secret("env:WRONG")))) {
      assertEquals("relay.mqtt.password", assertInstanceOf(Delivery.Refused.class, wrong.deliver(OUTAGE)).why().key());
    }
    // The broker answers that it has it, and drops it: only reading back tells.
    try (MqttPublisher elsewhere = courier(Map.of(Param.TOPIC, new Value.Text("others")))) {
      assertInstanceOf(Delivery.Delivered.class, elsewhere.deliver(OUTAGE));
      Seen seen = elsewhere.seen(Samples.SIV).orElseThrow();
      assertTrue(seen instanceof Seen.Nothing || seen instanceof Seen.Unasked, seen.toString());
    }
  }

  @Test
  void whoOnlyTestsBesideARelayThatRunsSaysNothingOfItsStatus() throws Exception {
    watch();
    Bring.all(courier, Samples.heartbeat(NOON));
    hears("0 iris/status online");
    try (MqttPublisher test = courier(Map.of())) {
      Bring.all(test, OUTAGE, RECOVERY);
    }
    Bring.all(courier, STATE);
    Await.until(() -> story().size() == 3, () -> "only " + heard());
    assertTrue(heard().stream().noneMatch(line -> line.endsWith(" iris/status offline")), heard().toString());
  }

  @Test
  void itIsPublishedOverTlsToo() throws Exception {
    watch();
    try (MqttPublisher over = courier(Map.of(Param.ADDRESS, new Value.Text("localhost:" + tls), Param.TLS,
        new Value.Flag(true), Param.CA, new Value.File(papers.authority())))) {
      Bring.all(over, OUTAGE, Samples.heartbeat(NOON));
      Await.until(() -> story().size() == 1, () -> "nothing: " + heard());
    }
    hears("0 iris/status offline");
  }

  @Test
  void whatAFeedSaysStaysInItsTopicAndOnItsLine() throws Exception {
    watch();
    Signal odd = new Signal(Signal.Kind.FEED, "a/+/#\u0000é", "x");
    Bring.all(courier, Hostile.outage(NOON), Samples.outage(odd, NOON));
    Await.until(() -> heard().stream().anyMatch(line -> line.startsWith("0 iris/feed/a%2F%2B%2F%23%00é {")),
        () -> "no " + heard());
    String hostile = heard().stream().filter(line -> line.contains(" iris/service/hostile ")).findFirst().orElseThrow();
    JsonNode event = new JsonMapper().readTree(hostile.substring(hostile.indexOf('{')));
    assertTrue(event.get("summary").asString().startsWith(Hostile.DULL + " a Bcc: "), hostile);
    assertTrue(hostile.codePoints().noneMatch(c -> c < ' ' || c == 0x202E), hostile);
  }
}
