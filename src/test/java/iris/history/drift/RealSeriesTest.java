package iris.history.drift;

import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Beyond;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The figures of src/docs/drift.md: {@code java ... iris.history.drift.DriftRates} prints the whole table. */
class RealSeriesTest {
  private final Path folder = RealSeries.here();

  @Test
  void whereNothingHappensAMarkIsRare() throws IOException {
    Rates probed = Rates.of(RealSeries.upptime(folder, false), Beyond.CHOSEN);
    assertTrue(probed.weeks() > 90, probed::toString);
    assertTrue(probed.idlePerWeek() <= 0.05, probed::toString);
    Rates daily = Rates.of(RealSeries.upptime(folder, true), Beyond.CHOSEN);
    assertTrue(daily.weeks() > 700 && daily.idlePerWeek() <= 0.05, daily::toString);
  }

  @Test
  void ofTheHoursThatWereLabelledByHandHalfAreMetAndFewOthers() throws IOException {
    Rates hours = Rates.of(RealSeries.microsoft(folder), Beyond.CHOSEN);
    assertTrue(hours.weeks() > 20 && hours.idlePerWeek() <= 0.15, hours::toString);
    assertTrue(hours.labels() > 0 && 2 * hours.met() >= hours.labels(), hours::toString);
  }

  @Test
  void trafficOfAShopNeverFallsAway() throws IOException {
    Rates shop = Rates.of(List.of(RealSeries.traffic(folder)), Beyond.CHOSEN);
    assertTrue(shop.weeks() > 30 && shop.marks() == 0, shop::toString);
  }

  @Test
  void aSlowWeekIsSeenWhereverItIsPutIn() throws IOException {
    List<RealSeries> slow = new ArrayList<>();
    for (RealSeries s : RealSeries.microsoft(folder)) {
      RealSeries copy = new RealSeries(s.name(), s.measure(), new java.util.TreeMap<>(s.samples()), List.of(), new ArrayList<>());
      var last = s.samples().lastKey();
      IntStream.range(24, 36).forEach(h -> {
        var at = last.minus(java.time.Duration.ofHours(h));
        copy.samples().computeIfPresent(at, (_, v) -> 3 * v + 100);
        copy.labels().add(at);
      });
      slow.add(copy);
    }
    Rates rates = Rates.of(slow, Beyond.CHOSEN);
    assertTrue(rates.met() >= 0.8 * rates.labels(), rates::toString);
  }
}
