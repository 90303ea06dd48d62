package iris.history.years;

import iris.signal.Origin;
import iris.signal.Verdict;
import iris.signal.Window;
import java.util.EnumMap;
import java.util.Map;

/**
 * Seconds of a stretch by what was said of them (alarm-model.md, section 11); windows need not be equally long. What
 * nobody said anything about is not here: it is the stretch's length less {@link #said}.
 *
 * @param good seconds known, each times the success ratio of its window; a window without traffic counts by its word
 * @param up, degraded, down seconds of windows judged so; {@code unknown} of windows that say nothing
 * @param lost of the seconds known and not good, those whose failures name an origin, by it; the rest no failure tells
 */
public record Tally(double good, long up, long degraded, long down, long unknown, Map<Origin, Double> lost) {
  private static final double DUST = 1e-3;

  public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  public Tally {
    if (up < 0 || degraded < 0 || down < 0 || unknown < 0) throw new IllegalArgumentException("seconds are not negative");
    long known = up + degraded + down;
    if (!(good >= 0 && good <= known + DUST)) throw new IllegalArgumentException("good " + good + " of " + known + " s");
    double named = 0;
    boolean right = true;
    for (double s : lost.values()) {
      named += s;
      right &= s >= 0;
    }
    if (!right || !(named <= known - good + DUST))
      throw new IllegalArgumentException("lost " + lost + " of " + (known - good) + " s");
    lost = Map.copyOf(lost);
  }

  /** Nothing of what was lost is told by origin. */
  public Tally(double good, long up, long degraded, long down, long unknown) {
    this(good, up, degraded, down, unknown, Map.of());
  }

  /**
   * What these seconds of a window are worth: the one place where it is counted.
   *
   * @param verdict of the window without its maintenance; one that is {@link Verdict#MAINTENANCE} says nothing here
   * @param seconds of the window that count, 0 or more
   */
  public static Tally of(Window w, Verdict verdict, long seconds) {
    if (!verdict.known()) return new Tally(0, 0, 0, 0, verdict == Verdict.UNKNOWN ? seconds : 0);
    double ratio = w.ratio();
    // Without traffic the word of the window is all there is: a slow service answers, one that is down does not.
    double good = seconds * (Double.isNaN(ratio) ? verdict == Verdict.DOWN ? 0 : 1 : ratio);
    return new Tally(good, verdict == Verdict.UP ? seconds : 0, verdict == Verdict.DEGRADED ? seconds : 0,
        verdict == Verdict.DOWN ? seconds : 0, 0, lost(w, seconds));
  }

  private static Map<Origin, Double> lost(Window w, long seconds) {
    // Not a whole number: what a feed counts may be anything.
    double named = 0;
    for (long n : w.failures().values()) if (n > 0) named += n;
    if (named == 0 || w.failed() == 0) return Map.of();
    // A feed may name more failures than it counts: they share what was lost.
    double each = (double) seconds / w.total() * Math.min(1, w.failed() / named);
    Map<Origin, Double> by = new EnumMap<>(Origin.class);
    for (Map.Entry<Origin, Long> e : w.failures().entrySet()) if (e.getValue() > 0) by.put(e.getKey(), e.getValue() * each);
    return by;
  }

  /** Seconds about which something was measured. */
  public long known() {
    return up + degraded + down;
  }

  /** Seconds of all windows. */
  public long said() {
    return known() + unknown;
  }

  public Tally plus(Tally other) {
    if (equals(NONE)) return other;
    Map<Origin, Double> by = new EnumMap<>(Origin.class);
    by.putAll(lost);
    other.lost.forEach((origin, s) -> by.merge(origin, s, Double::sum));
    return new Tally(good + other.good, up + other.up, degraded + other.degraded, down + other.down,
        unknown + other.unknown, by);
  }
}
