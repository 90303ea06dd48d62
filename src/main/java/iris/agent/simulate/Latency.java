package iris.agent.simulate;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * How long something takes: log-normal, as measured services are, and of a hundred one that waits for something else.
 *
 * @param median half are quicker
 * @param spread of the logarithm, 0 or more; 0.4 is a calm service
 */
public record Latency(Duration median, double spread) {
  private static final double TAIL = 0.01;
  private static final double TAIL_FACTOR = 5;

  public Latency {
    Objects.requireNonNull(median);
    if (median.isNegative() || spread < 0) throw new IllegalArgumentException(median + " " + spread);
  }

  public static Latency of(int medianMillis) {
    return new Latency(Duration.ofMillis(medianMillis), 0.4);
  }

  /** One of them. @param slower how many times longer than usual, above 0 */
  public Duration draw(RandomGenerator dice, double slower) {
    double factor = Math.exp(dice.nextGaussian() * spread) * (dice.nextDouble() < TAIL ? TAIL_FACTOR : 1);
    return Duration.ofNanos(Math.round(median.toNanos() * factor * slower));
  }
}
