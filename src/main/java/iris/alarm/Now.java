package iris.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * An instant on both clocks. {@code wall} is what people read and windows are named by; {@code mono} is a monotonic
 * duration from an arbitrary start, the only clock that durations are measured with, since a wall clock can step.
 */
public record Now(Instant wall, Duration mono) {
  public Now {
    Objects.requireNonNull(wall);
    Objects.requireNonNull(mono);
  }

  public Now plus(Duration d) {
    return new Now(wall.plus(d), mono.plus(d));
  }
}
