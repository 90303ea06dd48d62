package iris.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a document is damaged on its way. */
class PlotTest {
  private static final Instant START = Instant.parse("2026-10-05T08:00:00Z");

  private static Spoiler.Damage at(Scene scene, int speed, double seconds) {
    return Plot.damage(scene, new Tempo(START, speed, Duration.ZERO), START.plusMillis((long) (seconds * 1000)));
  }

  /** At 120 times its speed all of it was over in a second, which no console saw. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "60, 2", "120, 2"})
  void aGarbledDocumentLastsLongEnoughToBeAskedFor(int speed, int played) {
    assertEquals(Spoiler.Damage.NONE, at(Scene.GARBLED, speed, 24.0 / played));
    assertEquals(Spoiler.Damage.LOGIN_PAGE, at(Scene.GARBLED, speed, 26.0 / played));
    assertEquals(Spoiler.Damage.LOGIN_PAGE, at(Scene.GARBLED, speed, 84.0 / played));
    assertEquals(Spoiler.Damage.CUT, at(Scene.GARBLED, speed, 86.0 / played));
    assertEquals(Spoiler.Damage.NONE, at(Scene.GARBLED, speed, 146.0 / played));
  }

  @Test
  void aFrozenDocumentStaysFrozen() {
    assertEquals(Spoiler.Damage.NONE, at(Scene.SILENT, 30, 0.5));
    assertEquals(Spoiler.Damage.FROZEN, at(Scene.SILENT, 30, 2));
    assertEquals(Spoiler.Damage.FROZEN, at(Scene.SILENT, 30, 3600));
  }
}
