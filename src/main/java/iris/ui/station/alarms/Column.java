package iris.ui.station.alarms;

import java.text.Collator;
import java.util.Comparator;

/** The columns of the table, in their order. */
enum Column {
  PRIORITY(56),
  STATE(110),
  SUBJECT(86),
  WHAT(88),
  SINCE(56),
  LASTED(62),
  ORIGIN(72),
  ACK(72),
  COMMENT(82),
  MUTED(72);

  private final double width;

  Column(double width) {
    this.width = width;
  }

  /** In pixels, at the narrowest window. */
  double width() {
    return width;
  }

  /** What is equal stays as it was. Texts in the order of the reader's language, what is empty last. */
  Comparator<Line> order(Collator collator) {
    return switch (this) {
      case PRIORITY -> Comparator.comparing(Line::rank);
      case STATE -> Comparator.comparing(Line::urgency);
      case SINCE -> Comparator.comparing(Line::since);
      case LASTED -> Comparator.comparing(Line::lasted);
      case SUBJECT, WHAT, ORIGIN, ACK, COMMENT, MUTED -> Comparator.comparing((Line line) -> line.text(this).isEmpty())
          .thenComparing(line -> line.text(this), collator::compare);
    };
  }
}
