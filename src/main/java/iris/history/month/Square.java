package iris.history.month;

import iris.history.years.Tally;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What is known of one hour or day.
 *
 * @param due seconds that should have been measured, of all services together; 0 where it lies ahead
 * @param plain outside of maintenance, {@code works} within
 * @param slow of the service that was slowest against its usual
 */
public record Square(long due, Tally plain, Tally works, Slow slow) {
  public static final Square NONE = new Square(0, Tally.NONE, Tally.NONE, Slow.UNKNOWN);

  /** @param mean ms, {@code usual} ms; both 0 where one is not known */
  public record Slow(String service, double mean, double usual) {
    public static final Slow UNKNOWN = new Slow("", 0, 0);

    public Slow {
      Objects.requireNonNull(service);
    }

    /** Times the usual; empty where nothing is. */
    public OptionalDouble times() {
      return usual <= 0 ? OptionalDouble.empty() : OptionalDouble.of(mean / usual);
    }
  }

  public Square {
    Objects.requireNonNull(plain);
    Objects.requireNonNull(works);
    Objects.requireNonNull(slow);
    if (due < 0) throw new IllegalArgumentException("due " + due);
  }

  Square plus(Square o) {
    boolean slower = o.slow.times().orElse(0) > slow.times().orElse(0);
    return new Square(due + o.due, plain.plus(o.plain), works.plus(o.works), slower ? o.slow : slow);
  }

  /** Of what was measured outside of maintenance, 0 to 1. Never to be said without {@link #coverage}. */
  public OptionalDouble availability() {
    return plain.known() == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, plain.good() / plain.known()));
  }

  /** Share of the time outside of maintenance that was measured, 0 to 1; 0 where there is none. */
  public double coverage() {
    long asked = due - works.said();
    return asked <= 0 ? plain.known() > 0 ? 1 : 0 : Math.min(1, (double) plain.known() / asked);
  }
}
