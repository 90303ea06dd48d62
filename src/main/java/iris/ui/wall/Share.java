package iris.ui.wall;

import iris.alarm.Judged;
import iris.signal.Verdict;
import java.util.OptionalDouble;

/**
 * Availability of a period in windows (alarm-model.md, section 11).
 *
 * @param good sum of the success ratios of the known windows
 * @param known windows about which something is known
 * @param counted all windows of the period but those in maintenance: what {@code known} is compared with
 */
public record Share(double good, long known, long counted) {
  public Share {
    if (!(good >= 0 && good <= known + 1e-9 && known <= counted))
      throw new IllegalArgumentException("good " + good + " of " + known + " of " + counted);
  }

  /** good / known; empty where nothing is known: then no percentage is shown. */
  public OptionalDouble availability() {
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, good / known));
  }

  /** known / counted, 0 to 1; 1 where all was maintenance. */
  public double coverage() {
    return counted == 0 ? 1 : (double) known / counted;
  }

  /** Adds windows up. */
  static final class Sum {
    private double good;
    private long known;
    private long maintenance;

    void add(Judged judged) {
      if (judged.verdict() == Verdict.MAINTENANCE) maintenance++;
      if (!judged.verdict().known()) return;
      known++;
      double ratio = judged.window().ratio();
      // Without traffic the word of the window is all there is: a slow service answers, one that is down does not.
      good += Double.isNaN(ratio) ? judged.verdict() == Verdict.DOWN ? 0 : 1 : ratio;
    }

    /** @param windows how many the period has */
    Share of(long windows) {
      long counted = Math.max(known, windows - maintenance);
      return new Share(good, known, counted);
    }
  }
}
