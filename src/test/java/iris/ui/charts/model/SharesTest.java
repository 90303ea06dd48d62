package iris.ui.charts.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times;
import iris.signal.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the time of a column was spent, and what failed in it. */
class SharesTest {
  private static final long DAY = 86_400_000;

  private static Stretch day(int day, Tally plain, Tally works, long failed, Map<Origin, Long> by) {
    return new Stretch(Instant.ofEpochMilli(day * DAY), Instant.ofEpochMilli((day + 1) * DAY), 1, plain, works, 1000, failed, by,
        Times.NONE, Map.of());
  }

  @Test
  void aDayThatIsHalfMeasuredIsHalfMissing() {
    Strand days = Strand.of(List.of(day(0, new Tally(43_200, 43_200, 0, 0, 0), Tally.NONE, 0, Map.of())));
    Shares shares = Shares.of(new TimeScale(0, 2 * DAY, 20), List.of(days), 0, 2 * DAY);
    IntStream.range(0, 10).forEach(c -> assertEquals(0.5, shares.missing(c), 1e-6));
    IntStream.range(0, 10).forEach(c -> assertEquals(0.5, shares.of(State.UP, c), 1e-6));
    IntStream.range(10, 20).forEach(c -> assertEquals(1, shares.missing(c), 1e-6));
  }

  @Test
  void whatHasNotBeenYetAndWhatWasNotLookedForIsNoGap() {
    Shares shares = Shares.of(new TimeScale(0, 4 * DAY, 40), List.of(), DAY, 2 * DAY);
    assertEquals(0, shares.missing(5));
    assertEquals(1, shares.missing(15), 1e-6);
    assertEquals(0, shares.missing(25));
  }

  @Test
  void maintenanceIsItsOwnStateWhateverWasMeasuredInIt() {
    Strand days = Strand.of(List.of(day(0, new Tally(64_800, 64_800, 0, 0, 0), new Tally(0, 0, 0, 21_600, 0), 0, Map.of())));
    Shares shares = Shares.of(new TimeScale(0, DAY, 4), List.of(days), 0, DAY);
    assertEquals(0.25, shares.of(State.WORKS, 2), 1e-6);
    assertEquals(0, shares.of(State.DOWN, 2), 1e-6);
    assertEquals(0, shares.missing(2), 1e-6);
  }

  @Test
  void theWorstBurstStandsForItsColumnWithItsOwnOrigins() {
    Strand days = Strand.of(List.of(
        day(0, Tally.NONE, Tally.NONE, 10, Map.of(Origin.PROVIDER, 10L)),
        day(1, Tally.NONE, Tally.NONE, 90, Map.of(Origin.EXTERNAL, 60L)),
        day(2, Tally.NONE, Tally.NONE, 20, Map.of(Origin.NETWORK, 20L))));
    Bars bars = Bars.of(new TimeScale(0, 4 * DAY, 1), List.of(days));
    assertEquals(90, bars.failed(0));
    assertEquals(60, bars.failed(0, Origin.EXTERNAL));
    assertEquals(30, bars.failed(0, Origin.UNKNOWN), "what the feed left without an origin");
    assertEquals(0, bars.failed(0, Origin.PROVIDER));
    assertEquals(List.of(Origin.EXTERNAL, Origin.UNKNOWN), bars.origins());
    assertTrue(Double.isNaN(Bars.of(new TimeScale(3 * DAY, 4 * DAY, 5), List.of(days)).failed(2)));
  }
}
