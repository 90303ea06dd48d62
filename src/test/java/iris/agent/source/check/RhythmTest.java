package iris.agent.source.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RhythmTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aCheckStaysOnItsGridHoweverLateItWoke() {
    Rhythm rhythm = new Rhythm(3 * SECOND, 5 * SECOND);
    assertEquals(3 * SECOND, rhythm.after(0));
    assertEquals(8 * SECOND, rhythm.after(3 * SECOND + 17));
    assertEquals(23 * SECOND, rhythm.after(19 * SECOND), "what was missed is over");
  }

  @Test
  void aFirstFailureIsLookedAtAgainAfterHalfAnIntervalAndNeverLaterThanUsual() {
    Rhythm rhythm = new Rhythm(3 * SECOND, 10 * SECOND);
    assertEquals(8 * SECOND, rhythm.soon(3 * SECOND, 4 * SECOND));
    assertEquals(9 * SECOND, rhythm.soon(3 * SECOND, 9 * SECOND), "it took longer than that: at once");
    assertEquals(13 * SECOND, rhythm.soon(12 * SECOND, 12 * SECOND + 17), "the grid is sooner");
  }

  @Test
  void aThousandChecksAreSpreadOverTheInterval() {
    int[] inSecond = new int[10];
    for (int i = 0; i < 1000; i++)
      inSecond[(int) (Rhythm.of("siv/front-" + i, Duration.ofSeconds(10)).first() / SECOND)]++;
    for (int n : inSecond) assertTrue(n > 60 && n < 150, n + " checks of 1,000 start in one second of ten");
  }

  @Test
  void aRareCheckSpeaksWithinHalfAMinuteOfTheStart() {
    for (int i = 0; i < 100; i++)
      assertTrue(Rhythm.of("check " + i, Duration.ofHours(1)).first() < 30 * SECOND);
  }
}
