package iris.relay.nagios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Courier;
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
import iris.relay.real.Room;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The couriers of Nagios against a real Nagios 4. */
class NagiosTest {
  private static final int NEVER_STALE = 3600;
  private static final Signal FEED = new Signal(Signal.Kind.FEED, "siv", "SIV");

  @TempDir
  Path folder;

  private TestGround ground() {
    return new TestGround(folder, Map.of("env:PASSWORD", "iris", "env:GUEST", "guest", "env:WRONG", "wrong"),
        InstantSource.system());
  }

  private Target pipe(RealNagios nagios, Mapping mapping) {
    return new Target("nagios", Kind.NAGIOS_PIPE, Map.of(Param.FILE, new Value.File(nagios.pipe()),
        Param.STATUS_FILE, new Value.File(nagios.status())), mapping);
  }

  private static Target cgi(RealApache apache, String user, String secret) {
    return new Target("cgi", Kind.NAGIOS_CGI, Map.of(Param.URL, new Value.Link(apache.url), Param.USER, new Value.Text(user),
        Param.PASSWORD, new Value.Secret(secret), Param.TIMEOUT, new Value.Span(Duration.ofSeconds(30))), Mapping.USUAL);
  }

  private static void delivered(Courier to, Message... messages) throws InterruptedException {
    Bring.all(to, messages);
  }

  private static void holds(Courier at, Signal signal, Level level, String text) throws InterruptedException {
    Await.until(() -> at.seen(signal).orElseThrow() instanceof Seen.Holds h && h.level() == level && h.text().contains(text),
        () -> "not " + level + " with " + text);
  }

  @Test
  void anOutageAndItsEndArriveOnceInOrderByThePipe() throws Exception {
    Instant now = Instant.now();
    try (RealNagios nagios = RealNagios.start(folder, NEVER_STALE, "");
        Courier courier = new NagiosPipe(pipe(nagios, Mapping.USUAL), ground())) {
      delivered(courier, Samples.outage(Samples.SIV, now), Samples.state(Samples.SIV, Level.CRITICAL, now),
          Samples.state(Samples.SIV, Level.CRITICAL, now.plusSeconds(1)));
      holds(courier, Samples.SIV, Level.CRITICAL, "CRITICAL - SIV : état");
      delivered(courier, Samples.recovery(Samples.SIV, now, now.plusSeconds(2)), Samples.statistic(Samples.SIV, now),
          Samples.heartbeat(now));
      holds(courier, Samples.SIV, Level.OK, "117 sur 120");
      holds(courier, Signal.IRIS, Level.OK, "IRIS au travail");
      assertEquals(List.of("CRITICAL", "OK"), nagios.alerts("siv"));
      assertTrue(nagios.log().contains("SERVICE ALERT: iris;siv;CRITICAL;HARD;1;CRITICAL - SIV : indisponible, origine service externe"),
          nagios.log());
      Await.until(() -> nagios.notified().size() == 2, () -> nagios.notified().toString());
      assertTrue(nagios.notified().get(0).startsWith("PROBLEM siv CRITICAL"), nagios.notified().toString());
      assertTrue(nagios.notified().get(1).startsWith("RECOVERY siv OK"), nagios.notified().toString());
      assertTrue(Files.readString(nagios.status()).contains("performance_data=transactions=120;;;0 failed=3;;;0 availability=97.50%;;;0;100"));
    }
  }

  @Test
  void whatAFeedSaysReachesNoShellAndNoOtherService() throws Exception {
    Path trap = folder.resolve("told/trap");
    String text = "a$(touch " + trap + ")`touch " + trap + "`; touch " + trap + " | touch " + trap + " & touch " + trap
        + "\n[0] PROCESS_SERVICE_CHECK_RESULT;iris;feed siv;0;all is well\r\n\u0000\u001b[2J > " + trap;
    Signal hostile = new Signal(Signal.Kind.SERVICE, "siv", text);
    Mapping named = new Mapping("iris", Optional.of("{key}"), Map.of(), Map.of(), Optional.of("{name}"));
    try (RealNagios nagios = RealNagios.start(folder, NEVER_STALE, "");
        Courier courier = new NagiosPipe(pipe(nagios, named), ground())) {
      delivered(courier, Samples.outage(hostile, Instant.now()));
      Await.until(() -> nagios.notified().size() == 1, () -> nagios.log());
      assertTrue(nagios.notified().getFirst().contains("all is well"), "all of the text, on one line: " + nagios.notified());
      assertFalse(Files.exists(trap), "the feed's text was run");
      assertEquals(List.of(), nagios.alerts("feed siv"));
      assertEquals(0, nagios.count("EXTERNAL COMMAND: PROCESS_SERVICE_CHECK_RESULT;iris;feed siv"));

      // The same text as it came does it: the trap is a trap.
      Files.writeString(nagios.pipe(), "[1] PROCESS_SERVICE_CHECK_RESULT;iris;feed siv;2;a$(touch " + trap + ")\n",
          StandardOpenOption.WRITE);
      Await.until(() -> Files.exists(trap), () -> "the trap does not work: " + nagios.log());
    }
  }

