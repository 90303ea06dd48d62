package iris.history.years;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Times of a stretch, in milliseconds.
 *
 * @param counted transactions that {@code sum} is made of: those of windows with a mean
 * @param sum means times their counts
 * @param max the longest of all; -1 where no window says
 */
public record Times(long counted, double sum, long max, Quantiles quantiles) {
  public static final Times NONE = new Times(0, 0, -1, new Quantiles.None());

  /** What is known of the spread; -1 where one figure is not known. */
  public sealed interface Quantiles {
    /** Of one window, as the feed says it. */
    record Said(long p50, long p95, long p99) implements Quantiles {}

    /** Of all transactions together, from histograms that every window with traffic carried. */
    record Merged(long p50, long p95, long p99) implements Quantiles {}

    /** Only the worst window of each is true: percentiles cannot be averaged. */
    record Worst(long p50, long p95, long p99) implements Quantiles {}

    record None() implements Quantiles {}
  }

  public Times {
    Objects.requireNonNull(quantiles);
    if (counted < 0 || !(sum >= 0)) throw new IllegalArgumentException("counted " + counted + ", sum " + sum);
  }

  /** Weighted by counts, ms. */
  public OptionalDouble mean() {
    return counted == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / counted);
  }
}
