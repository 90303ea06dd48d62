package iris.history.contract;

import iris.history.years.Latencies;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How well transactions satisfied, by counts.
 *
 * @param satisfied within the limit; {@code tolerating} within four times it; {@code frustrated} beyond
 */
public record Apdex(long satisfied, long tolerating, long frustrated) {
  private static final int PATIENCE = 4;

  public Apdex {
    if (satisfied < 0 || tolerating < 0 || frustrated < 0) throw new IllegalArgumentException("counts are not negative");
  }

  public static Apdex of(Latencies times, Duration limit) {
    long satisfied = times.within(limit.toMillis());
    long patient = times.within(limit.multipliedBy(PATIENCE).toMillis());
    return new Apdex(satisfied, patient - satisfied, times.count() - patient);
  }

  public Apdex plus(Apdex other) {
    return new Apdex(satisfied + other.satisfied, tolerating + other.tolerating, frustrated + other.frustrated);
  }

  /** 0 to 1; empty without a transaction. */
  public OptionalDouble value() {
    long all = satisfied + tolerating + frustrated;
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((satisfied + tolerating / 2.0) / all);
  }
}
