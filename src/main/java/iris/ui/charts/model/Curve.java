package iris.ui.charts.model;

import iris.history.years.Times;
import iris.history.years.Times.Quantiles;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Times of the stretches of a {@link Strand}, as columns of numbers; NaN where a figure is not known. */
public final class Curve {
  private final Map<Figure, double[]> figures = new EnumMap<>(Figure.class);
  private final Source[] sources;
  private final long[] counted;

  Curve(int size) {
    for (Figure figure : Figure.values()) {
      double[] none = new double[size];
      Arrays.fill(none, Double.NaN);
      figures.put(figure, none);
    }
    sources = new Source[size];
    Arrays.fill(sources, Source.NONE);
    counted = new long[size];
  }

  void put(int at, Times times) {
    Objects.requireNonNull(figures.get(Figure.MEAN))[at] = times.mean().orElse(Double.NaN);
    Objects.requireNonNull(figures.get(Figure.MAX))[at] = known(times.max());
    counted[at] = times.counted();
    sources[at] = Source.of(times.quantiles());
    switch (times.quantiles()) {
      case Quantiles.None _ -> {}
      case Quantiles.Said q -> put(at, q.p50(), q.p95(), q.p99());
      case Quantiles.Merged q -> put(at, q.p50(), q.p95(), q.p99());
      case Quantiles.Worst q -> put(at, q.p50(), q.p95(), q.p99());
    }
  }

  private void put(int at, long p50, long p95, long p99) {
    Objects.requireNonNull(figures.get(Figure.P50))[at] = known(p50);
    Objects.requireNonNull(figures.get(Figure.P95))[at] = known(p95);
    Objects.requireNonNull(figures.get(Figure.P99))[at] = known(p99);
  }

  private static double known(long ms) {
    return ms < 0 ? Double.NaN : ms;
  }

  /** One number a stretch. Read only. */
  double @Nullable [] of(Figure figure) {
    return figures.get(figure);
  }

  public double at(Figure figure, int stretch) {
    return Objects.requireNonNull(figures.get(figure))[stretch];
  }

  public Source source(int stretch) {
    return sources[stretch];
  }

  /** Transactions that the mean is made of. */
  public long counted(int stretch) {
    return counted[stretch];
  }
}
