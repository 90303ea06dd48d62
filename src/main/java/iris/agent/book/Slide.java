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
  /**
   * Fewer transactions than a share is taken of, but all of so many failed one after the other: all there were, or twice
   * as many. Of a service that loses each fifth ten in a row are one in ten million.
   */
  private static final int RUN = 5;
  private static final Duration LASTS = Duration.ofSeconds(5);
  /** What was begun before a fault ends well after it. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(1);

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

  private double failedShare() {
    return total == 0 ? 0 : (double) failed() / total;
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
        && (run >= Math.max(2 * RUN, suspicion.failures()) || run >= Math.max(RUN, suspicion.failures()) && failed() == total);
    if (row || down(limits, suspicion) || newest().surelyDown(limits, suspicion)) return Optional.of(Severity.OUTAGE);
    boolean worse = many && (beyond(failed(), 1 - limits.degradedBelow()) || limits.p95().isPresent() && beyond(slow, SLOW_SHARE));
    return worse ? Optional.of(Severity.DEGRADED) : Optional.empty();
  }

  /**
   * More of them than a share at its very limit brings by chance, twice its spread and one: of 30 transactions one that
   * fails is 3 %, and says nothing of a service that may lose 1 %.
   */
  private boolean beyond(long bad, double share) {
    double usual = share * total;
    return bad > usual + 2 * Math.sqrt(usual) + 1;
  }

  /** Of few transactions half may fail by chance where each fifth does. */
  private boolean surelyDown(Thresholds limits, Suspicion suspicion) {
    double half = (1 - limits.downBelow()) * total;
    return total >= suspicion.least() && failed() > half + Math.sqrt(half) + 1;
  }

  private boolean down(Thresholds limits, Suspicion suspicion) {
    return total >= suspicion.least() && good() < limits.downBelow();
  }

  /** The seconds that began after this moment; {@link #until} those before. */
  Slide after(Instant at) {
    return of(beats.stream().filter(b -> b.second().isAfter(at)).toList());
  }

  private Slide until(Instant at) {
    return of(beats.stream().filter(b -> !b.second().isAfter(at)).toList());
  }

  /**
   * Whether transactions went well since then, and more than those that were long under way when all stopped: at least
   * as many as half a second brought before.
   */
  boolean serves(Instant at, Thresholds limits, Suspicion suspicion) {
    Slide since = after(at.plus(UNDER_WAY));
    long well = since.total - since.failed();
    if (well < suspicion.failures() || since.good() < limits.downBelow()) return false;
    Slide before = until(at);
    if (before.beats.isEmpty()) return true;
    double seconds = 1 + Duration.between(before.beats.getFirst().second(), at).toSeconds();
    return well >= (before.total - before.failed()) / seconds / 2;
  }

  /** Whether transactions failed since then, most of them. */
  boolean fails(Instant at, Thresholds limits, Suspicion suspicion) {
    Slide since = after(at.plus(UNDER_WAY));
    return since.failed() >= suspicion.failures() && since.good() < limits.downBelow();
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

  /** Whether all that came since then is well, and less than would be calm: by night one transaction a minute. */
  boolean fewAndWell(Instant lastBad, int enough) {
    return total < enough && failed() == 0 && slow == 0 && lastBad.isBefore(beats.getFirst().second());
  }

  /** Whether one second is bad by itself. */
  static boolean bad(Beat b, Thresholds limits) {
    return 1 - (double) b.failed() / b.total() < limits.degradedBelow()
        || limits.p95().isPresent() && b.slow() > SLOW_SHARE * b.total();
  }

  /**
   * Since when it is bad: the second from which on most is lost. A failure long before, of the kind that always
   * happens, does not move it: half the share that fails in the newest seconds, or in all, is taken off each second,
   * and the largest sum wins.
   */
  Instant since() {
    boolean failures = !slowly();
    Slide newest = newest();
    double usual = (failures ? Math.max(failedShare(), newest.failedShare()) : Math.max(slowShare(), newest.slowShare())) / 2;
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