  @Test
  void whatHappensWhileTheServerIsDeadIsToldWhenItIsBack() throws Exception {
    Instant now = Instant.now();
    try (RealNagios nagios = RealNagios.start(folder, NEVER_STALE, "");
        Courier courier = new NagiosPipe(pipe(nagios, Mapping.USUAL), ground())) {
      delivered(courier, Samples.state(Samples.SIV, Level.OK, now));
      holds(courier, Samples.SIV, Level.OK, "état");
      nagios.kill();
      long before = System.nanoTime();
      Delivery.TryLater later = assertInstanceOf(Delivery.TryLater.class, courier.deliver(Samples.outage(Samples.SIV, now)));
      assertEquals("relay.nagios.pipe.no-reader", later.why().key());
      assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 60, "it waited for a reader");

      nagios.again();
      delivered(courier, Samples.outage(Samples.SIV, now), Samples.outage(FEED, now), Samples.recovery(FEED, now, now));
      holds(courier, Samples.SIV, Level.CRITICAL, "indisponible");
      holds(courier, FEED, Level.OK, "retour");
      assertEquals(List.of("CRITICAL"), nagios.alerts("siv"));
      assertEquals(List.of("CRITICAL", "OK"), nagios.alerts("feed siv"));
    }
  }

  /** Through the whole relay: outbox on the disk, order, back-off, read-back. */
  @Test
  void theRelayLosesNothingWhileTheServerIsDead() throws Exception {
    try (RealNagios nagios = RealNagios.start(folder, NEVER_STALE, "");
        Room room = new Room(Files.createDirectories(folder.resolve("relay")), pipe(nagios, Mapping.USUAL), ground())) {
      Await.until(() -> "OK".equals(state(nagios, "siv")) && "OK".equals(state(nagios, "iris-heartbeat")), nagios::log);
      nagios.kill();
      room.outage();
      room.recovery();
      room.outage();
      Await.until(() -> room.relay().standing().getFirst().last().isPresent(), () -> room.relay().standing().toString());
      Await.until(() -> room.relay().standing().getFirst().queued() >= 3, () -> room.relay().standing().toString());

      nagios.again();
      Await.until(() -> room.relay().standing().getFirst().queued() == 0, () -> room.relay().standing() + nagios.log());
      Await.until(() -> "CRITICAL".equals(state(nagios, "siv")), nagios::log);
      assertEquals(List.of("CRITICAL", "OK", "CRITICAL"), nagios.alerts("siv"));
    }
  }

  private static String state(RealNagios nagios, String service) {
    return StatusFile.look(nagios.status(), new iris.relay.passive.PassiveResult.Place("iris", service))
        instanceof Seen.Holds h && !h.text().isEmpty() ? h.level().name() : "";
  }

  @Test
  void theServerAlarmsWhenIrisIsSilentAndTakesItForNoRecovery() throws Exception {
    Instant now = Instant.now();
    try (RealNagios nagios = RealNagios.start(folder, 12, "")) {
      NagiosPipe courier = new NagiosPipe(pipe(nagios, Mapping.USUAL), ground());
      delivered(courier, Samples.heartbeat(now), Samples.outage(Samples.SIV, now));
      holds(courier, Signal.IRIS, Level.OK, "IRIS");
      courier.close();
      Await.until(() -> nagios.alerts("iris-heartbeat").equals(List.of("UNKNOWN")), nagios::log);
      Await.until(() -> nagios.alerts("siv").equals(List.of("CRITICAL", "UNKNOWN")), nagios::log);
      Await.until(() -> nagios.notified().stream().anyMatch(l -> l.startsWith("PROBLEM iris-heartbeat UNKNOWN")),
          () -> nagios.notified().toString());
      assertTrue(nagios.notified().stream().noneMatch(l -> l.startsWith("RECOVERY")), nagios.notified().toString());
      holds(courier, Samples.SIV, Level.UNKNOWN, "IRIS says nothing any more");
    }
  }

  @Test
  void anOutageAndItsEndArriveOnceInOrderByTheWebInterface() throws Exception {
    Instant now = Instant.now();
    try (RealNagios nagios = RealNagios.start(folder, NEVER_STALE, ""); RealApache apache = RealApache.before(nagios);
        Courier courier = new NagiosCgi(cgi(apache, "iris", "env:PASSWORD"), ground());
        Courier guest = new NagiosCgi(cgi(apache, "guest", "env:GUEST"), ground());
        Courier wrong = new NagiosCgi(cgi(apache, "iris", "env:WRONG"), ground())) {
      Message outage = Samples.outage(Samples.SIV, now);
      assertEquals("relay.web.status", refused(wrong, outage));
      assertEquals("relay.nagios.cgi.not-authorized", refused(guest, outage));
      Signal stranger = new Signal(Signal.Kind.SERVICE, "stranger", "Stranger");
      assertEquals("relay.nagios.cgi.not-authorized", refused(courier, Samples.outage(stranger, now)));
      assertInstanceOf(Seen.Nothing.class, courier.seen(stranger).orElseThrow());
      assertEquals(List.of(), nagios.alerts("siv"));

      delivered(courier, outage, Samples.state(Samples.SIV, Level.CRITICAL, now));
      holds(courier, Samples.SIV, Level.CRITICAL, "");
      delivered(courier, Samples.statistic(FEED, now), Samples.recovery(Samples.SIV, now, now));
      holds(courier, Samples.SIV, Level.OK, "");
      assertEquals(List.of("CRITICAL", "OK"), nagios.alerts("siv"));
      assertTrue(nagios.log().contains("OK;HARD;1;OK - SIV : retour à la normale"), nagios.log());
      Await.until(() -> nagios.notified().size() == 2, () -> nagios.notified().toString());

      nagios.kill();
      assertInstanceOf(Delivery.TryLater.class, courier.deliver(outage));
      nagios.again();
      delivered(courier, outage);
      holds(courier, Samples.SIV, Level.CRITICAL, "");
    }
  }

  private static String refused(Courier courier, Message m) throws InterruptedException {
    return assertInstanceOf(Delivery.Refused.class, courier.deliver(m)).why().key();
  }
}
