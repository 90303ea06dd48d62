package iris.history.years;

/**
 * Seconds of a stretch by what was said of them (alarm-model.md, section 11); windows need not be equally long. What
 * nobody said anything about is not here: it is the stretch's length less {@link #said}.
 *
 * @param good seconds known, each times the success ratio of its window; a window without traffic counts by its word
 * @param up, degraded, down seconds of windows judged so; {@code unknown} of windows that say nothing
 */
public record Tally(double good, long up, long degraded, long down, long unknown) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  public Tally {
    if (up < 0 || degraded < 0 || down < 0 || unknown < 0) throw new IllegalArgumentException("seconds are not negative");
    if (!(good >= 0 && good <= up + degraded + down + 1e-3))
      throw new IllegalArgumentException("good " + good + " of " + (up + degraded + down) + " s");
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
    return new Tally(good + other.good, up + other.up, degraded + other.degraded, down + other.down,
        unknown + other.unknown);
  }
}
