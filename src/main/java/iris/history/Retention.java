package iris.history;

import java.time.Duration;
import java.util.List;

/**
 * How long what is kept stays.
 *
 * @param windows as they were published, with their histograms; {@code hours}, {@code days}, {@code months} what was
 *     counted of them
 * @param inputs what the board took, and its snapshots: any instant of this time can be played again
 * @param transitions what came of it: alarms, announcements, acts, episodes and pauses
 */
public record Retention(
    Duration windows, Duration hours, Duration days, Duration months, Duration inputs, Duration transitions) {
  public static final Duration YEAR = Duration.ofDays(365);

  /** Nothing stays for less: a shift is over, and its night was not looked at yet. */
  public static final Duration LEAST = Duration.ofDays(2);

  public static final Retention USUAL = new Retention(YEAR.multipliedBy(5), YEAR.multipliedBy(10),
      YEAR.multipliedBy(20), YEAR.multipliedBy(50), Duration.ofDays(35), YEAR.multipliedBy(5));

  public Retention {
    for (Duration kept : List.of(windows, hours, days, months, inputs, transitions))
      if (kept.compareTo(LEAST) < 0) throw new IllegalArgumentException("kept for " + kept + " only");
  }
}
