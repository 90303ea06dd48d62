package iris.history.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How fast the budget of a period is used up, over three windows of time: a burn that the hour and the day both show is
 * no flicker.
 *
 * @param period from its begin on; {@code day} and {@code hour} what was promised of the last 24 hours and 60 minutes
 * @param budget minutes that may be lost in the whole period, what is still to come of it included
 * @param until what is known reaches so far
 * @param ahead seconds still promised in the period
 */
public record Burn(Availability period, Availability day, Availability hour, double budget, Instant until, long ahead) {
  public Burn {
    Objects.requireNonNull(period);
    Objects.requireNonNull(day);
    Objects.requireNonNull(hour);
    Objects.requireNonNull(until);
  }

  /** Minutes of the whole period's budget that are left; less than 0: overdrawn, whatever comes. */
  public double left() {
    return budget - period.used();
  }

  /** Share of the whole period's budget that is used, 0 to more than 1; empty where nothing may be lost. */
  public OptionalDouble usedUp() {
    return budget <= 0 ? OptionalDouble.empty() : OptionalDouble.of(period.used() / budget);
  }

  /** How much promised time the rest of the budget lasts at the pace of the last day; empty where that is for good. */
  public Optional<Duration> lasts() {
    double lostPerSecond = day.known() == 0 ? 0 : day.lost() / day.known();
    if (left() <= 0) return Optional.of(Duration.ZERO);
    double seconds = lostPerSecond <= 0 ? Double.POSITIVE_INFINITY : left() * 60 / lostPerSecond;
    return seconds >= ahead ? Optional.empty() : Optional.of(Duration.ofSeconds((long) seconds));
  }
}
