package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The screen as the program wires it, which ends its toolkit: so in a process of its own. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScreenByHandTest {
  @TempDir Path home;

  @Test
  void theTwoWindowsLeadToEachOtherAndTheLastOneThatIsClosedEndsTheProgram() throws Exception {
    try (Launched hand = Launched.start(home, ScreenByHand.class)) {
      for (String step : List.of("D opens the desk", "W brings the tiles to the front", "D brings the same desk back",
          "a wish opens its page", "both windows change their language", "the tray brings the desk back",
          "the tray brings the tiles to the front", "the desk goes on without the tiles", "the last window was closed"))
        assertEquals(ByHand.SAYS + step, hand.await(ByHand.SAYS));
      assertTrue(hand.process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, hand.process.exitValue());
    }
  }
}
