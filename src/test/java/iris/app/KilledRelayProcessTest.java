package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.nagios.RealNagios;
import iris.relay.post.Outbox;
import iris.relay.real.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code iris relay} as a process that tells a real Nagios, and is killed as by a power cut. */
class KilledRelayProcessTest {
  /** Seconds without a word until Nagios alarms: more than the shortest {@code resend}, of 10. */
  private static final int PATIENCE = 16;
  private static final String SIV = "siv";
  private static final String HEARTBEAT = "iris-heartbeat";

  @TempDir Path folder;
  @TempDir Path home;

  private void config(RealNagios nagios, FeedsOnLoopback feeds) throws IOException {
    // The text is the id, so that the server's log shows what was told how often.
    Files.writeString(home.resolve("iris.yaml"), """
        display: {language: en}
        feeds: {siv: {url: "%s", poll-every: 15s}}
        relay:
          room: {kind: nagios-pipe, file: "%s", status-file: "%s", resend: 10s, text: '{id} {summary}'}
        """.formatted(feeds.address(SIV), nagios.pipe(), nagios.status()));
  }

  private Launched relay() throws IOException, InterruptedException {
    Launched relay = Launched.start(home, List.of(), Map.of(), "relay");
    relay.await("The relay watches 1 feed");
    return relay;
  }

  /** What Nagios was told of the service that has {@code words} in it, each time that it was. */
  private static List<String> told(RealNagios nagios, String words) {
    return nagios.log().lines().filter(line -> line.contains("EXTERNAL COMMAND: ") && line.contains(";" + SIV + ";"))
        .filter(line -> line.contains(words)).toList();
  }

  private static void stands(RealNagios nagios, String service, String state, Supplier<String> more) throws InterruptedException {
    Await.until(() -> {
      List<String> all = nagios.alerts(service);
      return !all.isEmpty() && all.getLast().equals(state);
    }, () -> service + " is not " + state + ": " + nagios.log() + more.get());
  }

  private static boolean recovered(RealNagios nagios, String service) {
    return nagios.notified().stream().anyMatch(line -> line.startsWith("RECOVERY " + service + " "));
  }

  private boolean nothingWaits() throws SQLException {
    try (Outbox outbox = Outbox.open(home.resolve("state/relay"))) {
      return outbox.counted("room").letters() == 0;
    }
  }

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void theServerAlarmsByItselfAndGetsTheRestOnceTheRelayIsBack() throws Exception {
    try (RealNagios nagios = RealNagios.start(folder, PATIENCE, ""); FeedsOnLoopback feeds = new FeedsOnLoopback(3)) {
      config(nagios, feeds);
      Launched.Ran trial = Launched.run(home, "relay", "test", "room");
      assertEquals(0, trial.code(), () -> trial.out() + trial.err() + nagios.log());
      assertTrue(trial.out().strip().endsWith("room is told well."), trial::out);
      assertEquals(List.of("CRITICAL", "OK"), nagios.alerts("iris-test"), "and that is what it held");

      feeds.outage(SIV);
      try (Launched first = relay()) {
        stands(nagios, SIV, "CRITICAL", first.lines::toString);
        Await.until(this::nothingWaits, first.lines::toString);
        first.process.destroyForcibly().waitFor();
      }
      stands(nagios, HEARTBEAT, "UNKNOWN", () -> "");
      stands(nagios, SIV, "UNKNOWN", () -> "");
      assertFalse(nagios.alerts(SIV).contains("OK"), "silence is no recovery: " + nagios.alerts(SIV));
      assertFalse(recovered(nagios, SIV), () -> nagios.notified().toString());

      try (Launched second = relay()) {
        stands(nagios, SIV, "CRITICAL", second.lines::toString);
        second.process.destroyForcibly().waitFor();
      }
      assertEquals(1, told(nagios, "#begin").size(), () -> "once, though the relay was started anew: " + nagios.log());
      assertFalse(recovered(nagios, SIV), () -> nagios.notified().toString());

      // It ends while nobody watches.
      feeds.over(SIV);
      try (Launched third = relay()) {
        stands(nagios, SIV, "OK", third.lines::toString);
        Await.until(() -> recovered(nagios, SIV), () -> nagios.notified().toString());
        Await.until(this::nothingWaits, third.lines::toString);
      }
      assertEquals(1, told(nagios, "#begin").size(), nagios::log);
      assertEquals(1, told(nagios, "#end").size(), nagios::log);
    }
  }
}
