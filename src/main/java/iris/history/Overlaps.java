package iris.history;

import iris.signal.Window;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How many seconds each window speaks for. Where windows overlap, as when a feed changes its period, each second is
 * counted once, for the one that starts later: it was cut finer or began with the news.
 */
final class Overlaps {
  /** A window that claims more speaks for its first day. */
  static final Duration LONGEST = Duration.ofDays(1);

  private Overlaps() {}

  /** Its end as far as it counts, in seconds since 1970. */
  static long end(Window w) {
    return Math.min(w.to().getEpochSecond(), w.from().getEpochSecond() + LONGEST.toSeconds());
  }

  /**
   * @param byStart windows, each start once
   * @param from {@code to} seconds since 1970: only what lies between them counts
   * @return for each window in their order
   */
  static long[] seconds(List<Window> byStart, long from, long to) {
    long[] seconds = new long[byStart.size()];
    // What later ones cover: apart from each other, the earliest on top.
    Deque<long[]> covered = new ArrayDeque<>();
    for (int i = byStart.size() - 1; i >= 0; i--) {
      long begin = Math.max(from, byStart.get(i).from().getEpochSecond());
      long end = Math.min(to, end(byStart.get(i)));
      if (end <= begin) continue;
      long free = end - begin;
      long reach = end;
      while (!covered.isEmpty() && covered.peek()[0] <= end) {
        long[] later = covered.pop();
        free -= Math.min(end, later[1]) - Math.max(begin, later[0]);
        reach = Math.max(reach, later[1]);
      }
      covered.push(new long[] {begin, reach});
      seconds[i] = free;
    }
    return seconds;
  }
}
