package iris.rss.foreign;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.signal.Reason;

/** Reads what is not the profile. */
public final class Foreign {
  private Foreign() {}

  /** Never throws; a document of no known dialect is {@link Reading.Garbled}. */
  public static Reading read(byte[] document, ReadOptions options) {
    return new Reading.Garbled(0, Reason.of("rss.not-a-feed"));
  }
}
