package iris.ui.station.alarms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nothing moves under a hand: while one is at work, each row stays where it is, what is gone keeps its place, and what
 * is new stands below. When the hand rests, all take the places that they should have.
 */
final class Order {
  private Order() {}

  /**
   * @param before as the table stands
   * @param wanted as it should stand
   * @param all what there is, by id, also what is not wanted in the table
   */
  static List<Line> held(List<Line> before, List<Line> wanted, Map<String, Line> all) {
    List<Line> held = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (Line line : before) {
      Line now = all.get(line.id());
      held.add(now == null ? line.left() : now);
      there.add(line.id());
    }
    wanted.stream().filter(line -> !there.contains(line.id())).forEach(held::add);
    return List.copyOf(held);
  }
}
