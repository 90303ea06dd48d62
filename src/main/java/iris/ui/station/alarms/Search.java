package iris.ui.station.alarms;

import iris.ui.control.Typed;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words to find in any column. */
record Search(Typed typed) {
  static Search of(String typed) {
    return new Search(Typed.of(typed));
  }

  boolean finds(Line line) {
    if (typed.words().isEmpty()) return true;
    Stream<String> more = line.alarm().stream()
        .flatMap(row -> Stream.concat(Stream.of(row.why(), row.key().subject()), row.notes().stream()));
    return typed.in(Stream.concat(line.texts().values().stream(), more).collect(Collectors.joining(" ")));
  }
}
