package iris.alarm;

import iris.signal.Priority;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What an alarm is told.
 *
 * @param at start of the bad run, or of the good one
 * @param grain length of a window, within which {@code at} is unsure; zero where somebody stated the time
 */
record Evidence(Instant at, Priority priority, Reason why, Duration grain) {
  Evidence {
    Objects.requireNonNull(at);
    Objects.requireNonNull(priority);
    Objects.requireNonNull(why);
    Objects.requireNonNull(grain);
  }

  static Evidence stated(Instant at, Priority priority, Reason why) {
    return new Evidence(at, priority, why, Duration.ZERO);
  }

  boolean stated() {
    return grain.isZero();
  }
}
