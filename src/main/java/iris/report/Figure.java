package iris.report;

import iris.signal.Reason;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure of a service in some time: the same value stands on the screen, on paper, in the browser and in the files.
 *
 * @param key what it is, the same for ever: "availability.known"; its name for a person is the word {@code
 *     report.figure.KEY}
 * @param from of the time it is of, inclusive; {@code to} exclusive
 * @param about which of several: an origin, a party, a cause; empty: all
 * @param value in the unit's measure; empty: it cannot be known, which is not nought
 * @param note what else must be said of it: how it was found, what it does not cover
 */
public record Figure(
    String key, Instant from, Instant to, String about, OptionalDouble value, Unit unit, Optional<Reason> note) {
  public Figure {
    Objects.requireNonNull(key);
    Objects.requireNonNull(about);
    Objects.requireNonNull(value);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(note);
    if (from.isAfter(to)) throw new IllegalArgumentException(key + " ends before it begins");
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) throw new IllegalArgumentException(key + " " + value);
  }
}
