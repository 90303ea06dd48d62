package iris.ui.ledger;

import iris.history.contract.Period.Unit;
import iris.history.story.Unreadable;
import iris.report.Statement;
import iris.report.Subject;
import iris.report.Term;
import iris.report.Unanswerable;
import iris.report.reckon.Books;
import iris.report.text.PaperMaker;
import iris.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the books elsewhere, one question at a time: of what is asked while an answer is under way only the last is asked
 * after it. On the FX thread.
 */
final class Inquiry {
  /**
   * @param key of a service or a contract; empty: all
   * @param term empty: nobody chose one yet
   * @param unit of it
   * @param today on the reader's calendar
   */
  record Question(String key, Unit unit, Optional<Term> term, LocalDate today, Instant now) {
    private boolean about(Subject subject) {
      return key.isEmpty() || subject.answersTo(key);
    }
  }

  private final Books books;
  private final Words words;
  private final Executor elsewhere;
  private final Consumer<Runnable> screen;
  private final Consumer<Answer> answered;
  private boolean underWay;
  private @Nullable Question next;

  /** @param screen brings an answer back to the FX thread */
  Inquiry(Books books, Words words, Executor elsewhere, Consumer<Runnable> screen, Consumer<Answer> answered) {
    this.books = books;
    this.words = words;
    this.elsewhere = elsewhere;
    this.screen = screen;
    this.answered = answered;
  }

  boolean underWay() {
    return underWay;
  }

  void ask(Question question) {
    if (underWay) {
      next = question;
      return;
    }
    underWay = true;
    elsewhere.execute(() -> {
      Answer answer = answer(question);
      screen.accept(() -> back(answer));
    });
  }

  private void back(Answer answer) {
    underWay = false;
    Question waiting = next;
    next = null;
    // What was asked before somebody chose anew would only flicker by.
    if (waiting == null) answered.accept(answer);
    else ask(waiting);
  }

  private Answer answer(Question q) {
    List<Subject> subjects = List.of();
    Term term = q.term().orElseGet(() -> Term.around(q.unit(), q.today()).before());
    try {
      subjects = books.subjects();
      List<Subject> these = subjects.stream().filter(q::about).toList();
      if (q.term().isEmpty()) term = Extent.begin(q.unit(), q.today(), these);
      Term chosen = term;
      if (these.stream().noneMatch(s -> s.touches(chosen)))
        return new Answer.Nothing(subjects, term, Extent.lack(these, term, words),
            Extent.of(these).map(known -> Term.around(q.unit(), known.last())));
      Statement statement = books.statement(q.key().isEmpty() ? List.of() : List.of(q.key()), term, q.now());
      return new Answer.Told(subjects, statement, Digest.of(PaperMaker.of(statement, words), words));
    } catch (Unanswerable e) {
      return new Answer.Nothing(subjects, term, words.say(e.why()), Optional.empty());
    } catch (Unreadable e) {
      return new Answer.Nothing(subjects, term, words.say(e.why()), Optional.empty());
    }
  }
}
