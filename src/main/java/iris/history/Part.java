package iris.history;

import iris.history.years.Times;
import iris.history.years.Times.Quantiles;
import iris.signal.Timing;

/**
 * The times of one party, or of the whole transaction, of many windows.
 *
 * @param counted transactions that {@code sum} is made of; {@code max} -1 where no window says
 * @param worst of all windows, each percentile; -1 where none says
 * @param traffic windows with traffic; {@code carried} those of them with a histogram
 * @param merged percentiles of all histograms together; meant only where every window with traffic carried one
 */
record Part(long counted, double sum, long max, Three worst, long traffic, long carried, Three merged) {
  static final Part NONE = new Part(0, 0, -1, Three.NONE, 0, 0, Three.NONE);

  /** Three percentiles in ms; -1 where one is not known. */
  record Three(long p50, long p95, long p99) {
    static final Three NONE = new Three(-1, -1, -1);

    Three worse(Three other) {
      return new Three(Math.max(p50, other.p50), Math.max(p95, other.p95), Math.max(p99, other.p99));
    }
  }

  /** @param total transactions of the window, {@code histogram} it carries one that can be added up */
  Part plus(Timing t, long total, boolean histogram) {
    boolean mean = t.mean() >= 0 && total > 0;
    return new Part(Sum.plus(counted, mean ? total : 0), sum + (mean ? (double) t.mean() * total : 0), Math.max(max, t.max()),
        worst.worse(new Three(t.p50(), t.p95(), t.p99())), traffic + (total > 0 ? 1 : 0),
        carried + (total > 0 && histogram ? 1 : 0), merged);
  }

  /** Without what is merged: that is no sum of theirs. */
  Part plus(Part other) {
    return new Part(Sum.plus(counted, other.counted), sum + other.sum, Math.max(max, other.max), worst.worse(other.worst),
        traffic + other.traffic, carried + other.carried, Three.NONE);
  }

  Part with(Three quantiles) {
    return new Part(counted, sum, max, worst, traffic, carried, quantiles);
  }

  /** Every window with traffic carried a histogram. */
  boolean whole() {
    return traffic > 0 && carried == traffic;
  }

  Times times() {
    return new Times(counted, sum, max, quantiles());
  }

  private Quantiles quantiles() {
    if (whole() && !merged.equals(Three.NONE)) return new Quantiles.Merged(merged.p50, merged.p95, merged.p99);
    if (worst.equals(Three.NONE)) return new Quantiles.None();
    return new Quantiles.Worst(worst.p50, worst.p95, worst.p99);
  }

  static Times said(Timing t, long total) {
    Part one = NONE.plus(t, total, false);
    Quantiles q = one.worst.equals(Three.NONE) ? new Quantiles.None() : new Quantiles.Said(t.p50(), t.p95(), t.p99());
    return new Times(one.counted, one.sum, one.max, q);
  }
}
