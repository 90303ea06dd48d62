package iris.history.years;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the 95th percentiles of windows are spread over them: what is true of a month whose feed carries no histograms. A
 * figure of windows, never of transactions, and to be labelled so: a window counts once, however many transactions it
 * had. Kept in steps of at most {@link #STEP} of the value.
 *
 * @param counts windows by step
 */
public record Spread(SortedMap<Integer, Integer> counts) {
  public static final Spread NONE = new Spread(new TreeMap<>());

  /** Relative width of a step, 1/64; under 128 ms each value has its own. */
  public static final double STEP = 1.0 / 64;

  private static final int FINE = 6;

  public Spread {
    Objects.requireNonNull(counts);
    counts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** Of one window, that says so many ms. */
  public static Spread of(long millis) {
    return new Spread(new TreeMap<>(Map.of(step(millis), 1)));
  }

  /** The step of a value, 0 ms or more. */
  public static int step(long millis) {
    int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(Math.max(1, millis)) - FINE);
    return (shift << FINE) + (int) (millis >> shift);
  }

  /** The highest value of a step, ms. */
  static long top(int step) {
    int shift = Math.max(0, (step >> FINE) - 1);
    return ((long) (step - (shift << FINE)) + 1 << shift) - 1;
  }

  /** Windows that say a 95th percentile. */
  public long windows() {
    return counts.values().stream().mapToLong(Integer::intValue).sum();
  }

  /** The median of windows, ms, at most a step too high. */
  public OptionalLong median() {
    long left = (windows() + 1) / 2;
    for (Map.Entry<Integer, Integer> e : counts.entrySet()) {
      left -= e.getValue();
      if (left <= 0) return OptionalLong.of(top(e.getKey()));
    }
    return OptionalLong.empty();
  }

  /** Share of windows whose 95th percentile is surely no longer than this, 0 to 1; those in its own step are not. */
  public OptionalDouble within(long millis) {
    long all = windows();
    if (all == 0) return OptionalDouble.empty();
    long good = 0;
    for (Map.Entry<Integer, Integer> e : counts.entrySet()) if (top(e.getKey()) <= millis) good += e.getValue();
    return OptionalDouble.of((double) good / all);
  }

  public Spread plus(Spread other) {
    if (other.counts.isEmpty()) return this;
    TreeMap<Integer, Integer> sum = new TreeMap<>(counts);
    other.counts.forEach((step, n) -> sum.merge(step, n, Integer::sum));
    return new Spread(sum);
  }
}
