package iris.history.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.years.Stretch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OutagesTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  @TestFactory
  Stream<DynamicTest> theVectorsAreKeptToTheLetter() {
    return Made.vectors("outages.csv").stream().map(line -> line.split(",", -1)).flatMap(v -> Stream.of("?", "N").map(unknown ->
        DynamicTest.dynamicTest(v[0] + " with " + unknown, () -> keeps(v, v[0].replace("?", unknown)))));
  }

  private static void keeps(String[] v, String runs) {
    Outages o = outages(runs, Spans.NONE);
    assertEquals(Integer.parseInt(v[1]), o.count());
    assertEquals(v[2], join(o, one -> (one.since().getEpochSecond() - START.getEpochSecond()) / 300));
    assertEquals(v[3], join(o, one -> one.known() / 60));
    assertEquals(v[4], join(o, one -> one.most() / 60));
    assertEquals(Double.parseDouble(v[5]), round(o.repair()));
    assertEquals(Double.parseDouble(v[6]), round(o.repairAtMost()));
    assertEquals(Double.parseDouble(v[7]), round(o.between()));
  }

  private static Outages outages(String runs, Spans works) {
    List<Stretch> windows = Made.windows(START, runs);
    Instant end = START.plusSeconds(300L * Arrays.stream(runs.split(" ")).mapToInt(r -> Integer.parseInt(r.substring(1))).sum());
    return Outages.ofWindows(Made.timeline(START, end, windows), Spans.of(START, end), works, false);
  }

  private static String join(Outages o, Function<Outage, Long> figure) {
    return o.all().stream().map(figure).map(String::valueOf).collect(Collectors.joining(";"));
  }

  private static double round(OptionalDouble n) {
    return BigDecimal.valueOf(n.orElseThrow()).setScale(3, RoundingMode.HALF_UP).doubleValue();
  }

  @Test
  void anOutageInsideMaintenanceIsNone() {
    assertEquals(0, outages("U4 X2 M1 U5", Spans.NONE).count());
    Outages through = outages("U4 D1 X2 D1 U4", Spans.of(START.plusSeconds(1500), START.plusSeconds(2100)));
    assertEquals(1, through.count());
    assertEquals(600, through.all().getFirst().known());
    assertEquals(600, through.all().getFirst().most());
  }

  @Test
  void anOutageThatLastsIsSaidToBeOpen() {
    assertTrue(outages("U4 D2 ?3", Spans.NONE).all().getFirst().open());
    assertEquals(OptionalDouble.empty(), outages("U4", Spans.NONE).repair());
  }

  @Test
  void anOutageOutsideOfTheHoursOfServiceDoesNotCount() {
    List<Stretch> windows = Made.windows(START, "U10 D4 U10 D2");
    Spans promised = Spans.of(START.plusSeconds(12 * 300), START.plusSeconds(20 * 300));
    Outages o = Outages.ofWindows(Made.timeline(START, START.plusSeconds(26 * 300), windows), promised, Spans.NONE, false);
    assertEquals(1, o.count());
    assertEquals(600, o.all().getFirst().known());
    assertEquals(START.plusSeconds(12 * 300), o.all().getFirst().since());
  }
}
