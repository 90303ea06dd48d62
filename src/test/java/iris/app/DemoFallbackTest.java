package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code iris demo fallback} as a newcomer starts it: an outage, the advice, the switch, the way back. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DemoFallbackTest {
  @TempDir Path home;

  @Test
  void itAdvisesIsSwitchedIsActiveOnBothWindowsAndComesBack() throws Exception {
    try (Launched demo = Launched.start(home, DemoByHand.class, "demo", "fallback", "--speed", "2")) {
      for (String step : List.of("the page of the fallback stands", "recommended", "active on both windows",
          "back in production"))
        assertEquals(ByHand.SAYS + step, demo.await(ByHand.SAYS));
      assertTrue(demo.process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, demo.process.exitValue());
    }
  }
}
