package iris.ui.charts.model;

import iris.history.years.Grain;
import java.time.Instant;
import java.util.Objects;

/**
 * A piece of the past that is read and kept as one, on a grid of its own for each grain, so that who pans comes back to
 * what was read.
 */
public record Tile(String service, Grain grain, long index) {
  private static final long DAY = 86_400;

  public Tile {
    Objects.requireNonNull(service);
    Objects.requireNonNull(grain);
  }

  static Tile at(String service, Grain grain, Instant at) {
    return new Tile(service, grain, Math.floorDiv(at.getEpochSecond(), length(grain)));
  }

  /** Some hundreds of stretches each, in seconds. */
  private static long length(Grain grain) {
    return DAY * switch (grain) {
      case WINDOW -> 2;
      case HOUR -> 32;
      case DAY -> 1024;
      case MONTH -> 8192;
    };
  }

  public Instant from() {
    return Instant.ofEpochSecond(index * length(grain));
  }

  public Instant to() {
    return Instant.ofEpochSecond((index + 1) * length(grain));
  }

  public Tile next() {
    return new Tile(service, grain, index + 1);
  }
}
