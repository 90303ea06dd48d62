package iris.alarm;

import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Reason;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Objects;

/**
 * The figures of a service are beyond what is usual for this hour of this weekday, by much and for several windows: a
 * mark for the eye before anybody announced anything, and never an alarm.
 *
 * @param since start of the first window beyond
 * @param measure the one that is farthest out; {@code value} of the newest window that is beyond
 * @param usual what it was compared with, of {@code day} and {@code hour} where the reader sits
 * @param weeks of the past that {@code usual} rests on
 */
public record Drift(
    Instant since, Measure measure, double value, Norm.Usual usual, DayOfWeek day, int hour, int weeks) {
  private static final double MOST = 999;

  public Drift {
    Objects.requireNonNull(since);
    Objects.requireNonNull(measure);
    Objects.requireNonNull(usual);
    Objects.requireNonNull(day);
    if (!(value >= 0)) throw new IllegalArgumentException("value " + value);
  }

  /** How many times the usual; infinite where nothing is usual, as of failures. */
  public double factor() {
    return value / usual.middle();
  }

  /** "x2.4 for a Tuesday 10:00". */
  public Reason sentence() {
    return Reason.of("alarm.drift." + measure, Math.min(factor(), MOST), value, usual.middle(), "alarm.weekday." + day, hour);
  }
}
