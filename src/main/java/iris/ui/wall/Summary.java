package iris.ui.wall;

import iris.alarm.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A wall of several pages in short, the same on each of them: how each group stands, and what is red anywhere. Pure.
 *
 * @param red names of what is down, on whatever page, the longest down first
 */
record Summary(List<Group> groups, List<String> red) {
  /** As a person must hear of it: known trouble, then what nobody sees, then the rest. */
  private static final List<Shown> WORST = List.of(Shown.DOWN, Shown.LOST, Shown.DEGRADED, Shown.UNKNOWN, Shown.INIT,
      Shown.MAINTENANCE, Shown.OUT_OF_SERVICE, Shown.UP);

  /**
   * @param name as people call it; empty for what belongs to none
   * @param all how many services; {@code so} how many of them are in the worst state
   */
  record Group(String name, Shown worst, int so, int all) {}

  Summary {
    groups = List.copyOf(groups);
    red = List.copyOf(red);
  }

  static Summary of(WallModel wall) {
    Map<String, List<Shown>> by = new LinkedHashMap<>();
    for (TileModel tile : wall.tiles()) by.computeIfAbsent(tile.group(), _ -> new ArrayList<>()).add(tile.shown());
    List<Group> groups = new ArrayList<>();
    by.forEach((name, states) -> {
      Shown worst = states.stream().min((a, b) -> WORST.indexOf(a) - WORST.indexOf(b)).orElseThrow();
      groups.add(new Group(name, worst, (int) states.stream().filter(s -> s == worst).count(), states.size()));
    });
    List<String> red = wall.tiles().stream().filter(t -> t.shown() == Shown.DOWN)
        .sorted((a, b) -> a.since().compareTo(b.since())).map(TileModel::name).toList();
    return new Summary(groups, red);
  }
}
