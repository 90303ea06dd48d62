package iris.rss;

import iris.rss.foreign.Foreign;
import iris.rss.profile.Profile;
import iris.signal.Reason;

/** The way in: bytes to a {@link Reading}. */
public final class Rss {
  private Rss() {}

  /**
   * Reads a document of the profile or of any foreign dialect. Never throws, whatever the bytes; time and memory are
   * bounded by the options' limits.
   */
  public static Reading read(byte[] document, ReadOptions options) {
    if (document.length > options.limits().bytes())
      return new Reading.Garbled(0, Reason.of("rss.too-large", options.limits().bytes()));
    if (document.length == 0) return new Reading.Garbled(0, Reason.of("rss.empty-document"));
    try {
      byte[] mended = Preamble.mend(document);
      if (Vocabulary.isVast(mended, options.charset()))
        return new Reading.Garbled(0, Reason.of("rss.too-many-names", Vocabulary.MOST));
      return Profile.spokenIn(mended, options) ? Profile.read(mended, options) : Foreign.read(document, options);
    } catch (RuntimeException | StackOverflowError e) {
      // Parsers written by others throw what they like on hostile bytes: the document is at fault, and says which way.
      return new Reading.Garbled(0, Reason.of("rss.reader-gave-up", e.getClass().getSimpleName()));
    }
  }
}
