package iris.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class SystemdTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void systemdHearsThatItIsUpThatItTurnsAndThatItEnds(boolean named) throws Exception {
    try (UnixDatagrams manager = UnixDatagrams.listen(named)) {
      AtomicBoolean well = new AtomicBoolean(true);
      AtomicReference<String> status = new AtomicReference<>("2 serveurs\nà jour");
      Map<String, String> env = Map.of("NOTIFY_SOCKET", manager.address(), "WATCHDOG_USEC", "300000");
      try (Systemd systemd = new Systemd(env, well::get, status::get)) {
        systemd.ready();
        systemd.ready();
        assertEquals("READY=1|STATUS=2 serveurs à jour|WATCHDOG=1", manager.next());
        assertEquals("WATCHDOG=1", manager.next());
        status.set("1 en retard");
        for (String line = manager.next(); !line.equals("WATCHDOG=1|STATUS=1 en retard"); line = manager.next())
          assertEquals("WATCHDOG=1", line);
        well.set(false);
        // Some that were on their way may still come.
        for (int late = 0; late < 3 && manager.next(700) != null; late++) manager.forget();
        assertNull(manager.next(700), "what does not turn gives no sign of life");
        well.set(true);
        assertEquals("WATCHDOG=1", manager.next());
      }
      String last = manager.next();
      while (last.equals("WATCHDOG=1")) last = manager.next();
      assertEquals("STOPPING=1", last);
    }
  }

  @Test
  void nobodyIsToldWhereNobodyAsks() {
    try (Systemd systemd = new Systemd(Map.of("WATCHDOG_USEC", "1000"), () -> {
      throw new AssertionError("asked");
    }, () -> "x")) {
      systemd.ready();
    }
  }

  @Test
  void theWatchdogOfAnotherProcessIsNotOurs() {
    assertEquals(Optional.of(Duration.ofSeconds(30)), Systemd.patience(Map.of("WATCHDOG_USEC", "30000000"), 7));
    assertEquals(Optional.empty(), Systemd.patience(Map.of("WATCHDOG_USEC", "30000000", "WATCHDOG_PID", "8"), 7));
    assertEquals(Optional.empty(), Systemd.patience(Map.of("WATCHDOG_USEC", "soon"), 7));
  }

  @Test
  void whereNobodyListensItIsAnErrorAndNoCrash(@TempDir Path folder) {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "Unix datagrams are sent on Linux");
    assertThrows(IOException.class, () -> new Datagram().send(folder.resolve("nobody").toString(), "READY=1"));
    assertThrows(IOException.class, () -> new Datagram().send("/" + "x".repeat(200), "READY=1"));
  }
}
