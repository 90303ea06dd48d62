package iris.ui.charts.model;

import iris.signal.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Failures by pixel column: of the stretches that fall on it, the one with the most failures, by origin, so that a burst
 * of five minutes is as high in a month as in an hour.
 */
public final class Bars {
  private final double[] failed;
  private final Map<Origin, double[]> by = new EnumMap<>(Origin.class);

  private Bars(int width) {
    failed = new double[width];
    Arrays.fill(failed, Double.NaN);
    for (Origin origin : Origin.values()) by.put(origin, new double[width]);
  }

  public static Bars of(TimeScale x, List<Strand> strands) {
    Bars bars = new Bars(x.width());
    for (Strand strand : strands)
      for (int i = strand.after(x.from()); i < strand.size() && strand.from(i) < x.to(); i++) bars.put(x, strand, i);
    return bars;
  }

  private void put(TimeScale x, Strand strand, int i) {
    int start = Math.max(0, x.first(strand.from(i)));
    int after = Math.max(start + 1, x.after(strand.from(i), strand.to(i)));
    for (int c = start; c < after; c++) {
      if (failed[c] >= strand.failed(i)) continue;
      failed[c] = strand.failed(i);
      for (Origin origin : Origin.values()) Objects.requireNonNull(by.get(origin))[c] = strand.failed(i, origin);
    }
  }

  public int width() {
    return failed.length;
  }

  /** Failures of that stretch; NaN where nothing is known. */
  public double failed(int c) {
    return failed[c];
  }

  /** Those of this origin. A feed may leave some without any: those are of an unknown one. */
  public double failed(int c, Origin origin) {
    if (origin != Origin.UNKNOWN) return Objects.requireNonNull(by.get(origin))[c];
    double named = Arrays.stream(Origin.values()).filter(o -> o != Origin.UNKNOWN)
        .mapToDouble(o -> Objects.requireNonNull(by.get(o))[c]).sum();
    return Math.max(0, failed[c] - named);
  }

  public double peak() {
    return Arrays.stream(failed).filter(f -> !Double.isNaN(f)).max().orElse(0);
  }

  /** Origins that failures in sight have. */
  public List<Origin> origins() {
    List<Origin> seen = new ArrayList<>();
    for (Origin origin : Origin.values())
      for (int c = 0; c < failed.length; c++)
        if (failed[c] > 0 && failed(c, origin) > 0) {
          seen.add(origin);
          break;
        }
    return seen;
  }
}
