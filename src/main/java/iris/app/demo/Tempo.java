package iris.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * How time goes in a demonstration. The documents bear real times, so that the console's clock and theirs agree. Until
 * the start a day of life was told, in windows as long as in life; from the start on the story runs faster, and its
 * windows are a minute long at most, so that who looks on for a few minutes sees several.
 *
 * @param speed 1 to 120
 * @param ahead how far the time of day of the story is before the clock at the start; negative is behind
 */
public record Tempo(Instant start, int speed, Duration ahead) {
  /** Length of a window of the day before. */
  static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  /** No shorter than a program needs to start on a busy machine, or its first window would be missing. */
  private static final Duration SHORTEST = Duration.ofSeconds(20);
  /** So long after its end the agent closes a window of life. */
  private static final Duration GRACE = Duration.ofSeconds(10);
  /** When the day of {@link Scene#DAY} begins: before its first rush. */
  private static final LocalTime MORNING = LocalTime.of(6, 0);

  public Tempo {
    Objects.requireNonNull(start);
    Objects.requireNonNull(ahead);
    if (speed < 1 || speed > 120) throw new IllegalArgumentException("speed " + speed);
  }

  /** A scene from now on; a day begins in the morning, whatever time it is. */
  static Tempo of(Scene scene, Instant start, int speed) {
    ZonedDateTime here = start.atZone(ZoneId.systemDefault());
    Duration ahead = scene == Scene.DAY ? Duration.between(here, here.with(MORNING)) : Duration.ZERO;
    return new Tempo(start, speed, ahead);
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

  /**
   * From here on windows are short: the last end of a window of life that was published before the start. Were it one that
   * is not yet, the newest window would be five minutes old where one comes every minute, and the demonstration stale.
   */
  public Instant change() {
    long p = LIFE.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(start.minus(GRACE).getEpochSecond(), p) * p);
  }

  /** When something of the story happens that in life happens {@code after} the start; negative is before. */
  public Instant at(Duration after) {
    return start.plus(after.isNegative() ? after : after.dividedBy(speed));
  }

  /** The time of day in the story. */
  public Instant story(Instant real) {
    Duration after = Duration.between(start, real);
    return after.isNegative() ? real : start.plus(ahead).plus(after.multipliedBy(speed));
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
