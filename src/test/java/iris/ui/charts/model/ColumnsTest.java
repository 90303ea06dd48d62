package iris.ui.charts.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What falls on which pixel column. */
class ColumnsTest {
  private static final long WINDOW = 300_000;
  private static final Tally UP = new Tally(300, 300, 0, 0, 0);

  static Stretch window(long from, long to, double mean) {
    Times times = Double.isNaN(mean) ? Times.NONE : new Times(1, mean, -1, new Times.Quantiles.None());
    return new Stretch(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), 1, UP, Tally.NONE, 1, 0, Map.of(), times, Map.of());
  }

  private static Columns means(TimeScale x, List<Strand> strands) {
    return Columns.of(x, strands, s -> s.transaction().of(Figure.MEAN));
  }

  @Test
  void noPeakIsHiddenHoweverMuchTimeAPixelHoldsAndNoneIsInvented() {
    Random chance = new Random(5);
    for (int round = 0; round < 300; round++) {
      List<Stretch> windows = new ArrayList<>();
      for (int i = 0; i < 400; i++)
        if (chance.nextInt(10) > 0) windows.add(window(i * WINDOW, (i + 1) * WINDOW, Math.exp(10 * chance.nextDouble())));
      int cut = chance.nextInt(windows.size());
      List<Strand> strands = List.of(Strand.of(windows.subList(0, cut)), Strand.of(windows.subList(cut, windows.size())));
      long from = (long) (chance.nextDouble() * 300 * WINDOW) - 20 * WINDOW;
      TimeScale x = new TimeScale(from, from + 1 + (long) (chance.nextDouble() * 300 * WINDOW), 1 + chance.nextInt(900));
      Columns columns = means(x, strands);
      for (Stretch s : windows) {
        long start = s.from().toEpochMilli();
        if (start < x.from() || start >= x.to()) continue;
        int c = (int) Math.floor(x.x(start));
        double mean = s.transaction().mean().orElseThrow();
        assertTrue(columns.least(c) <= mean && mean <= columns.most(c), "lost " + mean + " in column " + c);
      }
      double greatest = windows.stream().filter(s -> s.to().toEpochMilli() > x.from() && s.from().toEpochMilli() < x.to())
          .mapToDouble(s -> s.transaction().mean().orElseThrow()).max().orElse(Double.NaN);
      assertEquals(greatest, columns.peak());
    }
  }

  @Test
  void aLineNeverCrossesAGapAndAGapIsAsWideAsItWas() {
    List<Stretch> windows = IntStream.range(0, 100).filter(i -> i < 40 || i >= 60)
        .mapToObj(i -> window(i * WINDOW, (i + 1) * WINDOW, 100)).toList();
    Columns columns = means(new TimeScale(0, 100 * WINDOW, 1000), List.of(Strand.of(windows)));
    IntStream.range(400, 600).forEach(c -> assertTrue(columns.gap(c), "column " + c));
    assertFalse(columns.gap(399));
    assertFalse(columns.gap(600));
    assertFalse(columns.joined(600), "joined across the gap");
    assertTrue(columns.joined(601));
  }

  @Test
  void aWindowMissingWithinOneColumnTearsIt() {
    List<Stretch> windows = IntStream.range(0, 100).filter(i -> i != 55).mapToObj(i -> window(i * WINDOW, (i + 1) * WINDOW, i)).toList();
    Columns columns = means(new TimeScale(0, 100 * WINDOW, 10), List.of(Strand.of(windows)));
    IntStream.range(0, 10).forEach(c -> assertEquals(c == 5, columns.torn(c), "column " + c));
  }

  @Test
  void aWindowThatSaysNoTimeInterruptsTheLine() {
    List<Stretch> windows = IntStream.range(0, 10)
        .mapToObj(i -> window(i * WINDOW, (i + 1) * WINDOW, i == 4 ? Double.NaN : 7)).toList();
    Columns columns = means(new TimeScale(0, 10 * WINDOW, 100), List.of(Strand.of(windows)));
    assertTrue(columns.gap(45));
    assertFalse(columns.joined(50));
  }

  @Test
  void aLineGoesOnFromOneTileToTheNext() {
    List<Stretch> windows = IntStream.range(0, 10).mapToObj(i -> window(i * WINDOW, (i + 1) * WINDOW, i)).toList();
    TimeScale x = new TimeScale(0, 10 * WINDOW, 100);
    Columns columns = means(x, List.of(Strand.of(windows.subList(0, 5)), Strand.of(windows.subList(5, 10))));
    IntStream.range(1, 100).forEach(c -> assertTrue(columns.joined(c), "column " + c));
  }

  @Test
  void whatBeganBeforeTheViewIsSeenFromItsLeftEdgeOn() {
    Columns columns = means(new TimeScale(WINDOW / 2, 3 * WINDOW, 50), List.of(Strand.of(List.of(window(0, WINDOW, 3)))));
    assertEquals(3, columns.most(0));
    assertTrue(columns.gap(10));
  }
}
