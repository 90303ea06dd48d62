package iris.ui.receipt;

import java.util.List;
import java.util.Objects;

/** One question of the page and its answer, line by line. */
record Section(String title, List<Line> lines) {
  /** How much a line weighs. */
  enum Mark {
    PLAIN,
    WON,
    OUTRANKED,
    IDLE
  }

  /**
   * @param head what stands in front: a name or a time; may be empty
   * @param badge a word about the line, behind its head; may be empty
   * @param details sentences under it
   */
  record Line(Mark mark, String head, String badge, String text, List<String> details) {
    Line {
      Objects.requireNonNull(mark);
      Objects.requireNonNull(head);
      Objects.requireNonNull(badge);
      Objects.requireNonNull(text);
      details = List.copyOf(details);
    }

    static Line plain(String head, String text, List<String> details) {
      return new Line(Mark.PLAIN, head, "", text, details);
    }
  }

  Section {
    Objects.requireNonNull(title);
    lines = List.copyOf(lines);
  }
}
