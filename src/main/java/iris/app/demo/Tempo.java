package iris.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How time goes in a demonstration. The documents bear real times, so that the console's clock and theirs agree; what
 * runs faster is the story, and the windows are shorter by as much (10 s at least).
 *
 * @param speed 1 to 120
 */
public record Tempo(Instant start, int speed) {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  public Tempo {
    Objects.requireNonNull(start);
    if (speed < 1 || speed > 120) throw new IllegalArgumentException("speed " + speed);
  }

  /** Length of a window. */
  public Duration period() {
    Duration shorter = Duration.ofSeconds(LIFE.toSeconds() / speed);
    return shorter.compareTo(SHORTEST) < 0 ? SHORTEST : shorter;
  }

  /** When something of the story happens that in life happens {@code after} the start; negative is before. */
  public Instant at(Duration after) {
    return start.plus(after.dividedBy(speed));
  }

  /** The time of day in the story. */
  public Instant story(Instant real) {
    return start.plus(Duration.between(start, real).multipliedBy(speed));
  }

  /** Start of the window that {@code at} lies in. */
  public Instant windowOf(Instant at) {
    long p = period().toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), p) * p);
  }
}
