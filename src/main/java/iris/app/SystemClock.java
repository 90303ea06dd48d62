package iris.app;

import iris.alarm.Now;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * Both clocks of this machine; {@code began} is System.nanoTime at the start of the program. The wall clock goes by
 * milliseconds, since that is what the journal keeps: a board that judged by less would not come out the same again.
 */
record SystemClock(long began) implements Supplier<Now> {
  static SystemClock starting() {
    return new SystemClock(System.nanoTime());
  }

  @Override
  public Now get() {
    return new Now(Instant.now().truncatedTo(ChronoUnit.MILLIS), Duration.ofNanos(System.nanoTime() - began));
  }
}
