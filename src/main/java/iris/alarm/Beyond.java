package iris.alarm;

import iris.signal.Measure;
import iris.signal.Norm;
import java.util.List;

/**
 * Whether a figure is beyond what is usual: by a factor and by a distance and by something that a person would notice,
 * all three. The figures were chosen by the false alarms that they gave on real series (src/docs/drift.md).
 */
public final class Beyond {
  /** Windows in a row beyond the limit before it is a drift, and within it before it is over. */
  public static final int WINDOWS = 3;

  /** Times the usual. */
  public static final double FACTOR = 2;

  /** Times the usual distance from it. */
  public static final double DISTANCE = 5;

  /** Milliseconds above it: nobody waits for less. */
  public static final double NOTICED_MS = 50;

  /** Share of failures above it. */
  public static final double NOTICED_SHARE = 0.02;

  /** Traffic that falls away: to a fifth of the usual; less of it on a holiday is nobody's fault. */
  public static final double FALLEN = 5;

  /** Transactions a minute that must be usual for their absence to mean something. */
  public static final double BUSY = 1;

  /** At or under this part of the limit a figure is usual again; between both it is neither. */
  public static final double BACK = 0.8;

  private Beyond() {}

  /** How far out: over 1 is beyond the limit, 0 for what has no limit. */
  public static double reach(Measure measure, double value, Norm.Usual usual) {
    if (measure == Measure.TRAFFIC) return fallen(value, usual);
    double limit = Math.max(FACTOR * usual.middle(),
        Math.max(usual.middle() + DISTANCE * usual.spread(), usual.middle() + noticed(measure)));
    return value / limit;
  }

  /**
   * It drifts after these windows.
   *
   * @param drifted it did before
   * @param newestFirst how far out the windows are; more than {@link #WINDOWS} say no more
   */
  public static boolean stands(boolean drifted, List<Double> newestFirst) {
    boolean enough = newestFirst.size() >= WINDOWS;
    List<Double> last = newestFirst.subList(0, Math.min(WINDOWS, newestFirst.size()));
    if (drifted) return !enough || last.stream().anyMatch(reach -> reach > BACK);
    return enough && last.stream().allMatch(reach -> reach > 1);
  }

  private static double noticed(Measure measure) {
    return measure == Measure.FAILURES ? NOTICED_SHARE : NOTICED_MS;
  }

  private static double fallen(double value, Norm.Usual usual) {
    double limit = Math.min(usual.middle() / FALLEN, usual.middle() - DISTANCE * usual.spread());
    if (usual.middle() < BUSY || limit <= 0) return 0;
    return value == 0 ? Double.POSITIVE_INFINITY : limit / value;
  }
}
