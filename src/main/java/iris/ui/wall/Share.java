package iris.ui.wall;

import iris.alarm.Judged;
import iris.history.years.Tally;
import iris.history.years.Tally;
import iris.signal.Verdict;
import java.util.OptionalDouble;

/**
 * Availability of a period (alarm-model.md, section 11), by time: windows need not be equally long.
 *
 * @param good seconds known, each times the success ratio of its window
 * @param known seconds about which something is known
 * @param counted all seconds of the period but those in maintenance: what {@code known} is compared with
 */
public record Share(double good, long known, long counted) {
  public Share {
    if (!(good >= 0 && good <= known + 1e-6 && known <= counted))
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

    /** @param seconds of this window that lie in the period */
    void add(Judged judged, long seconds) {
      if (judged.verdict() == Verdict.MAINTENANCE) maintenance += seconds;
      Tally tally = Tally.of(judged.window(), judged.verdict(), seconds);
      known += tally.known();
      good += tally.good();
    }

    /** @param seconds how long the period is */
    Share of(long seconds) {
      return new Share(good, known, Math.max(known, seconds - maintenance));
    }
  }
}
