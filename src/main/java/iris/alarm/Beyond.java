package iris.alarm;

import iris.signal.Measure;
import iris.signal.Norm;
import java.util.List;

/**
 * When a figure is beyond what is usual: by a factor, by a distance, and by what a person would notice, all three, for
 * several windows in a row.
 *
 * @param windows in a row beyond the limit before it drifts, and within it before it is over
 * @param factor times the usual
 * @param distance times the usual distance from it
 * @param noticedMs milliseconds above it, {@code noticedShare} share of failures above it
 * @param fallen part of the usual traffic, as one over it, that is a falling away
 * @param busy transactions a minute that must be usual for their absence to mean something
 * @param back at or under this part of the limit a figure is usual again; between both it is neither
 */
public record Beyond(
    int windows,
    double factor,
    double distance,
    double noticedMs,
    double noticedShare,
    double fallen,
    double busy,
    double back) {
  /** By the false alarms that they gave on real series: src/docs/drift.md. A third of the traffic is a holiday. */
  public static final Beyond CHOSEN = new Beyond(3, 2, 5, 50, 0.02, 5, 1, 0.8);

  public Beyond {
    if (windows < 1 || !(factor >= 1 && distance >= 0 && noticedMs >= 0 && noticedShare >= 0 && fallen >= 1))
      throw new IllegalArgumentException("not beyond anything");
    if (!(back > 0 && back <= 1)) throw new IllegalArgumentException("back " + back);
  }

  /** How far out: over 1 is beyond the limit, 0 for what has no limit. */
  public double reach(Measure measure, double value, Norm.Usual usual) {
    if (measure == Measure.TRAFFIC) return fallen(value, usual);
    double noticed = measure == Measure.FAILURES ? noticedShare : noticedMs;
    double limit = Math.max(factor * usual.middle(),
        Math.max(usual.middle() + distance * usual.spread(), usual.middle() + noticed));
    return limit > 0 ? value / limit : 0;
  }

  private double fallen(double value, Norm.Usual usual) {
    double limit = Math.min(usual.middle() / fallen, usual.middle() - distance * usual.spread());
    if (usual.middle() < busy || limit <= 0) return 0;
    return value == 0 ? Double.POSITIVE_INFINITY : limit / value;
  }

  /**
   * It drifts after these windows.
   *
   * @param drifted it did before
   * @param newestFirst how far out the windows are; more than {@link #windows} say no more
   */
  public boolean stands(boolean drifted, List<Double> newestFirst) {
    boolean enough = newestFirst.size() >= windows;
    List<Double> last = newestFirst.subList(0, Math.min(windows, newestFirst.size()));
    if (drifted) return !enough || last.stream().anyMatch(reach -> reach > back);
    return enough && last.stream().allMatch(reach -> reach > 1);
  }
}
