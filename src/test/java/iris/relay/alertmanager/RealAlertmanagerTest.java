package iris.relay.alertmanager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Kind;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Seen;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.AlertStation;
import iris.relay.real.Await;
import iris.relay.real.Daemon;
import iris.relay.real.Room;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alertmanager of Debian, told by the relay as it is in production. */
class RealAlertmanagerTest {
  @TempDir Path folder;

  private Target target(AlertStation station) {
    return new Target("am", Kind.ALERTMANAGER, Map.of(
        Param.URL, new Value.Link(URI.create("http://127.0.0.1:" + station.alertmanagerPort)),
        Param.TIMEOUT, new Value.Span(Duration.ofSeconds(20)), Param.RESEND, new Value.Span(Duration.ofSeconds(4))),
        Mapping.USUAL);
  }

  private Room room(AlertStation station) throws Exception {
    return new Room(folder, target(station), ground());
  }

  private TestGround ground() {
    return new TestGround(folder, Map.of(), InstantSource.system());
  }

  /** What another courier, which told nothing, reads there. */
  private Level held(AlertStation station) throws Exception {
    try (Alertmanager asking = new Alertmanager(target(station), ground())) {
      return assertInstanceOf(Seen.Holds.class, asking.seen(Samples.SIV).orElseThrow()).level();
    }
  }

  @Test
  void anOutageRingsOnceItsEndOnceAndAServerThatForgotIsToldAgain() throws Exception {
    try (AlertStation station = new AlertStation(folder, Daemon.port()).withAlertmanager(); Room room = room(station)) {
      station.awaitTold("IrisHeartbeat", "firing");
      room.outage();
      station.awaitTold("IrisOutage", "firing");
      // Told again and again meanwhile: more than the four times four seconds after which it would be over.
      Await.until(() -> room.relay().standing().getFirst().queued() == 0, () -> "it waits");
      stands(station, Duration.ofSeconds(17));
      assertEquals(List.of("firing"), station.told("IrisOutage"));
      assertEquals(Level.CRITICAL, held(station));
      room.recovery();
      station.awaitTold("IrisOutage", "firing", "resolved");
      assertEquals(Level.OK, held(station));
      assertEquals(List.of("IrisHeartbeat"), station.standing());

      // Killed, it forgets all; what began meanwhile is there when it is back.
      station.alertmanager().kill();
      room.outage();
      Await.until(() -> room.relay().standing().getFirst().queued() > 0, () -> "nothing waits");
      station.alertmanagerAgain();
      Await.until(() -> station.standing().contains("IrisOutage"), () -> "not told again");
      station.alertmanager().kill();
      station.alertmanagerAgain();
      Await.until(() -> station.standing().contains("IrisOutage"), () -> "what stands was not told again");
      // The end comes while it is dead: what it kept of the alert, if anything, must not stand on.
      station.alertmanager().kill();
      room.recovery();
      Await.until(() -> room.relay().standing().getFirst().queued() > 0, () -> "nothing waits");
      station.alertmanagerAgain();
      Await.until(() -> room.relay().standing().getFirst().queued() == 0, () -> "it waits: " + room.relay().standing());
      Await.until(() -> station.standing().equals(List.of("IrisHeartbeat")), () -> "it stands on: " + station.told("IrisOutage"));
      assertEquals(Level.OK, held(station));
    }
  }

  private static void stands(AlertStation station, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    Await.until(() -> {
      assertTrue(station.standing().contains("IrisOutage"), () -> "it ended by itself");
      return System.nanoTime() > end;
    }, () -> "time stands still");
  }

  @Test
  void theSilenceOfIrisIsRungAndIsTheEndOfNothing() throws Exception {
    // Prometheus scrapes a port on which IRIS is not: what it would see of one that was killed.
    try (AlertStation station = new AlertStation(folder, Daemon.port()).withAlertmanager()) {
      try (Room room = room(station)) {
        room.outage();
        station.awaitTold("IrisOutage", "firing");
        station.withPrometheus();
        station.awaitTold("IrisSilent", "firing");
      }
      // The alerts of IRIS run out; of them all, its heartbeat alone says so.
      station.awaitTold("IrisHeartbeat", "firing", "resolved");
      Await.until(() -> !station.standing().contains("IrisOutage"), () -> "it stands on");
      assertEquals(List.of("firing"), station.told("IrisOutage"));
    }
  }
}
