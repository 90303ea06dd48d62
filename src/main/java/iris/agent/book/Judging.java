package iris.agent.book;

import iris.agent.AgentConfig.Served;
import iris.agent.AgentConfig.Suspicion;
import iris.agent.AgentConfig.Thresholds;
import iris.agent.Tally;
import iris.signal.Severity;
import iris.signal.Verdict;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The state of a window. Three witnesses: the figures, the checks and the incidents. Many transactions that went well
 * outweigh a check that failed: the service serves, so it is degraded and not down; of an incident that was asked when it
 * was opened. Few transactions prove as little as one check: the worse of both counts.
 */
final class Judging {
  private Judging() {}

  static Verdict state(Served served, Memory.Frame f, Tally tally, List<Memory.Phase> phases) {
    Verdict figures = figures(tally, served.thresholds(), served.suspicion());
    Verdict checks = checks(f.looks(), served.thresholds(), served.suspicion());
    boolean many = tally.total() >= served.suspicion().least();
    if (many && checks == Verdict.DOWN) checks = Verdict.DEGRADED;
    // An outage of ours was weighed against the transactions of its own seconds; that many went well before it began is
    // no word against it, and windows of a short outage would else ring as degraded after its end.
    return worse(worse(figures, checks), worse(incidents(f, phases, false), incidents(f, phases, true)));
  }

  /** {@code UNKNOWN} without transactions. */
  static Verdict figures(Tally tally, Thresholds limits, Suspicion suspicion) {
    if (tally.total() == 0) return Verdict.UNKNOWN;
    boolean few = tally.total() < suspicion.least();
    double good = (double) (tally.total() - tally.failed()) / tally.total();
    boolean believed = !few || tally.failed() >= suspicion.failures();
    if (believed && good < limits.downBelow()) return Verdict.DOWN;
    if (believed && good < limits.degradedBelow()) return Verdict.DEGRADED;
    boolean slow = limits.p95().map(limit -> slow(tally.whole(), limit, few ? suspicion.failures() : 1)).orElse(false);
    return slow ? Verdict.DEGRADED : Verdict.UP;
  }

  /** @param least of so many transactions one alone must not be the 95th percentile */
  private static boolean slow(Histogram whole, Duration limit, int least) {
    if (whole.getTotalCount() == 0 || whole.getValueAtPercentile(95) <= limit.toMillis()) return false;
    return over(whole, limit.toMillis()) >= least;
  }

  /** How many took longer. */
  static long over(Histogram h, long millis) {
    return h.getTotalCount() == 0 || millis >= h.getMaxValue() ? 0 : h.getCountBetweenValues(millis + 1, h.getMaxValue());
  }

  /** The worst check; {@code UNKNOWN} without any. One that failed now and then, but not twice, is well. */
  static Verdict checks(List<Memory.Looks> looks, Thresholds limits, Suspicion suspicion) {
    Verdict worst = Verdict.UNKNOWN;
    for (Memory.Looks l : looks) {
      double good = (double) (l.all() - l.failed()) / l.all();
      double whole = (double) (l.all() - l.failed() - l.degraded()) / l.all();
      boolean often = l.failed() >= suspicion.failures() || l.failed() == l.all();
      Verdict one = often && good < Math.max(limits.downBelow(), Double.MIN_VALUE) ? Verdict.DOWN
          : often && good < limits.degradedBelow() || whole < limits.downBelow() ? Verdict.DEGRADED : Verdict.UP;
      worst = worse(worst, one);
    }
    return worst;
  }

  /** An outage of half the window or more is the window's; a shorter one, or less than an outage, degrades it. */
  static Verdict incidents(Memory.Frame f, List<Memory.Phase> phases, boolean announced) {
    Duration out = Duration.ZERO;
    boolean any = false;
    for (Memory.Phase p : phases) {
      if (p.announced() != announced) continue;
      Duration common = Times.common(f.from(), f.to(), p.from(), p.to().orElse(f.to()));
      if (common.isZero()) continue;
      any = true;
      if (p.severity() == Severity.OUTAGE) out = out.plus(common);
    }
    if (!any) return Verdict.UNKNOWN;
    Duration half = Duration.between(f.from(), f.to()).dividedBy(2);
    return out.compareTo(half) >= 0 ? Verdict.DOWN : Verdict.DEGRADED;
  }

  /** Of the last window and what is open. */
  static Verdict worse(Verdict window, List<Memory.Opened> open) {
    Verdict worst = window;
    for (Memory.Opened o : open) worst = worse(worst, o.severity() == Severity.OUTAGE ? Verdict.DOWN : Verdict.DEGRADED);
    return worst;
  }

  /** What nobody knows is outweighed by what somebody does. */
  static Verdict worse(Verdict a, Verdict b) {
    return weight(a) >= weight(b) ? a : b;
  }

  private static int weight(Verdict v) {
    return switch (v) {
      case UNKNOWN, MAINTENANCE -> 0;
      case UP -> 1;
      case DEGRADED -> 2;
      case DOWN -> 3;
    };
  }
}
