package iris.agent.book;

import iris.agent.AgentConfig.Suspicion;
import iris.agent.AgentConfig.Thresholds;
import iris.agent.Beat;
import iris.signal.Origin;
import iris.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The seconds of the short sliding time, taken together.
 *
 * @param total transactions in it; of them failed by the fault of each, and slow
 */
record Slide(List<Beat> beats, long total, long provider, long external, long unknown, long slow) {
  /** A 95th percentile over the limit is more than a twentieth that is slow. */
  private static final double SLOW_SHARE = 0.05;
  /** As in the alarm model: half a point above the limit, and a point under the share, before it is calm again. */
  private static final double DEADBAND = 0.005;
  private static final double CALM_SLOW_SHARE = 0.04;
  /** Fewer transactions than a share is taken of, but all of so many failed one after the other. */
  private static final int RUN = 5;
  private static final Duration LASTS = Duration.ofSeconds(5);

  static Slide of(List<Beat> beats) {
    return new Slide(beats, beats.stream().mapToLong(Beat::total).sum(),
        beats.stream().mapToLong(Beat::provider).sum(), beats.stream().mapToLong(Beat::external).sum(),
        beats.stream().mapToLong(Beat::unknown).sum(), beats.stream().mapToLong(Beat::slow).sum());
  }

  long failed() {
    return provider + external + unknown;
  }

  double good() {
    return total == 0 ? Double.NaN : (double) (total - failed()) / total;
  }

  double slowShare() {
    return total == 0 ? 0 : (double) slow / total;
  }

  /**
   * How bad; empty where it is well or says too little. An outage shows in the newest seconds long before it is half of
   * all; what lasts less than {@link #LASTS} is a hiccup.
   *
   * @param run transactions that failed since the last that did not, and since when
   */
  Optional<Severity> bad(Thresholds limits, Suspicion suspicion, long run, Optional<Instant> runSince) {
    boolean many = total >= suspicion.least();
    boolean row = runSince.filter(this::lasts).isPresent()
        && (run >= suspicion.least() || run >= Math.max(RUN, suspicion.failures()) && failed() == total);
    if (row || down(limits, suspicion) || newest().down(limits, suspicion)) return Optional.of(Severity.OUTAGE);
    boolean worse = many && (good() < limits.degradedBelow() || limits.p95().isPresent() && slowShare() > SLOW_SHARE);
    return worse ? Optional.of(Severity.DEGRADED) : Optional.empty();
  }

  private boolean down(Thresholds limits, Suspicion suspicion) {
    return total >= suspicion.least() && good() < limits.downBelow();
  }

  /** Transactions that went well in the seconds that began after this moment. */
  long goodAfter(Instant at) {
    return beats.stream().filter(b -> b.second().isAfter(at)).mapToLong(b -> b.total() - b.failed()).sum();
  }

  /**
   * Most of the newest seconds failed. Too few for a share of their own, perhaps, yet whoever says with a check that it
   * is down is not contradicted by what went well before.
   */
  boolean fallen(Thresholds limits, Suspicion suspicion) {
    Slide newest = newest();
    return newest.failed() >= suspicion.failures() && newest.good() < limits.downBelow();
  }

  private Slide newest() {
    Instant from = end().minus(LASTS);
    return of(beats.stream().filter(b -> !b.second().isBefore(from)).toList());
  }

  /** Whether what began at {@code since} is more than a hiccup. */
  boolean lasts(Instant since) {
    return Duration.between(since, end()).compareTo(LASTS) >= 0;
  }

  private Instant end() {
    return beats.getLast().second().plusSeconds(1);
  }

  /** Whether it is well beyond doubt. */
  boolean calm(Thresholds limits, Suspicion suspicion) {
    if (total < suspicion.successes()) return false;
    boolean slowly = limits.p95().isPresent() && slowShare() > CALM_SLOW_SHARE;
    return good() >= Math.min(1, limits.degradedBelow() + DEADBAND) && !slowly;
  }

  /** Whether one second is bad by itself. */
  static boolean bad(Beat b, Thresholds limits) {
    return 1 - (double) b.failed() / b.total() < limits.degradedBelow()
        || limits.p95().isPresent() && b.slow() > SLOW_SHARE * b.total();
  }

  /**
   * Since when it is bad: the second from which on most is lost. A failure long before, of the kind that always
   * happens, does not move it: half the share that now fails is taken off each second, and the largest sum wins.
   */
  Instant since() {
    boolean failures = !slowly();
    double usual = (failures ? (double) failed() / total : slowShare()) / 2;
    double sum = 0;
    double most = Double.NEGATIVE_INFINITY;
    Instant since = beats.getFirst().second();
    for (Beat b : beats.reversed()) {
      sum += (failures ? b.failed() : b.slow()) - usual * b.total();
      if (sum >= most && (failures ? b.failed() : b.slow()) > 0) {
        most = sum;
        since = b.second();
      }
    }
    return since;
  }

  /** Whether it is slow more than it fails. */
  boolean slowly() {
    return slow > failed();
  }

  /** By whose fault most of it failed; {@code UNKNOWN} where none has the greater part. */
  Origin mostly() {
    if (2 * external > failed()) return Origin.EXTERNAL;
    return 2 * provider > failed() ? Origin.PROVIDER : Origin.UNKNOWN;
  }
}
