package iris.alarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;

/**
 * When each feed, with all that hangs on it, must be looked at again, by the place of the feed. Of sixty-four the
 * soonest is known, so that nobody goes through ten thousand to find that nothing is due. Immutable.
 */
final class Dues {
  private static final int PART = 64;

  /**
   * All in nanoseconds: on the monotonic clock, or since 1970.
   *
   * @param mono time alone may change something from then on; {@code wall} the same by the other clock
   * @param wakesMono the board itself wants to be woken then; {@code wakesWall} the same by the other clock
   */
  record Due(long mono, long wall, long wakesMono, long wakesWall) {
    static final Due NEVER = new Due(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /** At the next look at all that is due: something changed at the last one, and may change something else. */
    Due atOnce() {
      return new Due(Long.MIN_VALUE, Long.MIN_VALUE, wakesMono, wakesWall);
    }

    boolean isAtOnce() {
      return mono == Long.MIN_VALUE;
    }

    boolean reached(long atMono, long atWall) {
      return mono <= atMono || wall <= atWall;
    }

    private Due sooner(Due other) {
      return new Due(Math.min(mono, other.mono), Math.min(wall, other.wall), Math.min(wakesMono, other.wakesMono),
          Math.min(wakesWall, other.wakesWall));
    }
  }

  private final Due[][] parts;
  private final Due[] soonest;

  private Dues(Due[][] parts, Due[] soonest) {
    this.parts = parts;
    this.soonest = soonest;
  }

  /** For so many feeds, none of which is ever due. */
  static Dues of(int size) {
    Due[][] parts = new Due[(size + PART - 1) / PART][];
    Due[] soonest = new Due[parts.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new Due[Math.min(PART, size - i * PART)];
      Arrays.fill(parts[i], Due.NEVER);
      soonest[i] = Due.NEVER;
    }
    return new Dues(parts, soonest);
  }

  Dues with(Map<Integer, Due> changed) {
    if (changed.isEmpty()) return this;
    Due[][] next = parts.clone();
    Due[] least = soonest.clone();
    changed.forEach((place, due) -> {
      int part = place / PART;
      if (next[part] == parts[part]) next[part] = parts[part].clone();
      next[part][place % PART] = due;
    });
    for (int i = 0; i < next.length; i++) if (next[i] != parts[i]) least[i] = soonest(next[i]);
    return new Dues(next, least);
  }

  private static Due soonest(Due[] part) {
    Due least = Due.NEVER;
    for (Due due : part) least = least.sooner(due);
    return least;
  }

  Due at(int place) {
    return parts[place / PART][place % PART];
  }

  /** Places of those that are due by now. */
  List<Integer> reached(long mono, long wall) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      if (!soonest[i].reached(mono, wall)) continue;
      for (int j = 0; j < parts[i].length; j++) if (parts[i][j].reached(mono, wall)) places.add(i * PART + j);
    }
    return places;
  }

  /** Places of those that are to be looked at again because something changed. */
  List<Integer> atOnce() {
    return reached(Long.MIN_VALUE, Long.MIN_VALUE);
  }

  /**
   * The least of what {@code at} makes of the two moments at which each wants the board to be woken. A part whose
   * soonest lies ahead is asked as a whole.
   */
  long wakes(long mono, long wall, LongBinaryOperator at) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < parts.length; i++) {
      Due all = soonest[i];
      if (all.wakesMono > mono && all.wakesWall > wall) least = Math.min(least, at.applyAsLong(all.wakesMono, all.wakesWall));
      else for (Due due : parts[i]) least = Math.min(least, at.applyAsLong(due.wakesMono, due.wakesWall));
    }
    return least;
  }
}
