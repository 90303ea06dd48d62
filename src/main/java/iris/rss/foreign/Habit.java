package iris.rss.foreign;

import iris.signal.Dialect;
import java.util.List;
import java.util.Optional;

/** How one dialect tells of incidents. */
interface Habit {
  Dialect dialect();

  /** What the entries say, in document order; an entry that says nothing of an incident says nothing. */
  List<Said> say(Sheet sheet);

  /** Most dialects tell each entry's story alone. */
  static List<Said> each(Sheet sheet, java.util.function.Function<Entry, Optional<Said>> rule) {
    return sheet.entries().stream().map(rule).flatMap(Optional::stream).toList();
  }
}
