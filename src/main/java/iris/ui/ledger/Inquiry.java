package iris.ui.ledger;

import iris.history.story.Unreadable;
import iris.report.Statement;
import iris.report.Subject;
import iris.report.Term;
import iris.report.Unanswerable;
import iris.report.reckon.Books;
import iris.report.text.PaperMaker;
import iris.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Asks the books elsewhere, one question at a time: of what is asked while an answer is under way only the last is asked
 * after it. On the FX thread.
 */
final class Inquiry {
  /** @param key of a service or a contract; empty: all */
  record Question(String key, Term term, Instant now) {}

  private final Books books;
  private final Words words;
  private final Executor elsewhere;
  private final Consumer<Runnable> screen;
  private final Consumer<Answer> answered;
  private boolean underWay;
  private Question next;

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
    try {
      subjects = books.subjects();
      Statement statement = books.statement(q.key().isEmpty() ? List.of() : List.of(q.key()), q.term(), q.now());
      return new Answer.Told(subjects, statement, PaperMaker.of(statement, words));
    } catch (Unanswerable e) {
      return new Answer.Nothing(subjects, e.why());
    } catch (Unreadable e) {
      return new Answer.Nothing(subjects, e.why());
    }
  }
}
