package iris.relay.icinga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The courier against a real Icinga 2; what it holds and whom it told is read back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IcingaTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private static Path home;
  private static IcingaServer server;

  @BeforeAll
  static void start() throws Exception {
    String[] keys = {"siv", "same", "late", "figures", "skewed", "ahead", "two", "hostile", "blind", "silent"};
    server = new IcingaServer(home, Stream.concat(Stream.of(keys), Stream.of("feed gouv",
        "room service siv", "room feed national", "room iris iris")).toArray(String[]::new));
    try (Icinga courier = server.courier(MINUTE)) {
      for (String key : keys) Bring.all(courier, Samples.state(service(key), Level.OK, now()));
    }
    server.mark();
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  private static Signal service(String key) {
    return new Signal(Signal.Kind.SERVICE, key, key.toUpperCase(java.util.Locale.ROOT));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static void holds(Icinga courier, Signal signal, Level level) throws InterruptedException {
    assertEquals(level, level(courier, signal));
  }

  private static Level level(Icinga courier, Signal signal) throws InterruptedException {
    return assertInstanceOf(Seen.Holds.class, courier.seen(signal).orElseThrow()).level();
  }

  @Test
  void anOutageAndItsRecoveryArriveOnceAndInOrder() throws Exception {
    Signal siv = service("siv");
    Instant began = now().minusSeconds(60);
    try (Icinga courier = server.courier(MINUTE)) {
      Message outage = Samples.outage(siv, began);
      Message recovery = Samples.recovery(siv, began, now());
      Bring.all(courier, outage, outage);
      holds(courier, siv, Level.CRITICAL);
      Bring.all(courier, Samples.state(siv, Level.CRITICAL, now()), recovery, recovery);
      assertEquals(new Seen.Holds(Level.OK, recovery.summary()), courier.seen(siv).orElseThrow());
      server.wentThrough("siv", Level.CRITICAL, Level.OK);
    }
  }

  @Test
  void anOutageAndItsRecoveryInTheSameMillisecondAreTwoResults() throws Exception {
    Signal same = service("same");
    Instant at = now();
    try (Icinga courier = server.courier(MINUTE)) {
      Bring.all(courier, Samples.outage(same, at), Samples.recovery(same, at, at));
      holds(courier, same, Level.OK);
      server.wentThrough("same", Level.CRITICAL, Level.OK);
    }
  }

  @Test
  void anOutageThatBeganBeforeTheLastResultIsNotDropped() throws Exception {
    Signal late = service("late");
    try (Icinga courier = server.courier(MINUTE)) {
      Bring.all(courier, Samples.state(late, Level.OK, now()));
    }
    // As after a restart: another courier that knows nothing of the first.
    try (Icinga courier = server.courier(MINUTE)) {
      Bring.all(courier, Samples.outage(late, now().minusSeconds(400)));
      holds(courier, late, Level.CRITICAL);
    }
    server.wentThrough("late", Level.CRITICAL);
  }

  @Test
  void figuresBecomePerformanceData() throws Exception {
    Signal figures = service("figures");
    try (Icinga courier = server.courier(MINUTE)) {
      Bring.all(courier, Samples.statistic(figures, now()));
      assertTrue(server.raw("figures").contains("\"transaction_p95=900ms;;;0\""), server.raw("figures"));
      assertTrue(server.raw("figures").contains("\"availability=97.500%;;;0;100\""), server.raw("figures"));
    }
  }

  @Test
  void whatIcingaItselfFoundLaterByItsClockDoesNotHideTheNews() throws Exception {
    Signal skewed = service("skewed");
    try (Icinga courier = server.courier(MINUTE)) {
      Bring.all(courier, Samples.state(skewed, Level.OK, now()));
      server.checkItself("skewed");
      holds(courier, skewed, Level.UNKNOWN);
      // The first is dropped behind a 200 and found by reading back.
      Bring.all(courier, Samples.outage(skewed, now().minusSeconds(30)));
      holds(courier, skewed, Level.CRITICAL);
    }
  }

  @Test
  void aRelayWhoseClockIsWrongHidesNothingOfTheOther() throws Exception {
    Signal ahead = service("ahead");
    try (Icinga here = server.courier(MINUTE, "iris@here"); Icinga wrong = server.courier(MINUTE, "iris@wrong")) {
      Bring.all(wrong, Samples.outage(ahead, now().plusSeconds(3600)));
      holds(wrong, ahead, Level.CRITICAL);
      Bring.all(here, Samples.recovery(ahead, now().minusSeconds(5), now()));
      holds(here, ahead, Level.OK);
      Bring.all(here, Samples.outage(ahead, now()));
      holds(here, ahead, Level.CRITICAL);
    }
  }

  @Test
  void whatAnotherRelayToldLaterStays() throws Exception {
    Signal two = service("two");
    try (Icinga here = server.courier(MINUTE, "iris@here"); Icinga there = server.courier(MINUTE, "iris@there")) {
      Instant began = now().minusSeconds(20);
      Bring.all(here, Samples.outage(two, began));
      assertInstanceOf(Delivery.Superseded.class, there.deliver(Samples.outage(two, began)));
      Bring.all(there, Samples.recovery(two, began, now()));
      Message old = Samples.state(two, Level.CRITICAL, now().minusSeconds(1));
      assertInstanceOf(Delivery.Superseded.class, here.deliver(old));
      holds(here, two, Level.OK);
      server.wentThrough("two", Level.CRITICAL, Level.OK);
    }
  }

  @Test
  void hostileTextIsShownAndNothingElse() throws Exception {
    try (Icinga courier = server.courier(MINUTE)) {
      Message hostile = Hostile.outage(now());
      Bring.all(courier, hostile);
      String text = assertInstanceOf(Seen.Holds.class, courier.seen(hostile.signal()).orElseThrow()).text();
      assertTrue(text.startsWith(Hostile.DULL) && text.contains("$(id)"), text);
      assertFalse(text.contains("<") || text.contains(">"), "no markup for a page: " + text);
      assertTrue(text.codePoints().noneMatch(Character::isISOControl) && text.length() <= 1000, text);
    }
  }

  @Test
  void aServiceThatIsNotDefinedIsNamedAndSoIsAWrongPassword() throws Exception {
    try (Icinga courier = server.courier(MINUTE)) {
      Delivery refused = courier.deliver(Samples.outage(service("no!where"), now()));
      assertEquals(Delivery.refused("relay.icinga.unknown", "iris", "no.where"), refused);
      assertInstanceOf(Seen.Nothing.class, courier.seen(service("nowhere")).orElseThrow());
    }
    try (Icinga courier = new Icinga(server.target(MINUTE, IcingaServer.user("iris", "env:WRONG")), server.ground())) {
      assertEquals(Delivery.refused("relay.icinga.password"), courier.deliver(Samples.heartbeat(now())));
      assertInstanceOf(Seen.Unasked.class, courier.seen(Signal.IRIS).orElseThrow());
    }
  }

  @Test
  void aUserWhoMayNotReadBackIsBelieved() throws Exception {
    try (Icinga courier = new Icinga(server.target(MINUTE, IcingaServer.user("blind", "env:BLIND")), server.ground());
        Icinga seeing = server.courier(MINUTE)) {
      Bring.all(courier, Samples.outage(service("blind"), now()));
      holds(seeing, service("blind"), Level.CRITICAL);
    }
  }

  @Test
  void aCertificateDoesInsteadOfAPasswordAndAFeedIsAServiceToo() throws Exception {
    Signal feed = new Signal(Signal.Kind.FEED, "gouv", "Gouv");
    Map<Param, Value> certificate = Map.of(Param.CERTIFICATE, new Value.File(server.papers().client()),
        Param.KEY_PASSWORD, new Value.Secret("env:K"));
    try (Icinga courier = new Icinga(server.target(MINUTE, certificate), server.ground())) {
      Bring.all(courier, Samples.state(feed, Level.WARNING, now()));
      holds(courier, feed, Level.WARNING);
    }
  }

  @Test
  void whenIrisIsKilledEachServiceBecomesUnknownAndWhatHappenedMeanwhileArrivesAfterwards() throws Exception {
    Signal silent = service("silent");
    Instant began = now();
    try (Icinga courier = server.courier(MINUTE)) {
      Bring.all(courier, Samples.heartbeat(began), Samples.outage(silent, began));
      holds(courier, Signal.IRIS, Level.OK);
    }
    // The last that is heard of it is believed for four seconds.
    try (Icinga courier = server.courier(Duration.ofSeconds(1))) {
      Bring.all(courier, Samples.heartbeat(now()), Samples.state(silent, Level.CRITICAL, now()));
    }
    try (Icinga courier = server.courier(MINUTE)) {
      for (Signal each : new Signal[] {silent, Signal.IRIS})
        Await.until(() -> level(courier, each) == Level.UNKNOWN,
            () -> each + " is still believed");
      server.wentThrough("silent", Level.CRITICAL, Level.UNKNOWN);
      // It ended before Icinga lost its patience, and is told after that.
      Bring.all(courier, Samples.recovery(silent, began, began.plusMillis(300)), Samples.heartbeat(now()));
      holds(courier, silent, Level.OK);
      holds(courier, Signal.IRIS, Level.OK);
      server.wentThrough("silent", Level.CRITICAL, Level.UNKNOWN, Level.OK);
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void theRelayLosesNothingWhileIcingaIsDead() throws Exception {
    Signal siv = new Signal(Signal.Kind.SERVICE, "siv", "SIV");
    Target target = server.target(MINUTE, IcingaServer.user("iris", "env:P"), Optional.of("room {kind} {key}"));
    try (Icinga eyes = new Icinga(target, server.ground());
        Room room = new Room(Files.createDirectories(home.resolve("relay")), target, server.ground())) {
      Await.until(() -> level(eyes, siv) == Level.OK, () -> "not told in good times: " + room.relay().standing());
      server.mark();
      server.kill();
      room.outage();
      room.recovery();
      room.outage();
      Await.until(() -> room.relay().standing().getFirst().queued() >= 3, () -> room.relay().standing().toString());
      server.again();
      Await.until(() -> room.relay().standing().getFirst().queued() == 0, () -> server.history());
      Await.until(() -> level(eyes, siv) == Level.CRITICAL, () -> "not the second outage: " + server.history());
      // Killed, it has forgotten all: it may call the service unknown first, and a statistic that waited comes first.
      List<String> all = List.of("CRITICAL", "OK", "CRITICAL");
      Await.until(() -> server.alerts("room service siv").stream().filter(s -> !s.equals("UNKNOWN"))
          .dropWhile("OK"::equals).toList().equals(all), () -> "not " + all + " but " + server.history());
      assertEquals(0, room.relay().standing().getFirst().dead());
    }
  }
}
