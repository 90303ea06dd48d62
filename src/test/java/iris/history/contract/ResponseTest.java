package iris.history.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.history.years.Latencies;
import iris.history.years.Stretch;
import iris.history.years.Tally;
import iris.history.years.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ResponseTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Contract CONTRACT = new Contract("siv", "SIV", List.of("siv"), 0.999, ZoneId.of("Europe/Paris"),
      Hours.ALWAYS, Set.of(), false, Contract.ALL, Period.Unit.MONTH, Optional.of(Duration.ofMillis(500)),
      Optional.of(Duration.ofMillis(400)));

  @TestFactory
  Stream<DynamicTest> theVectorsAreKeptToTheLetter() {
    return Made.vectors("response-times.csv").stream().map(line -> line.split(",", -1))
        .map(v -> DynamicTest.dynamicTest(v[0] + " " + v[1], () -> assertEquals(Double.parseDouble(v[2]), figure(v[0], v[1]))));
  }

  private static double figure(String kind, String windows) {
    return switch (kind) {
      case "mean" -> round(Response.of(means(windows), Optional.empty(), CONTRACT).whole().mean().orElseThrow(), 2);
      case "p95" -> Arrays.stream(windows.split(" \\| ")).map(ResponseTest::latencies).reduce(Latencies.NONE, Latencies::plus)
          .quantile(0.95).orElseThrow();
      case "apdex" -> round(Arrays.stream(windows.split(" \\| ")).map(w -> w.split("/"))
          .map(n -> new Apdex(Long.parseLong(n[0]), Long.parseLong(n[1]), Long.parseLong(n[2])))
          .reduce(new Apdex(0, 0, 0), Apdex::plus).value().orElseThrow(), 4);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static double round(double n, int digits) {
    return BigDecimal.valueOf(n).setScale(digits, RoundingMode.HALF_UP).doubleValue();
  }

  private static List<Piece> means(String windows) {
    List<Piece> pieces = new ArrayList<>();
    for (String w : windows.split(" ")) {
      String[] of = w.split(":");
      long count = Long.parseLong(of[0]);
      pieces.add(piece(pieces.size(), of[1].equals("-") ? Times.NONE
          : new Times(count, count * Double.parseDouble(of[1]), -1, new Times.Quantiles.None())));
    }
    return pieces;
  }

  private static Piece piece(int n, Times times) {
    Instant from = START.plus(Made.FIVE.multipliedBy(n));
    return new Piece(new Stretch(from, from.plus(Made.FIVE), 1, new Tally(300, 300, 0, 0, 0), Tally.NONE, times.counted(), 0,
        Map.of(), times, Map.of()), false);
  }

  private static Latencies latencies(String counts) {
    TreeMap<Long, Long> by = new TreeMap<>();
    for (String part : counts.split("\\+")) by.merge(Long.parseLong(part.split("x")[1]), Long.parseLong(part.split("x")[0]), Long::sum);
    return new Latencies(by);
  }

  @Test
  void withoutHistogramsOnlyTheWorstAndTheMedianOfWindowsAreSaid() {
    List<Piece> pieces = new ArrayList<>();
    for (long p95 : new long[] {200, 300, 900, 400})
      pieces.add(piece(pieces.size(), new Times(10, 1000, 2000, new Times.Quantiles.Said(100, p95, 2 * p95))));
    Response response = Response.of(pieces, Optional.empty(), CONTRACT);
    assertEquals(new Percentiles.OfWindows(900, 1800, OptionalLong.of(300), OptionalDouble.of(0.75)), response.percentiles());
    assertEquals(Optional.empty(), response.apdex());
    assertEquals(2000, response.whole().max());
  }

  @Test
  void withHistogramsThePercentilesAreThoseOfAllTransactions() {
    Response response = Response.of(List.of(), Optional.of(latencies("90x100+8x1500+2x9000")), CONTRACT);
    assertEquals(new Percentiles.Merged(100, 1500, 9000, 100), response.percentiles());
    assertEquals(Optional.of(new Apdex(90, 8, 2)), response.apdex());
  }

  @Test
  void withoutATransactionNothingIsSaid() {
    assertInstanceOf(Percentiles.None.class, Response.of(List.of(), Optional.of(Latencies.NONE), CONTRACT).percentiles());
    assertEquals(OptionalDouble.empty(), new Apdex(0, 0, 0).value());
    assertEquals(OptionalLong.empty(), Latencies.NONE.quantile(0.5));
  }
}
