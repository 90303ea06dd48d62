package iris.relay.zabbix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Signal;
import iris.relay.Value;
import iris.relay.real.Await;
import iris.relay.real.Bring;
import iris.relay.real.Hostile;
import iris.relay.real.Room;
import iris.relay.real.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The courier against one real Zabbix 6; history, events and problems are read back by its API. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ZabbixTest {
  private static final Signal SIV = service("siv");
  private static final Signal ODD = new Signal(Signal.Kind.SERVICE, "a,b]\"c\\", "Odd {$IRIS.SILENT}");
  private static final Signal FEED = new Signal(Signal.Kind.FEED, "siv", "SIV");
  private static final List<Signal> ALL = Stream.concat(
      Stream.of(Signal.IRIS, SIV, FEED, ODD, Hostile.outage(Instant.EPOCH).signal()),
      Stream.of("same", "thrice", "late", "figures", "killed", "grades").map(ZabbixTest::service)).toList();

  @TempDir private static Path home;
  private static ZabbixServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new ZabbixServer(home);
    server.host("iris", "1h", false);
    server.host("room", "1h", false);
    server.host("silent", "30s", false);
    server.host("secure", "1h", true);
    try (Zabbix silent = server.courier("silent"); Zabbix iris = server.courier("iris")) {
      introduce(iris, ALL);
      introduce(silent, List.of(SIV));
      Instant now = now();
      Bring.all(silent, Samples.heartbeat(now), Samples.outage(SIV, now));
      for (Signal each : ALL) Bring.all(iris, Samples.state(each, Level.OK, now));
      // A server that was killed now would have lost what it took, and who told it is gone as well.
      server.had("silent", "siv: outage", "4");
      Await.until(() -> !server.history("iris", "iris.level[grades]").isEmpty(), () -> "no first values");
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  private static Signal service(String key) {
    return new Signal(Signal.Kind.SERVICE, key, key);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** As the relay does; a server that has just started takes a moment to know its hosts. */
  private static void introduce(Zabbix courier, List<Signal> all) throws InterruptedException {
    Await.until(() -> courier.introduce(all) instanceof Delivery.Delivered, () -> "no discovery");
  }

  @Test
  void anOutageAndItsRecoveryArriveOnceAndInOrder() throws Exception {
    Instant began = now().minusSeconds(1);
    try (Zabbix courier = server.courier("iris")) {
      Bring.all(courier, Samples.outage(SIV, began));
      Await.until(() -> server.problems("iris").contains("siv: outage (siv : indisponible, origine service externe)"),
          () -> "no problem");
      Bring.all(courier, Samples.state(SIV, Level.CRITICAL, now()), Samples.recovery(SIV, began, now()));
      server.had("iris", "siv: outage", "4", "ok");
      assertTrue(server.problems("iris").stream().noneMatch(p -> p.startsWith("siv: outage")), "it stands");
    }
  }

  @Test
  void anOutageAndItsRecoveryInTheSameMillisecondOpenAndCloseAProblem() throws Exception {
    Signal same = service("same");
    Instant at = now();
    try (Zabbix courier = server.courier("iris")) {
      Bring.all(courier, Samples.outage(same, at), Samples.recovery(same, at, at));
      server.had("iris", "same: outage", "4", "ok");
    }
  }

  @Test
  void theSameMessageIsOneValueHoweverOftenItIsSent() throws Exception {
    Signal thrice = service("thrice");
    Message outage = Samples.outage(thrice, now());
    try (Zabbix courier = server.courier("iris")) {
      Bring.all(courier, outage, outage, outage, Samples.recovery(thrice, outage.at(), now()));
      server.had("iris", "thrice: outage", "4", "ok");
      List<String> rows = server.history("iris", "iris.level[thrice]");
      assertEquals(List.of("0", "2", "0"), rows.stream().map(row -> row.split("=")[1]).toList());
    }
  }

  @Test
  void anOutageThatBeganBeforeTheLastWordIsTheLastWord() throws Exception {
    Signal late = service("late");
    try (Zabbix courier = server.courier("iris")) {
      Bring.all(courier, Samples.state(late, Level.OK, now()));
    }
    // As after a restart: another courier, which knows by its file how far the first was.
    try (Zabbix courier = server.courier("iris")) {
      Bring.all(courier, Samples.outage(late, now().minusSeconds(400)));
      server.had("iris", "late: outage", "4");
      assertTrue(server.history("iris", "iris.level[late]").getLast().endsWith("=2"));
      Bring.all(courier, Samples.recovery(late, now().minusSeconds(400), now().minusSeconds(300)));
      server.had("iris", "late: outage", "4", "ok");
    }
  }

  @Test
  void figuresAreValuesOfTheirWindow() throws Exception {
    Signal figures = service("figures");
    Message statistic = Samples.statistic(figures, now().minusSeconds(120));
    try (Zabbix courier = server.courier("iris")) {
      Bring.all(courier, statistic, statistic);
      for (var want : Map.of("total", "120", "availability", "97.5", "p95", "0.9").entrySet()) {
        String key = "iris." + want.getKey() + "[figures]";
        Await.until(() -> server.history("iris", key).size() == 1, () -> "not one value of " + key);
        assertTrue(server.history("iris", key).getFirst().endsWith("=" + want.getValue()), key);
      }
    }
  }

  @Test
  void degradedIsAWarningAndNotKnownEndsNoOutage() throws Exception {
    Signal grades = service("grades");
    Instant at = now();
    try (Zabbix courier = server.courier("iris")) {
      Bring.all(courier, Samples.state(grades, Level.WARNING, at), Samples.outage(grades, at.plusMillis(1)),
          Samples.state(grades, Level.UNKNOWN, at.plusMillis(2)));
      server.had("iris", "grades: degraded", "2", "ok");
      server.had("iris", "grades: not known", "3");
      server.had("iris", "grades: outage", "4");
      Bring.all(courier, Samples.recovery(grades, at, at.plusMillis(3)));
      server.had("iris", "grades: not known", "3", "ok");
      server.had("iris", "grades: outage", "4", "ok");
    }
  }

  @Test
  void aHostileFeedNeitherBreaksAKeyNorReadsAMacro() throws Exception {
    Message hostile = Hostile.outage(now());
    try (Zabbix courier = server.courier("iris")) {
      Bring.all(courier, hostile, Samples.outage(ODD, now()));
      server.had("iris", Names.name(hostile.signal().name()) + ": outage", "4");
      server.had("iris", "Odd ($IRIS.SILENT): outage", "4");
      assertTrue(server.problems("iris").stream().anyMatch(p -> p.startsWith("Odd ($IRIS.SILENT): outage")),
          () -> "a macro was read");
      String text = server.history("iris", "iris.text[hostile]").getLast();
      assertTrue(text.contains("=" + Hostile.DULL) && text.contains("$(id)"), text);
      assertTrue(text.codePoints().noneMatch(Character::isISOControl), text);
    }
  }

  @Test
  void aTestOutageIsSeenAndTakesNoOtherSignalAway() throws Exception {
    Signal test = service(Signal.TEST);
    Instant at = now();
    try (Zabbix courier = server.courier("iris")) {
      assertEquals(Delivery.done(), courier.introduce(List.of(test)));
      Bring.all(courier, Samples.outage(test, at), Samples.recovery(test, at, now()));
      server.had("iris", "IRIS: a test outage", "4", "ok");
    }
  }

  @Test
  void whatZabbixDoesNotKnowIsNamed() throws Exception {
    try (Zabbix courier = server.courier("nowhere")) {
      assertEquals(Delivery.refused("relay.zabbix.discovery", "nowhere", "iris.signals"), courier.introduce(ALL));
      assertEquals(Delivery.refused("relay.zabbix.discovery", "nowhere", "iris.signals"),
          courier.deliver(Samples.outage(SIV, now())));
      assertEquals(Delivery.refused("relay.zabbix.unknown", "nowhere", "iris.heartbeat"),
          courier.deliver(Samples.heartbeat(now())));
    }
  }

  @Test
  void whatWasDiscoveredJustNowIsWaitedFor() throws Exception {
    Signal fresh = service("fresh");
    try (Zabbix courier = server.courier("silent")) {
      assertInstanceOf(Delivery.Delivered.class, courier.introduce(List.of(SIV, fresh)));
      Message outage = Samples.outage(fresh, now());
      // Not known yet, which is no refusal; where the machine is busy it may be known by now.
      Delivery first = courier.deliver(outage);
      assertFalse(first instanceof Delivery.Refused, first.toString());
      Bring.all(courier, outage);
      server.had("silent", "fresh: outage", "4");
    }
  }

  @Test
  void aHostThatWantsACertificateTakesNothingWithoutOne() throws Exception {
    Map<Param, Value> certificate = Map.of(Param.CERTIFICATE, new Value.File(server.papers().client()),
        Param.KEY_PASSWORD, new Value.Secret("env:K"), Param.CA, new Value.File(server.papers().authority()));
    try (Zabbix plain = server.courier("secure");
        Zabbix secure = new Zabbix(server.target("secure", certificate), server.ground())) {
      assertInstanceOf(Delivery.Refused.class, plain.deliver(Samples.heartbeat(now())));
      Bring.all(secure, Samples.heartbeat(now()));
      Await.until(() -> !server.history("secure", "iris.heartbeat").isEmpty(), () -> "no heartbeat by TLS");
    }
  }

  /** The master item is fed by us here, as a trapper; nothing else of the shipped file is another. */
  @Test
  void whatIrisCheckSaysBecomesTheStateOfAServiceByTheTemplateThatAsks() throws Exception {
    String shipped = Files.readString(Path.of("src/docs/relay/zabbix-check-template.yaml"));
    String asked = shipped.replace("type: ZABBIX_PASSIVE", "type: TRAP").replace("delay: 5m", "delay: '0'");
    server.host("checked", server.template("IRIS check", asked));
    became("{\"feed\":{\"status\":\"ok\"},\"services\":[{\"id\":\"x\",\"state\":\"up\"},{\"id\":\"siv\",\"state\":\"down\"}]}",
        "{$IRIS.KEY} is down", "4");
    became("{\"feed\":{\"status\":\"ok\"},\"services\":[{\"id\":\"siv\",\"state\":\"degraded\"}]}", "{$IRIS.KEY} is down", "4", "ok");
    server.had("checked", "{$IRIS.KEY} is degraded", "2");
    // Without the service in it, as an empty or unreadable feed is.
    became("{\"feed\":{\"status\":\"empty\"},\"services\":[]}", "nothing is known of {$IRIS.KEY}", "3");
    server.had("checked", "{$IRIS.KEY} is degraded", "2", "ok");
  }

  /** Asked again and again, as by its five minutes. */
  private static void became(String said, String trigger, String... events) throws InterruptedException {
    Await.until(() -> {
      server.says("checked", "iris.feed[{$IRIS.FEED}]", said);
      return server.events("checked", trigger).equals(List.of(events));
    }, () -> trigger + ": " + server.heard("checked", "iris.feed[{$IRIS.FEED}]", "iris.state", "iris.feed.status"));
  }

  @Test
  @Order(1)
  void whatHappensWhileZabbixIsDeadArrivesWhenItIsBackAndWhatItTookAndLostAsWell() throws Exception {
    Signal killed = service("killed");
    try (Zabbix courier = server.courier("iris")) {
      Instant began = now();
      Bring.all(courier, Samples.outage(killed, began));
      server.had("iris", "killed: outage", "4");
      Bring.all(courier, Samples.recovery(killed, began, now()), Samples.outage(killed, now()));
      server.kill();
      Message over = Samples.recovery(killed, began, now());
      assertInstanceOf(Delivery.TryLater.class, courier.deliver(over));
      server.again();
      Bring.all(courier, over, Samples.outage(killed, now()));
      server.had("iris", "killed: outage", "4", "ok", "4", "ok", "4");
    }
  }

  @Test
  @Order(2)
  void theRelayLosesNothingWhileZabbixIsDead() throws Exception {
    Path folder = Files.createDirectories(home.resolve("relay"));
    try (Room room = new Room(folder, server.target("room", Map.of()), server.ground())) {
      Await.until(() -> !server.history("room", "iris.level[siv]").isEmpty(), () -> "nothing came in good times");
      server.kill();
      room.outage();
      room.recovery();
      room.outage();
      Await.until(() -> room.relay().standing().getFirst().queued() >= 3, () -> room.relay().standing().toString());
      server.again();
      server.had("room", "SIV: outage", "4", "ok", "4");
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void whenIrisIsKilledZabbixAlarmsByItselfAndTheOutageStands() throws Exception {
    Await.until(Duration.ofSeconds(100), () -> server.problems("silent").contains("IRIS is silent"),
        () -> "its silence was not heard");
    assertTrue(server.problems("silent").stream().anyMatch(p -> p.startsWith("siv: outage")), "as if it had recovered");
    server.had("silent", "siv: outage", "4");
  }
}
