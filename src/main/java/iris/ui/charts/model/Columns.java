package iris.ui.charts.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A figure by pixel column: the least and the greatest value of all stretches that fall on it, so that no peak is lost
 * however much time a pixel holds; and whether it goes on from the column before without a gap.
 */
public final class Columns {
  private final double[] least;
  private final double[] most;
  private final double[] first;
  private final double[] last;
  private final boolean[] joined;
  private final boolean[] torn;
  private long end = Long.MIN_VALUE;
  private int column = Integer.MIN_VALUE;
  private double value = Double.NaN;

  private Columns(int width) {
    least = filled(width);
    most = filled(width);
    first = filled(width);
    last = filled(width);
    joined = new boolean[width];
    torn = new boolean[width];
  }

  private static double[] filled(int width) {
    double[] all = new double[width];
    Arrays.fill(all, Double.NaN);
    return all;
  }

  /** @param figure a number a stretch, NaN where it is not known; null where a strand has none of it */
  public static Columns of(TimeScale x, List<Strand> strands, Function<Strand, double @Nullable []> figure) {
    return of(x, strands, figure, LongUnaryOperator.identity());
  }

  /**
   * The same, drawn at other times than they were.
   *
   * @param strands in order of time
   * @param when where a moment is drawn
   */
  static Columns of(
      TimeScale x, List<Strand> strands, Function<Strand, double @Nullable []> figure, LongUnaryOperator when) {
    Columns all = new Columns(x.width());
    for (Strand strand : strands) {
      double[] values = figure.apply(strand);
      if (values == null) continue;
      for (int i = 0; i < values.length; i++) {
        if (Double.isNaN(values[i])) continue;
        long from = when.applyAsLong(strand.from(i));
        long to = when.applyAsLong(strand.to(i));
        if (to > x.from() && from < x.to() && to > from) all.put(x, from, to, values[i]);
      }
    }
    return all;
  }

  private void put(TimeScale x, long from, long to, double now) {
    int start = Math.max(0, x.first(from));
    int after = Math.max(start + 1, x.after(from, to));
    boolean goesOn = from <= end && !Double.isNaN(value);
    for (int c = start; c < after; c++) {
      if (Double.isNaN(most[c])) {
        least[c] = now;
        most[c] = now;
        first[c] = now;
        joined[c] = c > start || goesOn && column == c - 1;
      } else {
        least[c] = Math.min(least[c], now);
        most[c] = Math.max(most[c], now);
        torn[c] |= !goesOn;
      }
      last[c] = now;
    }
    end = to;
    column = after - 1;
    value = now;
  }

  public int width() {
    return most.length;
  }

  /** Nothing is known in this column. */
  public boolean gap(int c) {
    return Double.isNaN(most[c]);
  }

  public double least(int c) {
    return least[c];
  }

  public double most(int c) {
    return most[c];
  }

  /** What this column begins with. */
  public double first(int c) {
    return first[c];
  }

  public double last(int c) {
    return last[c];
  }

  /** What is known here goes on from what is known in the column before: a line may join them. */
  public boolean joined(int c) {
    return joined[c];
  }

  /** Between what is known in this column there is a gap: its values are points, not a line. */
  public boolean torn(int c) {
    return torn[c];
  }

  /** The greatest of all, NaN where nothing is known. */
  public double peak() {
    double peak = Double.NaN;
    for (double m : most) if (!(m <= peak)) peak = Double.isNaN(m) ? peak : m;
    return peak;
  }

  /** The least of all above 0, NaN where there is none. */
  public double floor() {
    double floor = Double.NaN;
    for (double l : least) if (l > 0 && !(l >= floor)) floor = l;
    return floor;
  }

  /** In the middle of what the columns reach: half of them reach higher; NaN where nothing is known. */
  public double usual() {
    double[] known = Arrays.stream(most).filter(m -> !Double.isNaN(m)).sorted().toArray();
    return known.length == 0 ? Double.NaN : known[known.length / 2];
  }
}
