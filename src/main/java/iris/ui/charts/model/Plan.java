package iris.ui.charts.model;

import iris.history.years.Grain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What is read so that a view can be drawn.
 *
 * @param seen the tiles of the view, in order of time
 * @param behind those of what is laid behind it
 * @param ahead those beside it, where a hand pans to next
 */
public record Plan(Grain grain, List<Tile> seen, List<Tile> behind, List<Tile> ahead) {
  /** So many stretches fall on one pixel at most, where nobody asks for more: a line, not a thicket. */
  private static final double CLEAR = 2;
  /** And so many where somebody does: a year of windows on a small window. */
  private static final double DENSE = 120;
  /** How much finer can be asked for. */
  public static final int FINEST = 2;

  public Plan {
    seen = List.copyOf(seen);
    behind = List.copyOf(behind);
    ahead = List.copyOf(ahead);
  }

  /** @param finer 0 to {@link #FINEST}: by how many grains finer than what is clear */
  public static Grain grain(Duration span, int width, int finer) {
    Grain clear = finest(span, width, CLEAR);
    Grain dense = finest(span, width, DENSE);
    return Grain.values()[Math.max(dense.ordinal(), clear.ordinal() - finer)];
  }

  private static Grain finest(Duration span, int width, double crowd) {
    for (Grain grain : Grain.values())
      if (span.toSeconds() <= crowd * width * seconds(grain)) return grain;
    return Grain.MONTH;
  }

  /** About as long as one stretch. */
  private static long seconds(Grain grain) {
    return switch (grain) {
      case WINDOW -> 300;
      case HOUR -> 3600;
      case DAY -> 86_400;
      case MONTH -> 30 * 86_400;
    };
  }

  /** @param behind what is laid behind the view, in the same grain */
  public static Plan of(String service, View view, Optional<View> behind, int width, int finer) {
    Grain grain = grain(view.span(), width, finer);
    List<Tile> seen = tiles(service, grain, view.from(), view.to());
    List<Tile> before = behind.map(b -> tiles(service, grain, b.from(), b.to())).orElse(List.of());
    List<Tile> beside = tiles(service, grain, view.panned(-1).from(), view.panned(1).to()).stream()
        .filter(t -> !seen.contains(t)).toList();
    return new Plan(grain, seen, before, beside);
  }

  private static List<Tile> tiles(String service, Grain grain, Instant from, Instant to) {
    long first = Tile.at(service, grain, from).index();
    long last = Tile.at(service, grain, to.minusMillis(1)).index();
    return LongStream.rangeClosed(first, last).mapToObj(i -> new Tile(service, grain, i)).toList();
  }
}
