package iris.ui.ledger;

import iris.report.Paper;
import iris.report.Statement;
import iris.report.Subject;
import iris.signal.Reason;
import java.util.List;
import java.util.Objects;

/** What the past says to a question of the page. */
sealed interface Answer {
  /** Of which services there can be a report. */
  List<Subject> subjects();

  record Told(List<Subject> subjects, Statement statement, Paper paper) implements Answer {
    public Told {
      subjects = List.copyOf(subjects);
      Objects.requireNonNull(statement);
      Objects.requireNonNull(paper);
    }
  }

  /** There is no report, and why. */
  record Nothing(List<Subject> subjects, Reason why) implements Answer {
    public Nothing {
      subjects = List.copyOf(subjects);
      Objects.requireNonNull(why);
    }
  }
}
