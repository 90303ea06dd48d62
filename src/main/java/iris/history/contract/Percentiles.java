package iris.history.contract;

import iris.history.years.Latencies;
import iris.history.years.Spread;
import iris.history.years.Times.Quantiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What is true of the spread of times over many windows: percentiles are never averaged. */
public sealed interface Percentiles {
  /** Of all {@code count} transactions together, by merged histograms, ms. */
  record Merged(long p50, long p95, long p99, long count) implements Percentiles {}

  /**
   * Of windows, to be labelled so, ms; -1 where none says.
   *
   * @param worst95, worst99 of the worst window
   * @param median95 half of the windows have a p95 no longer than this
   * @param within share of windows whose p95 keeps the limit of the contract, where there is one
   */
  record OfWindows(long worst95, long worst99, OptionalLong median95, OptionalDouble within) implements Percentiles {}

  record None() implements Percentiles {}

  /** @param all with one transaction or more */
  static Percentiles of(Latencies all) {
    return all.count() == 0 ? new None() : new Merged(all.quantile(0.5).orElseThrow(), all.quantile(0.95).orElseThrow(),
        all.quantile(0.99).orElseThrow(), all.count());
  }

  static Percentiles of(List<Piece> pieces, Optional<Duration> limit) {
    long worst95 = -1;
    long worst99 = -1;
    List<Long> p95s = new ArrayList<>();
    Spread spread = Spread.NONE;
    for (Piece p : pieces) {
      long[] said = switch (p.stretch().transaction().quantiles()) {
        case Quantiles.Said q -> new long[] {q.p95(), q.p99()};
        case Quantiles.Worst q -> new long[] {q.p95(), q.p99()};
        case Quantiles.Merged q -> new long[] {q.p95(), q.p99()};
        case Quantiles.None _ -> new long[] {-1, -1};
      };
      worst95 = Math.max(worst95, said[0]);
      worst99 = Math.max(worst99, said[1]);
      if (p.p95s().isPresent()) p95s.addAll(p.p95s().get());
      else if (p.coarse()) spread = spread.plus(p.stretch().p95s());
      else if (said[0] >= 0) p95s.add(said[0]);
    }
    if (worst95 < 0 && worst99 < 0) return new None();
    if (spread.windows() > 0) return inSteps(worst95, worst99, p95s, spread, limit);
    p95s.sort(null);
    OptionalLong median = p95s.isEmpty() ? OptionalLong.empty() : OptionalLong.of(p95s.get((p95s.size() - 1) / 2));
    OptionalDouble within = p95s.isEmpty() || limit.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(
        (double) p95s.stream().filter(ms -> ms <= limit.get().toMillis()).count() / p95s.size());
    return new OfWindows(worst95, worst99, median, within);
  }

  /** Some of the windows are known in steps only, so all are counted so. */
  private static Percentiles inSteps(long worst95, long worst99, List<Long> p95s, Spread spread, Optional<Duration> limit) {
    TreeMap<Integer, Integer> steps = new TreeMap<>(spread.counts());
    p95s.forEach(ms -> steps.merge(Spread.step(ms), 1, Integer::sum));
    Spread all = new Spread(steps);
    return new OfWindows(worst95, worst99, all.median(),
        limit.map(l -> all.within(l.toMillis())).orElse(OptionalDouble.empty()));
  }
}
