package iris.rss;

import iris.signal.Bulletin;
import iris.signal.Reason;
import java.util.Objects;

/** What came of reading one document: all of it, or nothing of it. A part is never passed off as the whole. */
public sealed interface Reading {

  /** Understood. What was odd or had to be left out stands in the bulletin's findings, each with its line. */
  record Read(Bulletin bulletin) implements Reading {
    public Read {
      Objects.requireNonNull(bulletin);
    }
  }

  /** Not a feed, cut, hostile, or another feed than the expected one. {@code line} is 0 where there is none. */
  record Garbled(int line, Reason why) implements Reading {
    public Garbled {
      Objects.requireNonNull(why);
      if (line < 0) throw new IllegalArgumentException("line " + line);
    }
  }
}
