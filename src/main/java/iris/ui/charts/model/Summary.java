package iris.ui.charts.model;

import java.time.Instant;
import java.util.List;

/**
 * What the whole of a view amounts to, counted over the stretches that lie in it entirely.
 *
 * @param from, to the time that is counted, snapped to whole stretches
 * @param good seconds known, each times its success ratio; {@code known} seconds; {@code counted} all but maintenance
 */
public record Summary(Instant from, Instant to, double good, long known, long counted, long total, long failed) {
  /** @param view no later than now */
  public static Summary of(View view, List<Strand> strands) {
    long from = view.from().toEpochMilli();
    long to = view.to().toEpochMilli();
    for (Strand s : strands) {
      int first = s.after(from);
      if (first < s.size() && s.from(first) < from) from = s.to(first);
      int last = s.after(to);
      if (last < s.size() && s.from(last) < to) to = s.from(last);
    }
    return from < to ? sum(from, to, strands) : new Summary(view.from(), view.from(), 0, 0, 0, 0, 0);
  }

  private static Summary sum(long from, long to, List<Strand> strands) {
    double good = 0;
    long known = 0;
    long works = 0;
    double total = 0;
    double failed = 0;
    for (Strand s : strands)
      for (int i = s.after(from); i < s.size() && s.to(i) <= to; i++) {
        if (s.from(i) < from) continue;
        good += s.good(i);
        known += s.seconds(i, State.UP) + s.seconds(i, State.DEGRADED) + s.seconds(i, State.DOWN);
        works += s.seconds(i, State.WORKS);
        total += s.total(i);
        failed += s.failed(i);
      }
    long counted = Math.max(known, (to - from) / 1000 - works);
    return new Summary(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), Math.min(good, known), known, counted,
        Math.round(total), Math.round(failed));
  }
}
