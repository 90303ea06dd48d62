package iris.relay.syslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.app.relay.MachineGround;
import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
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
import iris.relay.real.Papers;
import iris.relay.real.Room;
import iris.relay.real.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** rsyslog with the configuration that the documentation gives, read back from the files that it writes. */
class RsyslogTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  @TempDir private static Path papersFolder;
  private static Papers papers;

  @TempDir private Path home;
  private final int relp = Daemon.port();
  private final int relpTls = Daemon.port();
  private final int tls = Daemon.port();
  private final int udp = Daemon.udpPort();
  private Daemon server;
  private Courier courier;

  @BeforeAll
  static void makeCertificates() throws Exception {
    Daemon.program("rsyslogd", "rsyslog");
    plugin("imrelp.so", "rsyslog-relp");
    plugin("lmnsd_ossl.so", "rsyslog-openssl");
    papers = Papers.make(papersFolder);
  }

  /** Many machines have rsyslog without them. */
  private static void plugin(String file, String debianPackage) throws IOException {
    List<Path> folders = new ArrayList<>(List.of(Path.of("/usr/lib/rsyslog"), Path.of("/usr/lib64/rsyslog")));
    try (Stream<Path> machines = Files.list(Path.of("/usr/lib"))) {
      machines.map(m -> m.resolve("rsyslog")).forEach(folders::add);
    }
    Assumptions.assumeTrue(folders.stream().anyMatch(f -> Files.exists(f.resolve(file))), () -> "rsyslog has no " + file
        + " on this machine (Debian: " + debianPackage + "): not tested against the real one");
  }

  @BeforeEach
  void start() throws Exception {
    String conf = Files.readString(Path.of("src/docs/relay/rsyslog.conf"))
        .replace("/etc/rsyslog.d/iris/", papersFolder + "/").replace("/var/log/iris/", home + "/")
        .replace("\"2514\"", "\"" + relp + "\"").replace("\"2515\"", "\"" + relpTls + "\"")
        .replace("\"6514\"", "\"" + tls + "\"")
        .replace("\"514\"", "\"" + udp + "\" address=\"127.0.0.1\"");
    Path file = Files.writeString(home.resolve("rsyslog.conf"), conf);
    server = Daemon.start(home.resolve("said.log"), Map.of(), Daemon.program("rsyslogd", "rsyslog").toString(), "-n",
        "-f",
        file.toString(), "-i", home.resolve("pid").toString());
    server.listening(relp).listening(relpTls).listening(tls);
  }

  @AfterEach
  void stop() {
    if (courier != null) courier.close();
    server.close();
  }

  private static Target target(Kind kind, int port, Map<Param, Value> further) {
    Map<Param, Value> params = new EnumMap<>(Param.class);
    params.put(Param.ADDRESS, new Value.Text("localhost:" + port));
    params.put(Param.TIMEOUT, new Value.Span(Duration.ofSeconds(30)));
    params.put(Param.RESEND, new Value.Span(Duration.ofSeconds(2)));
    params.putAll(further);
    return new Target("log", kind, params, Mapping.USUAL);
  }

  /** The machine's own, so that trust and certificates are those of production. */
  private Ground ground() {
    return new MachineGround(home, Map.of("KEY", Papers.PASSWORD), InstantSource.system());
  }

  private Courier courier(Kind kind, int port, Map<Param, Value> further) {
    Target target = target(kind, port, further);
    Ground ground = ground();
    courier = switch (kind) {
      case RELP -> new Relp(target, ground);
      case SYSLOG_TLS -> new SyslogTls(target, ground);
      default -> new SyslogUdp(target, ground);
    };
    return courier;
  }

  private static Map<Param, Value> certificates(Param... flags) {
    Map<Param, Value> params = new EnumMap<>(Map.of(Param.CA, new Value.File(papers.authority()), Param.CERTIFICATE,
        new Value.File(papers.client()), Param.KEY_PASSWORD, new Value.Secret("env:KEY")));
    for (Param flag : flags) params.put(flag, new Value.Flag(true));
    return params;
  }

  private Courier overTls() {
    return courier(Kind.SYSLOG_TLS, tls, certificates());
  }

  private List<String> filed(String file) throws IOException {
    Path log = home.resolve(file);
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  private List<String> events(int wanted) throws InterruptedException, IOException {
    Await.until(() -> filed("events.log").size() >= wanted, () -> "only " + read() + server.said());
    return filed("events.log");
  }

  private String lastState() {
    try {
      return filed("states.log").stream().filter(line -> line.contains(" STATE [iris@32473 signal=\"siv\""))
          .reduce("", (_, last) -> last);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private String read() {
    try {
      return filed("events.log").toString();
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Severity and subject of each line: what an operator sees first. */
  private static List<String> story(List<String> lines) {
    return lines.stream().map(line -> line.split(" ")).map(word -> word[1] + " " + word[4]).toList();
  }

  private static final List<String> OUTAGE_AND_RECOVERY = List.of("crit OUTAGE", "notice RECOVERY");

  private void comesOnceInOrderThroughADeathOfTheServer() throws Exception {
    Bring.all(courier, Samples.outage(Samples.SIV, NOON));
    events(1);
    server.kill();
    assertInstanceOf(Delivery.TryLater.class, courier.deliver(Samples.recovery(Samples.SIV, NOON,
        NOON.plusSeconds(60))));
    server.again();
    Bring.all(courier, Samples.recovery(Samples.SIV, NOON, NOON.plusSeconds(60)),
        Samples.state(Samples.SIV, iris.relay.Level.OK, NOON.plusSeconds(90)));
    Await.until(() -> filed("states.log").size() == 1, () -> "no state");
    assertEquals(OUTAGE_AND_RECOVERY, story(events(2)));
    String outage = filed("events.log").getFirst();
    assertTrue(outage.startsWith("2026-11-23T12:00:00Z crit iris iris OUTAGE [iris@32473 signal=\"siv\" "
        + "sig=\"siv|OUTAGE@6012345#begin\" state=\"critical\" sort=\"begin\" alarm=\"outage\""), outage);
    assertTrue(outage.endsWith("[origin software=\"IRIS\"] SIV : indisponible, origine service externe"), outage);
  }

  @Test
  void relpLosesNothingWhenTheServerIsKilled() throws Exception {
    courier(Kind.RELP, relp, Map.of());
    comesOnceInOrderThroughADeathOfTheServer();
  }

  @Test
  void relpOverTlsLosesNothingEither() throws Exception {
    courier(Kind.RELP, relpTls, certificates(Param.TLS));
    comesOnceInOrderThroughADeathOfTheServer();
  }

  @Test
  void tlsWithCertificatesOfBothSidesSeesThatTheServerDied() throws Exception {
    overTls();
    comesOnceInOrderThroughADeathOfTheServer();
  }

  @Test
  void tlsConnectsAgainAndAgainAndClosesWithoutLoss() throws Exception {
    for (int i = 0; i < 10; i++) {
      overTls();
      Bring.all(courier, Samples.outage(Samples.SIV, NOON.plusSeconds(i)),
          Samples.recovery(Samples.SIV, NOON, NOON.plusSeconds(i)));
      courier.close();
    }
    assertEquals(Stream.generate(() -> OUTAGE_AND_RECOVERY).limit(10).flatMap(List::stream).toList(),
        story(events(20)));
  }

  private void notTalkedTo() throws InterruptedException {
    Delivery said = courier.deliver(Samples.outage(Samples.SIV, NOON));
    assertEquals("relay.web.tls", assertInstanceOf(Delivery.TryLater.class, said).why().key());
  }

  @Test
  void tlsRefusesAServerOfAnotherAuthorityAndOneOfAnotherName() throws Exception {
    courier(Kind.SYSLOG_TLS, tls, Map.of());
    notTalkedTo();
    // And one of ours that has another name.
    server.close();
    papers.server("elsewhere.example.org");
    start();
    try {
      overTls();
      notTalkedTo();
    } finally {
      papers.server("localhost");
    }
  }

  @Test
  void udpBringsOutageAndRecoveryAndOftenTellsThatNobodyListens() throws Exception {
    courier(Kind.SYSLOG_UDP, udp, Map.of());
    Bring.all(courier, Samples.outage(Samples.SIV, NOON), Samples.recovery(Samples.SIV, NOON, NOON.plusSeconds(60)));
    assertEquals(OUTAGE_AND_RECOVERY, story(events(2)));
    server.kill();
    assertInstanceOf(Delivery.TryLater.class, courier.deliver(Samples.outage(Samples.SIV, NOON.plusSeconds(120))));
    server.again();
    Bring.all(courier, Samples.outage(Samples.SIV, NOON.plusSeconds(120)));
    assertEquals("crit OUTAGE", story(events(3)).getLast());
  }

  @Test
  void whatAFeedSaysBreaksNoLineAndNoFrame() throws Exception {
    Message hostile = Hostile.outage(NOON);
    Bring.all(courier(Kind.SYSLOG_UDP, udp, Map.of()), hostile);
    Bring.all(courier(Kind.RELP, relp, Map.of()), hostile, Samples.outage(Samples.SIV, NOON));
    courier.close();
    Bring.all(overTls(), hostile, Samples.outage(Samples.SIV, NOON));
    List<String> lines = events(5);
    assertEquals(5, lines.size());
    for (String line : lines) {
      assertTrue(line.startsWith("2026-11-23T12:00:00Z crit iris iris OUTAGE [iris@32473 signal="), line);
      assertTrue(line.chars().noneMatch(c -> c < ' ' || c == '\u202E' || c == '\uFEFF' || c == '\u2028'), line);
      assertTrue(line.contains("[origin software=\"IRIS\"] "), line);
    }
    assertEquals(3, lines.stream().filter(line -> line.contains("[origin software=\"IRIS\"] " + Hostile.DULL)).count());
  }

  /** What only an acknowledged or a guarded wire can promise; of UDP see the documentation. */
  @ParameterizedTest
  @EnumSource(names = {"RELP", "SYSLOG_TLS"})
  void whatHappensWhileTheServerIsDeadComesFromTheOutbox(Kind kind) throws Exception {
    Target target = kind == Kind.RELP ? target(kind, relp, Map.of()) : target(kind, tls, certificates());
    try (Room room = new Room(home, target, ground())) {
      Death.of(server, room, () -> filed("events.log").stream()
          .map(line -> line.contains(" RECOVERY ") ? "end" : line.contains(" OUTAGE ") ? "begin" : line).toList(),
          () -> server.listening(kind == Kind.RELP ? relp : tls));
      Await.until(() -> lastState().contains("state=\"ok\""), () -> "not well again: " + lastState());
    }
  }

  @Test
  void aStatisticIsFiledApartWithItsFigures() throws Exception {
    Bring.all(courier(Kind.RELP, relp, Map.of()), Samples.statistic(Samples.SIV, NOON));
    Await.until(() -> filed("states.log").size() == 1, () -> "no statistic");
    String line = filed("states.log").getFirst();
    assertTrue(line.contains(" info iris iris STATISTIC ") && line.contains("total=\"120\" failed=\"3\" mean=\"412\" "
        + "p95=\"900\" response=\"700\"]"), line);
    assertEquals(Optional.empty(), courier.seen(Samples.SIV));
  }

  /** No server of syslog misses a line that does not come: what cron is to run does. */
  @Test
  void theSilenceOfIrisIsNoticedByTheAgeOfItsLastHeartbeat() throws Exception {
    Path heard = home.resolve("heartbeat.log");
    assertEquals(2, Silence.of(heard).code(), "it was never heard");
    Bring.all(courier(Kind.RELP, relp, Map.of()), Samples.heartbeat(NOON), Samples.outage(Samples.SIV, NOON));
    Await.until(() -> Files.exists(heard), server::said);
    assertEquals(0, Silence.of(heard).code());
    assertEquals(1, filed("heartbeat.log").size(), "nothing but heartbeats");
    Files.setLastModifiedTime(heard, java.nio.file.attribute.FileTime.from(Instant.now().minusSeconds(600)));
    assertEquals(List.of(2, 2L), Silence.of(heard, "cat").complained("IRIS CRITICAL - silent for "));
  }
}
