package iris.history.keep;

import static iris.history.keep.Column.json;
import static iris.history.keep.Column.number;
import static iris.history.keep.Column.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a file can hold, one kind each. The names of columns are for other programs: they change only with a page. */
public enum Kind {
  WINDOWS(true, windows()),
  /** What feeds announced: each step of their incidents. */
  INCIDENTS(true, List.of(text("at"), text("service"), text("incident"), text("kind"), text("state"), text("origin"),
      text("party"), text("opened"), text("closed"), text("title"), json("whole"))),
  /** All that happened but windows: alarms, sights, incidents, acts. */
  TRANSITIONS(true, List.of(text("at"), text("about"), text("what"), json("whole"))),
  /** What people did, and what was refused to them. */
  ACTS(true, List.of(text("at"), text("about"), text("act"), text("author"), text("taken"), json("whole"))),
  /** Maintenance and out of service, as they really began and ended. */
  PAUSES(true, List.of(text("service"), text("pause"), text("from"), text("to"), text("author"), text("reason"))),
  HOURS(false, stretches()),
  DAYS(false, stretches()),
  MONTHS(false, stretches());

  private final boolean importable;
  private final List<Column> columns;

  Kind(boolean importable, List<Column> columns) {
    this.importable = importable;
    this.columns = columns;
  }

  private static List<Column> windows() {
    List<Column> all = new ArrayList<>(List.of(text("service"), text("id"), text("from"), text("to"), text("verdict"),
        text("said"), text("how"), text("late")));
    for (String name : List.of("total", "failed", "provider", "external", "network", "unknown", "mean", "p50", "p95",
        "p99", "max"))
      all.add(number(name));
    all.addAll(List.of(json("responses"), json("histograms"), text("published"), text("read"), text("guid"),
        text("revision")));
    return List.copyOf(all);
  }

  private static List<Column> stretches() {
    List<Column> all = new ArrayList<>(
        List.of(text("grain"), text("service"), text("from"), text("to"), number("windows")));
    for (String part : List.of("", "works_"))
      for (String name : List.of("good_s", "up_s", "degraded_s", "down_s", "unknown_s")) all.add(number(part + name));
    for (String name : List.of("total", "failed", "provider", "external", "network", "unknown", "counted", "mean",
        "max"))
      all.add(number(name));
    all.add(text("quantiles"));
    for (String name : List.of("p50", "p95", "p99")) all.add(number(name));
    all.add(json("responses"));
    return List.copyOf(all);
  }

  /** Roll-ups are counted from windows, never taken from a file. */
  boolean importable() {
    return importable;
  }

  List<Column> columns() {
    return columns;
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** The word of a line of JSON for its kind. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static Optional<Kind> ofWord(String word) {
    return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
  }
}
