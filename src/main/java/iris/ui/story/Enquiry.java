package iris.ui.story;

import iris.history.story.Archive;
import iris.history.story.Unreadable;
import iris.signal.Reason;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Asks the archive elsewhere, one question at a time: what is asked while an answer is under way is asked once more
 * after it, as it stands then. On the FX thread.
 */
final class Enquiry<T> {
  /** A question; made on the FX thread, asked on another. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Archive archive) throws Unreadable;
  }

  /** What the question is now. */
  @FunctionalInterface
  interface Asker<T> {
    Question<T> now();
  }

  private final Archive archive;
  private final Executor elsewhere;
  private final Consumer<Runnable> screen;
  private final Asker<T> asker;
  private final Consumer<T> answered;
  private final Consumer<Reason> trouble;
  private boolean underWay;
  private boolean again;

  /** @param screen brings an answer back to the FX thread */
  Enquiry(Archive archive, Executor elsewhere, Consumer<Runnable> screen, Asker<T> asker, Consumer<T> answered,
      Consumer<Reason> trouble) {
    this.archive = archive;
    this.elsewhere = elsewhere;
    this.screen = screen;
    this.asker = asker;
    this.answered = answered;
    this.trouble = trouble;
  }

  void ask() {
    again = underWay;
    if (underWay) return;
    underWay = true;
    Question<T> question = asker.now();
    elsewhere.execute(() -> {
      Runnable then = answer(question);
      screen.accept(() -> {
        underWay = false;
        then.run();
        if (again) ask();
      });
    });
  }

  private Runnable answer(Question<T> question) {
    try {
      T answer = question.ask(archive);
      return () -> answered.accept(answer);
    } catch (Unreadable e) {
      return () -> trouble.accept(e.why());
    }
  }
}
