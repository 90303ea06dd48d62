package iris.relay.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Level;
import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.AlertStation;
import iris.relay.real.Await;
import iris.relay.real.Daemon;
import iris.relay.real.Samples;
import iris.relay.real.TestGround;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus and Alertmanager of Debian, with the files of src/docs/relay. */
class RealPrometheusTest {
  private static final Signal FEED = new Signal(Signal.Kind.FEED, "national", "Flux national");
  private static final InstantSource CLOCK = InstantSource.system();

  private static Prometheus iris(int port) {
    return new Prometheus(new Target("prom", Kind.PROMETHEUS, Map.of(Param.LISTEN, new Value.Text("127.0.0.1:" + port)),
        Mapping.USUAL), new TestGround(Path.of("."), Map.of(), CLOCK));
  }

  private static void hear(Prometheus iris, Message... messages) {
    for (Message m : messages) assertInstanceOf(Delivery.Delivered.class, iris.deliver(m));
  }

  private static ScheduledExecutorService beating(Prometheus iris) {
    ScheduledExecutorService beating = Executors.newSingleThreadScheduledExecutor();
    beating.scheduleAtFixedRate(() -> hear(iris, Samples.heartbeat(CLOCK.instant()),
        Samples.state(FEED, Level.OK, CLOCK.instant())), 0, 300, TimeUnit.MILLISECONDS);
    return beating;
  }

  @Test
  void anOutageRingsOnceItsEndOnceAndTheDeathOfIrisIsNoEnd(@TempDir Path folder) throws Exception {
    int port = Daemon.port();
    try (AlertStation station = new AlertStation(folder, port).withAlertmanager()) {
      Instant began = CLOCK.instant();
      try (Prometheus iris = iris(port); ScheduledExecutorService beating = beating(iris)) {
        hear(iris, Samples.state(Samples.SIV, Level.OK, began), Samples.statistic(Samples.SIV, began));
        station.withPrometheus();
        Await.until(() -> station.query("iris:signal_severity:last{kind=\"service\"}").equals(List.of("0")), () -> "no level");
        assertEquals(List.of("120"), station.query("iris_transactions_total"));
        assertEquals(List.of("0.9"), station.query("iris_transaction_time_seconds{statistic=\"p95\"}"));
        hear(iris, Samples.outage(Samples.SIV, CLOCK.instant()));
        station.awaitTold("IrisOutage", "firing");
        hear(iris, Samples.recovery(Samples.SIV, began, CLOCK.instant()));
        station.awaitTold("IrisOutage", "firing", "resolved");
        hear(iris, Samples.outage(Samples.SIV, CLOCK.instant()));
        station.awaitTold("IrisOutage", "firing", "resolved", "firing");
        assertEquals(List.of(), station.told("IrisSilent"));
        beating.shutdownNow();
      }
      // IRIS is gone, in the middle of an outage.
      station.awaitTold("IrisSilent", "firing");
      assertEquals(List.of(), station.query("iris_signal_severity"));
      // Longer than any of the ranges that the rule of the memory looks back to decide that IRIS is well.
      Instant later = CLOCK.instant().plusSeconds(12);
      Await.until(() -> CLOCK.instant().isAfter(later), () -> "time stands still");
      assertEquals(List.of("2"), station.query("iris:signal_severity:last{kind=\"service\"}"));
      assertTrue(station.standing().contains("IrisOutage"), () -> "it ended");
      assertEquals(List.of("firing", "resolved", "firing"), station.told("IrisOutage"));
      // It comes back, and the outage is over.
      try (Prometheus iris = iris(port); ScheduledExecutorService beating = beating(iris)) {
        hear(iris, Samples.state(Samples.SIV, Level.OK, CLOCK.instant()));
        station.awaitTold("IrisSilent", "firing", "resolved");
        station.awaitTold("IrisOutage", "firing", "resolved", "firing", "resolved");
        beating.shutdownNow();
      }
    }
  }

  /** What begins and what ends while the servers are dead, and what stands while they are. */
  @Test
  void serversThatWereKilledFindWhatBeganAndWhatEndedMeanwhile(@TempDir Path folder) throws Exception {
    int port = Daemon.port();
    try (AlertStation station = new AlertStation(folder, port).hurrying().withAlertmanager();
        Prometheus iris = iris(port); ScheduledExecutorService beating = beating(iris)) {
      hear(iris, Samples.state(Samples.SIV, Level.OK, CLOCK.instant()));
      station.withPrometheus();
      Await.until(() -> station.query("iris:signal_severity:last{kind=\"service\"}").equals(List.of("0")), () -> "no level");

      // Dead while it begins, the one that asks.
      station.prometheus().kill();
      Instant began = CLOCK.instant();
      hear(iris, Samples.outage(Samples.SIV, began));
      station.prometheusAgain();
      Await.until(() -> station.told("IrisOutage").contains("firing"), () -> "it does not ring");

      // Dead while it stands, both; what they knew is no recovery and does not ring a second time.
      station.prometheus().kill();
      station.alertmanager().kill();
      station.alertmanagerAgain();
      station.prometheusAgain();
      Await.until(() -> station.standing().contains("IrisOutage"), () -> "it stands no more");
      assertTrue(station.told("IrisOutage").stream().allMatch("firing"::equals), () -> station.told("IrisOutage").toString());

      // Dead while it ends, the one that rings.
      station.alertmanager().kill();
      hear(iris, Samples.recovery(Samples.SIV, began, CLOCK.instant()));
      Await.until(() -> station.query("iris:signal_severity:last{kind=\"service\"}").equals(List.of("0")), () -> "no end");
      station.alertmanagerAgain();
      Await.until(() -> !station.standing().contains("IrisOutage"), () -> "it stands on");
      beating.shutdownNow();
    }
  }
}
