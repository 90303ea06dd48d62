package iris.ui.ledger;

import iris.report.Paper;
import iris.report.Statement;
import iris.report.Subject;
import iris.report.Term;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the past says to a question of the page. */
sealed interface Answer {
  /** Of which services there can be a report. */
  List<Subject> subjects();

  /** Of which time it speaks. */
  Term term();

  record Told(List<Subject> subjects, Statement statement, Paper paper) implements Answer {
    public Told {
      subjects = List.copyOf(subjects);
      Objects.requireNonNull(statement);
      Objects.requireNonNull(paper);
    }

    @Override
    public Term term() {
      return statement.term();
    }
  }

  /**
   * There is no report.
   *
   * @param why a sentence
   * @param there where there is one
   */
  record Nothing(List<Subject> subjects, Term term, String why, Optional<Term> there) implements Answer {
    public Nothing {
      subjects = List.copyOf(subjects);
      Objects.requireNonNull(term);
      Objects.requireNonNull(why);
      Objects.requireNonNull(there);
    }
  }
}
