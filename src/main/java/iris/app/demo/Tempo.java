package iris.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How time goes in a demonstration. The documents bear real times, so that the console's clock and theirs agree. Until
 * the start a day of life was told, in windows as long as in life; from the start on the story runs faster, and its
 * windows are a minute long at most, so that who looks on for a few minutes sees several.
 *
 * @param speed 1 to 120
 */
public record Tempo(Instant start, int speed) {
  /** Length of a window of the day before. */
  static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  public Tempo {
    Objects.requireNonNull(start);
    if (speed < 1 || speed > 120) throw new IllegalArgumentException("speed " + speed);
  }

  /** Length of a window that the audience sees come. */
  public Duration period() {
    Duration shorter = LONGEST.dividedBy(speed);
    return shorter.compareTo(SHORTEST) < 0 ? SHORTEST : Duration.ofSeconds(fitting(shorter.toSeconds()));
  }

  /** Windows stand on a grid of which a window of life is a whole multiple. */
  private static long fitting(long seconds) {
    long fits = seconds;
    while (LIFE.toSeconds() % fits != 0) fits--;
    return fits;
  }

  /** From here on windows are short: the last end of a window of life before the start. */
  public Instant change() {
    long p = LIFE.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(start.getEpochSecond(), p) * p);
  }

  /** When something of the story happens that in life happens {@code after} the start; negative is before. */
  public Instant at(Duration after) {
    return start.plus(after.isNegative() ? after : after.dividedBy(speed));
  }

  /** The time of day in the story. */
  public Instant story(Instant real) {
    Duration after = Duration.between(start, real);
    return start.plus(after.isNegative() ? after : after.multipliedBy(speed));
  }

  /** Length of the window that {@code at} lies in. */
  public Duration periodAt(Instant at) {
    return at.isBefore(change()) ? LIFE : period();
  }

  /** Start of the window that {@code at} lies in. */
  public Instant windowOf(Instant at) {
    long p = periodAt(at).toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), p) * p);
  }
}
