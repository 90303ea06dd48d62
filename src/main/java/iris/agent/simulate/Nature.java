package iris.agent.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a service is like when nothing is wrong.
 *
 * @param peak transactions a second at the rush hour, above 0 to 500
 * @param own time of the provider's work, {@code external} of the external party's answer at night
 * @param ownFlaws share of the transactions that fail on the best of days by the provider, {@code externalFlaws} by
 *     the external party; 0 to 1
 * @param patience how long the provider waits for the external party
 */
public record Nature(
    double peak, Latency own, Latency external, double ownFlaws, double externalFlaws, Duration patience) {
  /** The SIV as it is known from outside: five lookups a second at the rush hour. */
  public static final Nature SIV = of(5, 310);

  public Nature {
    Objects.requireNonNull(own);
    Objects.requireNonNull(external);
    if (!(peak > 0 && peak <= 500)) throw new IllegalArgumentException(peak + " transactions a second");
    if (ownFlaws < 0 || externalFlaws < 0 || ownFlaws + externalFlaws > 1)
      throw new IllegalArgumentException("flaws " + ownFlaws + " " + externalFlaws);
    if (patience.isNegative() || patience.isZero()) throw new IllegalArgumentException("patience " + patience);
  }

  /** @param external median of the external party's answer at night, ms */
  public static Nature of(double peak, int external) {
    return new Nature(peak, Latency.of(120), Latency.of(external), 0.0006, 0.0015, Duration.ofSeconds(10));
  }

  /** Without the failures that every service has, for whoever counts. */
  public Nature flawless() {
    return new Nature(peak, own, external, 0, 0, patience);
  }

  /** How many times longer the external party takes at this time of the day, 1 or more. */
  double crowded(Instant story) {
    double load = Rush.load(story);
    return 1 + 0.6 * load * load;
  }
}
