package iris.ui.charts.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.ui.charts.model.Levels.Wish;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Heights and the round values beside them. */
class LevelsTest {
  @Test
  void aLongestThatDwarfsTheUsualMakesTheScaleLogarithmicUnlessTheReaderWishesOtherwise() {
    assertFalse(Levels.of(Wish.FITTING, 2000, 700, 120).logarithmic());
    assertTrue(Levels.of(Wish.FITTING, 30_000, 700, 120).logarithmic());
    assertFalse(Levels.of(Wish.LINEAR, 30_000, 700, 120).logarithmic());
    assertTrue(Levels.of(Wish.LOGARITHMIC, 2000, 700, 120).logarithmic());
  }

  @Test
  void theTopHoldsThePeakAndAGreaterValueIsHigher() {
    Random chance = new Random(1);
    for (int i = 0; i < 500; i++) {
      double peak = Math.exp(chance.nextDouble() * 14 - 1);
      double floor = peak * Math.exp(-chance.nextDouble() * 6);
      Levels levels = Levels.of(chance.nextBoolean() ? Wish.LINEAR : Wish.LOGARITHMIC, peak, peak / 2, floor);
      assertTrue(levels.high() >= peak, levels + " does not hold " + peak);
      assertTrue(peak * 2.6 > levels.high(), levels + " is far too high for " + peak);
      assertTrue(levels.y(peak, 300) <= levels.y(floor, 300));
      List<Double> ticks = levels.ticks(300, 24);
      assertTrue(ticks.size() >= 2 && ticks.size() <= 14, levels + " " + ticks);
      for (int t = 1; t < ticks.size(); t++)
        assertTrue(levels.y(ticks.get(t - 1), 300) - levels.y(ticks.get(t), 300) > 23.9, levels + " " + ticks);
    }
  }

  @Test
  void whereNothingIsKnownThereStillIsAScale() {
    assertEquals(new Levels(0, 1, false), Levels.of(Wish.FITTING, Double.NaN, Double.NaN, Double.NaN));
    assertEquals(new Levels(0, 1, false), Levels.counting(Double.NaN));
    assertEquals(List.of(0.0, 0.5, 1.0), Levels.counting(0).ticks(60, 20));
  }
}
