package iris.app;

import iris.alarm.Now;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Both clocks of this machine; {@code began} is System.nanoTime at the start of the program. */
record SystemClock(long began) implements Supplier<Now> {
  static SystemClock starting() {
    return new SystemClock(System.nanoTime());
  }

  @Override
  public Now get() {
    return new Now(Instant.now(), Duration.ofNanos(System.nanoTime() - began));
  }
}
