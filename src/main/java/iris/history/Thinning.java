package iris.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which snapshots may go. Near by each stays, one every half hour, so that a start or a look at last night replays
 * little; further back one every four hours. Any instant since the oldest that stays can be reached.
 */
final class Thinning {
  static final Duration NEAR = Duration.ofDays(3);
  static final Duration APART = Duration.ofHours(4);

  private Thinning() {}

  record Point(long seq, Instant wall) {}

  /**
   * @param all by their number
   * @param cut the number of the one from which the kept inputs go on: older ones are of no use; 0 for none
   */
  static List<Long> surplus(List<Point> all, Instant now, long cut) {
    List<Long> surplus = new ArrayList<>();
    Instant last = Instant.MIN;
    for (int i = 0; i < all.size(); i++) {
      Point p = all.get(i);
      boolean needed = p.seq() == cut || i == all.size() - 1 || p.wall().isAfter(now.minus(NEAR))
          || last.equals(Instant.MIN) || Duration.between(last, p.wall()).compareTo(APART) >= 0;
      if (p.seq() < cut || !needed) surplus.add(p.seq());
      else last = p.wall();
    }
    return surplus;
  }
}
