package iris.history.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.contract.Availability.Judgement;
import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.signal.Origin;
import iris.signal.Verdict;
import iris.words.Lang;
import iris.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AvailabilityTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @TestFactory
  Stream<DynamicTest> theVectorsAreKeptToTheLetter() {
    return Made.vectors("availability.csv").stream().map(line -> line.split(",", -1)).map(v ->
        DynamicTest.dynamicTest(v[0], () -> keeps(v)));
  }

  private static void keeps(String[] v) {
    Instant end = START.plus(Made.FIVE.multipliedBy(Long.parseLong(v[1])));
    List<Stretch> windows = windows(v);
    double target = new BigDecimal(v[8]).movePointLeft(2).doubleValue();
    for (boolean coarse : new boolean[] {false, true}) {
      Counts counts = coarse ? Made.coarsely(START, end, windows) : Made.counts(START, end, windows);
      Availability a = Availability.of(counts, target, Contract.ALL);
      assertEquals(v[9].isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(v[9])), percent(a.value()), "known");
      assertEquals(Double.parseDouble(v[10]), percent(a.coverage()), "coverage");
      assertEquals(Double.parseDouble(v[11]), percent(a.low()), "low");
      assertEquals(Double.parseDouble(v[12]), percent(a.high()), "high");
      assertEquals(Double.parseDouble(v[13]), round(a.budget()), "budget");
      assertEquals(Double.parseDouble(v[14]), round(a.used()), "used");
      assertEquals(Double.parseDouble(v[15]), round(a.worst()), "worst");
      assertEquals(Judgement.valueOf(v[16]), a.judgement());
    }
  }

  private static List<Stretch> windows(String[] v) {
    int partial = Integer.parseInt(v[6]);
    List<Stretch> all = new ArrayList<>(Made.windows(START, "U" + v[2] + " D" + v[3] + " ?" + v[4] + " M" + v[5]));
    Instant at = START.plus(Made.FIVE.multipliedBy(Long.parseLong(v[1]) - partial));
    double ratio = partial == 0 ? 0 : Double.parseDouble(v[7]) / partial;
    for (int i = 0; i < partial; i++, at = at.plus(Made.FIVE))
      all.add(Made.window(at, Verdict.DEGRADED, 1000, Math.round(1000 * (1 - ratio)), Map.of()));
    return all;
  }

  private static OptionalDouble percent(OptionalDouble share) {
    return share.isEmpty() ? share : OptionalDouble.of(percent(share.getAsDouble()));
  }

  private static double percent(double share) {
    return round(share * 100);
  }

  private static double round(double n) {
    return new BigDecimal(n).setScale(9, RoundingMode.HALF_EVEN).setScale(4, RoundingMode.HALF_UP).doubleValue();
  }

  @Test
  void aMonthThatJustKeepsItsTargetKeepsIt() {
    for (double target : new double[] {0.9, 0.99, 0.995, 0.999, 99.9 / 100, 0.9995, 0.9999}) {
      long all = 8_640_000;
      double lost = Math.rint(all * (1 - target));
      assertEquals(Judgement.MET, new Availability(target, all, all, lost, 0).judgement(), "" + target);
      assertEquals(Judgement.BREACHED, new Availability(target, all, all, lost + 1, 0).judgement(), "" + target);
    }
  }

  @Test
  void onlyTheOriginsOfTheContractCountAgainstIt() {
    Counts counts = new Counts(0, new Tally(900, 600, 300, 100, 0, Map.of(Origin.PROVIDER, 30.0, Origin.EXTERNAL, 20.0)),
        Map.of(Origin.EXTERNAL, 40.0), Map.of());
    assertEquals(10, counts.lost(Origin.UNKNOWN), 1e-9);
    assertEquals(60, counts.lost(Origin.EXTERNAL), 1e-9);
    Availability all = Availability.of(counts, 0.9, Contract.ALL);
    assertEquals(100, all.lost(), 1e-9);
    Availability provider = Availability.of(counts, 0.9, Set.of(Origin.PROVIDER));
    assertEquals(30, provider.lost(), 1e-9);
    assertEquals(70, provider.excused(), 1e-9);
    assertEquals(0.97, provider.value().orElseThrow(), 1e-9);
    assertEquals(Judgement.MET, provider.judgement());
  }

  @Test
  void nothingShortOfItIsSaidAsAHundredAndNoneIsSaidWithoutItsCoverage() {
    Words fr = Words.of(Lang.FR, PARIS);
    Availability nearly = new Availability(0.999, 8_640_000, 8_639_999, 1, 0);
    String said = fr.say(nearly.words());
    assertTrue(said.contains("99,99") && !said.contains("100"), said);
    assertEquals(2, said.chars().filter(c -> c == '%').count(), said);
    String none = fr.say(new Availability(0.999, 300, 0, 0, 0).words());
    assertTrue(!none.contains("%") && none.contains(" "), none);
    assertTrue(!fr.say(new Availability(0.999, 0, 0, 0, 0).words()).contains("%"));
  }

  @Test
  void whereNothingIsPromisedNothingIsJudged() {
    Availability a = Availability.of(Made.counts(START, START.plusSeconds(3600), Made.windows(START, "M12")), 0.999, Contract.ALL);
    assertEquals(Judgement.INDETERMINATE, a.judgement());
    assertEquals(OptionalDouble.empty(), a.value());
    assertEquals(0, a.counted());
  }

  @Test
  void theBurnIsOneWhereTheBudgetIsJustUsedUp() {
    assertEquals(1, new Availability(0.999, 1_000_000, 1_000_000, 1000, 0).burn().orElseThrow(), 1e-9);
    assertEquals(OptionalDouble.empty(), new Availability(1, 300, 300, 3, 0).burn());
    assertEquals(OptionalDouble.empty(), new Availability(0.9, 300, 0, 0, 0).burn());
  }
}
