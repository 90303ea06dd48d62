package iris.relay.snmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Await;
import iris.relay.real.Bring;
import iris.relay.real.Daemon;
import iris.relay.real.Death;
import iris.relay.real.Hostile;
import iris.relay.real.Room;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** snmptrapd with the configuration and the MIB that the documentation gives, read back from its log. */
class SnmptrapdTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Message OUTAGE = Samples.outage(Samples.SIV, NOON);
  private static final Message RECOVERY = Samples.recovery(Samples.SIV, NOON, NOON.plusSeconds(60));
  private static final String ENGINE = "0x80007ed9050102030405060708";

  @TempDir private Path home;
  private final int port = Daemon.udpPort();
  private Daemon server;
  private SnmpNotifier courier;

  @BeforeEach
  void start() throws Exception {
    start("SHA-256", "AES");
  }

  private void start(String authentication, String privacy) throws Exception {
    Path program = Daemon.program("snmptrapd", "snmptrapd");
    Path mibs = Path.of("src/docs/relay").toAbsolutePath();
    Path stubs = Path.of("src/test/resources/relay/mibs").toAbsolutePath();
    String conf = Files.readString(mibs.resolve("snmptrapd.conf")).replace("0x80007ed9050000000000000000", ENGINE)
        .replace("/var/lib/snmp/", home + "/").replace("SHA-256", authentication).replace(" AES ", " " + privacy + " ");
    Path file = Files.writeString(home.resolve("snmptrapd.conf"), conf);
    server = Daemon.start(home.resolve("said.log"),
        Map.of("SNMP_PERSISTENT_DIR", Files.createDirectories(home.resolve("kept")).toString()), program.toString(),
        "-f", "-C", "-c", file.toString(), "-A", "-Lf", home.resolve("traps.log").toString(), "-n", "-M",
        stubs + ":" + mibs, "-m", "IRIS-MIB", "udp:127.0.0.1:" + port);
    ready(1);
  }

  private void ready(int starts) throws InterruptedException {
    Await.until(() -> logged().stream().filter(line -> line.startsWith("NET-SNMP version")).count() == starts,
        () -> "it does not start: " + server.said());
  }

  @AfterEach
  void stop() {
    if (courier != null) courier.close();
    if (server != null) server.close();
  }

  private List<String> logged() throws IOException {
    Path log = home.resolve("traps.log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  /** The notifications, one a line, once there are so many. */
  private List<String> heard(int wanted) throws Exception {
    Await.until(() -> heard().size() >= wanted, () -> "only " + read());
    return heard();
  }

  /** Each once: an inform whose answer is late, on a busy machine, is sent again under the same name. */
  private List<String> heard() throws IOException {
    Set<String> names = new HashSet<>();
    return logged().stream().filter(line -> line.contains("IRIS-MIB::irisSort"))
        .filter(line -> names.add(value(line, "irisSignalId"))).toList();
  }

  private String read() {
    try {
      return logged() + server.said();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Target target(Map<Param, Value> further) {
    Map<Param, Value> params = new EnumMap<>(Param.class);
    params.put(Param.ADDRESS, new Value.Text("127.0.0.1:" + port));
    params.put(Param.TIMEOUT, new Value.Span(Duration.ofMillis(1500)));
    params.put(Param.RESEND, new Value.Span(Duration.ofSeconds(2)));
    params.putAll(further);
    return new Target("NMS 1", Kind.SNMP, params, Mapping.USUAL);
  }

  private TestGround ground() {
    return new TestGround(home, Map.of("env:C", "iris-community", "env:A", "authentication-password", "env:P",
        "privacy-password", "env:WRONG", "wrong-password"), InstantSource.fixed(NOON));
  }

  private SnmpNotifier courier(Map<Param, Value> further) {
    if (courier != null) courier.close();
    courier = new SnmpNotifier(target(further), ground());
    return courier;
  }

  private SnmpNotifier v2c(String notify) {
    return courier(Map.of(Param.COMMUNITY, new Value.Secret("env:C"), Param.NOTIFY, new Value.Text(notify)));
  }

  private SnmpNotifier v3(String notify, String authentication, String privacy, String secret) {
    return courier(Map.of(Param.USER, new Value.Text("iris"), Param.NOTIFY, new Value.Text(notify),
        Param.AUTHENTICATION, new Value.Text(authentication), Param.PRIVACY, new Value.Text(privacy), Param.PASSWORD,
        new Value.Secret(secret), Param.PRIVACY_PASSWORD, new Value.Secret("env:P")));
  }

  private static String value(String line, String object) {
    for (String part : line.split("; "))
      if (part.startsWith("IRIS-MIB::" + object + ".0 = ")) return part.split(" = ", 2)[1].split(": ", 2)[1];
    return "";
  }

  private static List<String> story(List<String> lines) {
    return lines.stream().map(line -> value(line, "irisSort") + " " + value(line, "irisSeverity")).toList();
  }

  private void comesOnceInOrderThroughADeathOfTheServer() throws Exception {
    Bring.all(courier, OUTAGE);
    heard(1);
    server.kill();
    assertInstanceOf(Delivery.TryLater.class, courier.deliver(RECOVERY));
    server.again();
    ready(2);
    Bring.all(courier, RECOVERY, Samples.state(Samples.SIV, iris.relay.Level.OK, NOON.plusSeconds(90)));
    assertEquals(List.of("begin(1) critical(2)", "end(3) ok(0)", "state(5) ok(0)"), story(heard(3)));
  }

  @Test
  void anInformOfVersion2IsAnsweredAndTyped() throws Exception {
    v2c("inform");
    comesOnceInOrderThroughADeathOfTheServer();
    String outage = heard(3).getFirst();
    assertTrue(outage.contains("OID: IRIS-MIB::irisBegin;"), outage);
    assertEquals("SIV : indisponible, origine service externe", value(outage, "irisSummary"));
    assertEquals("2026-11-23,12:0:0.0,+0:0", value(outage, "irisAt"));
    assertEquals("external(3)", value(outage, "irisOrigin"));
    assertEquals("outage(1)", value(outage, "irisAlarm"));
    assertEquals("service/siv", value(outage, "irisSignal"));
    assertEquals("60 seconds", value(heard(3).get(1), "irisLasted"));
  }

  @Test
  void whatHappensWhileTheReceiverIsDeadComesFromTheOutbox() throws Exception {
    try (Room room = new Room(home, target(Map.of(Param.COMMUNITY, new Value.Secret("env:C"))), ground())) {
      Death.of(server, room, () -> heard().stream().map(line -> value(line, "irisSort"))
          .filter(sort -> sort.startsWith("begin") || sort.startsWith("end"))
          .map(sort -> sort.substring(0, sort.indexOf('('))).toList(), () -> {
            ready(2);
            return null;
          });
      Await.until(() -> heard().stream().filter(line -> value(line, "irisSort").equals("state(5)")
          && value(line, "irisSignal").equals("service/siv")).map(line -> value(line, "irisLevel"))
          .reduce("", (_, last) -> last).equals("ok(0)"), () -> "not well again: " + read());
    }
  }

  @Test
  void aWrongCommunityIsAsIfNobodyWereThere() throws Exception {
    courier(Map.of(Param.COMMUNITY, new Value.Secret("env:WRONG")));
    Delivery said = courier.deliver(OUTAGE);
    assertEquals("relay.snmp.silent", assertInstanceOf(Delivery.TryLater.class, said).why().key());
    assertEquals(List.of(), heard());
  }

  @Test
  void anInformOfVersion3IsAnswered() throws Exception {
    v3("inform", "SHA-256", "AES-128", "env:A");
    comesOnceInOrderThroughADeathOfTheServer();
  }

  /**
   * What it says to that cannot be authenticated, and is not believed: the message waits until the password is right.
   */
  @Test
  void aWrongPasswordIsAsIfNobodyWereThereAsWell() throws Exception {
    Delivery said = v3("inform", "SHA-256", "AES-128", "env:WRONG").deliver(OUTAGE);
    assertEquals("relay.snmp.silent", assertInstanceOf(Delivery.TryLater.class, said).why().key());
    assertEquals(List.of(), heard());
  }

  @Test
  void anUnknownUserIsNamedAndTheMessageWaits() throws Exception {
    Delivery said = courier(Map.of(Param.USER, new Value.Text("nobody"), Param.PASSWORD, new Value.Secret("env:A"),
        Param.PRIVACY_PASSWORD, new Value.Secret("env:P"))).deliver(OUTAGE);
    assertEquals(Delivery.later("relay.snmp.unknown-user"), said);
  }

  @ParameterizedTest
  @CsvSource({"SHA, SHA-1, AES, AES-128", "SHA-512, SHA-512, AES-256, AES-256"})
  void otherCiphersAreKnown(String theirs, String ours, String theirPrivacy, String ourPrivacy) throws Exception {
    server.close();
    Files.delete(home.resolve("traps.log"));
    start(theirs, theirPrivacy);
    Bring.all(v3("inform", ours, ourPrivacy, "env:A"), OUTAGE);
    assertEquals(List.of("begin(1) critical(2)"), story(heard(1)));
  }

  @Test
  void trapsOfVersion3AreTakenAfterEachStartSinceBootsRise() throws Exception {
    Path kept = home.resolve("snmp-nms_1.properties");
    Files.writeString(kept, "engine=" + ENGINE + "\nboots=7\n");
    Bring.all(v3("trap", "SHA-256", "AES-128", "env:A"), OUTAGE);
    heard(1);
    Bring.all(v3("trap", "SHA-256", "AES-128", "env:A"), RECOVERY);
    assertEquals(List.of("begin(1) critical(2)", "end(3) ok(0)"), story(heard(2)));
    assertEquals("engine=" + ENGINE + "\nboots=9\n", Files.readString(kept));
    // And that this is needed: who forgot how often it started is not heard, without a word.
    Files.writeString(kept, "engine=" + ENGINE + "\nboots=3\n");
    Bring.all(v3("trap", "SHA-256", "AES-128", "env:A"), Samples.state(Samples.SIV, iris.relay.Level.OK, NOON));
    Files.writeString(kept, "engine=" + ENGINE + "\nboots=9\n");
    Bring.all(v3("trap", "SHA-256", "AES-128", "env:A"), Samples.heartbeat(NOON));
    assertEquals(List.of("begin(1) critical(2)", "end(3) ok(0)", "heartbeat(6) ok(0)"), story(heard(3)));
    Await.until(() -> Files.exists(home.resolve("iris-heartbeat")), () -> "what iris-silent.sh looks at: " + server.said());
  }

  @Test
  void aTestBesideARelayThatRunsDoesNotSilenceIt() throws Exception {
    Files.writeString(home.resolve("snmp-nms_1.properties"), "engine=" + ENGINE + "\nboots=7\n");
    Bring.all(v3("trap", "SHA-256", "AES-128", "env:A"), OUTAGE);
    SnmpNotifier running = courier;
    courier = null;
    try (running) {
      Bring.all(v3("trap", "SHA-256", "AES-128", "env:A"), Samples.heartbeat(NOON));
      Bring.all(running, RECOVERY);
      assertEquals(List.of("begin(1) critical(2)", "heartbeat(6) ok(0)", "end(3) ok(0)"), story(heard(3)));
    }
  }

  @Test
  void aTrapOfVersion2AndAStatisticArrive() throws Exception {
    Bring.all(v2c("trap"), OUTAGE, Samples.statistic(Samples.SIV, NOON));
    String figures = heard(2).getLast();
    assertEquals("120 transactions", value(figures, "irisTotal"));
    assertEquals("3 transactions", value(figures, "irisFailed"));
    assertEquals("900 milliseconds", value(figures, "irisP95"));
  }

  @Test
  void whatAFeedSaysStaysInsideItsVariable() throws Exception {
    Bring.all(v2c("inform"), Hostile.outage(NOON), OUTAGE);
    List<String> lines = heard(2);
    assertEquals(List.of("begin(1) critical(2)", "begin(1) critical(2)"), story(lines));
    assertTrue(value(lines.getFirst(), "irisSummary").startsWith(Hostile.DULL + " a Bcc: all@example.org . RCPT"),
        lines.getFirst());
    assertTrue(lines.getFirst().codePoints().noneMatch(c -> c < ' ' || c == 0x202E || c == 0xFEFF), lines.getFirst());
  }
}
