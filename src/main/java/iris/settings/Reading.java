package iris.settings;

import java.util.List;

/** What came of reading the files: settings, or every problem there is. */
public sealed interface Reading {
  record Good(Settings settings) implements Reading {}

  /** In the order of files and lines; at least one. */
  record Bad(List<Problem> problems) implements Reading {
    public Bad {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) throw new IllegalArgumentException("bad for no reason");
    }
  }
}
