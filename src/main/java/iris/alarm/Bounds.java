package iris.alarm;

import java.time.Duration;

/** What one look at a document, which has no board, bounds as the board does. */
public final class Bounds {
  /** No maintenance lasts longer, whatever was declared. */
  public static final Duration LONGEST_MAINTENANCE = Maintaining.LONGEST;
  /** Bad news count that are so far ahead of our clock, at most: a zone was taken for another. */
  public static final Duration WRONG_CLOCK = Arriving.WRONG;

  private Bounds() {}

  /** Age of the end of the newest window, beyond which sight is lost; of a feed that is asked as often as usual. */
  public static Duration lost(Duration period) {
    return Supervising.lost(period, Supervising.POLL);
  }
}
