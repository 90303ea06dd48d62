package iris.alarm;

import iris.signal.Verdict;
import iris.signal.Window;

/** What a window is worth: the feed's own word and the limits of the service, the worse of the two. */
final class Judging {
  /** Half a point over the limit, nine tenths under the time: what is near a limit neither raises nor clears. */
  private static final double BAND = 0.005;
  private static final double SWIFT = 0.9;

  private Judging() {}

  static Verdict verdict(Window w, Rules.ServiceRules rules) {
    if (w.state() == Verdict.DOWN || w.ratio() < rules.downBelow()) return Verdict.DOWN;
    boolean slow = rules.p95Limit().filter(_ -> w.transaction().p95() >= 0)
        .map(limit -> w.transaction().p95() > limit.toMillis()).orElse(false);
    // A window without traffic has no ratio (NaN): nothing compares with it.
    if (w.state() == Verdict.DEGRADED || w.ratio() < rules.ratioLimit() || slow) return Verdict.DEGRADED;
    return w.state() == Verdict.MAINTENANCE ? Verdict.UNKNOWN : w.state();
  }

  /** Good enough to end a degradation; without traffic the word of the feed's own probes stands. */
  static boolean clearlyGood(Window w, Rules.ServiceRules rules) {
    if (verdict(w, rules) != Verdict.UP) return false;
    boolean full = w.total() == 0 || w.ratio() >= Math.min(1, rules.ratioLimit() + BAND);
    boolean swift = rules.p95Limit().filter(_ -> w.transaction().p95() >= 0)
        .map(limit -> w.transaction().p95() <= SWIFT * limit.toMillis()).orElse(true);
    return full && swift;
  }
}
