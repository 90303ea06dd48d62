package iris.ui.station.alarms;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** By which columns the table is sorted, the first one first; none: the usual order. */
record Sort(List<By> columns) {
  /** One column, downwards where {@code falling}. */
  record By(Column column, boolean falling) {}

  static final Sort USUAL = new Sort(List.of());

  Sort {
    columns = List.copyOf(columns);
  }

  Comparator<Line> order(Locale reader) {
    Collator collator = Collator.getInstance(reader);
    collator.setStrength(Collator.SECONDARY);
    Comparator<Line> all = (_, _) -> 0;
    for (By by : columns) {
      Comparator<Line> next = by.column().order(collator);
      all = all.thenComparing(by.falling() ? next.reversed() : next);
    }
    return all.thenComparing(Line.USUAL);
  }
}
