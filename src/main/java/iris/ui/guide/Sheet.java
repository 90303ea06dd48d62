package iris.ui.guide;

import iris.signal.Reason;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A text as a person reads it: nothing of it is markup any more, and nothing of it is ever run.
 *
 * @param cut more was written than is shown
 */
record Sheet(List<Piece> pieces, boolean cut) {
  Sheet {
    pieces = List.copyOf(pieces);
  }

  /** What stands on lines of its own. */
  sealed interface Piece {}

  /** @param level 1 to 6 */
  record Heading(int level, List<Span> words) implements Piece {
    public Heading {
      words = List.copyOf(words);
    }
  }

  record Paragraph(List<Span> words) implements Piece {
    public Paragraph {
      words = List.copyOf(words);
    }
  }

  /** Each entry has its mark: a number, or a dot. */
  record Listing(List<Entry> entries) implements Piece {
    public Listing {
      entries = List.copyOf(entries);
    }
  }

  record Entry(String mark, List<Piece> pieces) {
    Entry {
      Objects.requireNonNull(mark);
      pieces = List.copyOf(pieces);
    }
  }

  record Quote(List<Piece> pieces) implements Piece {
    public Quote {
      pieces = List.copyOf(pieces);
    }
  }

  /** Verbatim, line by line: a block of code, or markup that is not ours to interpret. */
  record Verbatim(String text) implements Piece {
    public Verbatim {
      Objects.requireNonNull(text);
    }
  }

  record Rule() implements Piece {}

  /** Words in one hand. */
  record Span(String text, Hand hand, Optional<Link> link) {
    Span {
      Objects.requireNonNull(text);
      Objects.requireNonNull(hand);
      Objects.requireNonNull(link);
    }
  }

  /** How words are written. */
  enum Hand {
    PLAIN,
    EMPHASIS,
    STRONG,
    CODE
  }

  /** Where words lead. */
  sealed interface Link {}

  /** To an address that the desktop may open. */
  record Leads(URI to) implements Link {
    public Leads {
      Objects.requireNonNull(to);
    }
  }

  /** Nowhere: it is shown as text, with the reason. */
  record Refused(String written, Reason why) implements Link {
    public Refused {
      Objects.requireNonNull(written);
      Objects.requireNonNull(why);
    }
  }
}
