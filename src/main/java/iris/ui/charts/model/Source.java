package iris.ui.charts.model;

import iris.history.years.Times.Quantiles;

/** Where percentiles come from: they are never shown without it. */
public enum Source {
  NONE,
  /** The feed says them of this window. */
  SAID,
  /** Of all transactions together, from histograms. */
  MERGED,
  /** Of the worst window in the stretch: percentiles cannot be averaged. */
  WORST;

  static Source of(Quantiles quantiles) {
    return switch (quantiles) {
      case Quantiles.None _ -> NONE;
      case Quantiles.Said _ -> SAID;
      case Quantiles.Merged _ -> MERGED;
      case Quantiles.Worst _ -> WORST;
    };
  }
}
