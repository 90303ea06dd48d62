package iris.report;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Response times of a stretch of the period, ms; a stretch about which nothing is known is not there.
 *
 * @param high 95th percentile, of all transactions or of the worst window: the account says which
 */
public record Sample(Instant from, Instant to, OptionalDouble mean, OptionalDouble high) {
  public Sample {
    Objects.requireNonNull(mean);
    Objects.requireNonNull(high);
    if (!from.isBefore(to)) throw new IllegalArgumentException("a sample of no time: " + from + " " + to);
  }
}
