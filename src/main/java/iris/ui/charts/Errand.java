package iris.ui.charts;

import iris.history.story.Unreadable;
import iris.history.years.Annals;
import iris.signal.Reason;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Asks the past elsewhere, one question at a time, and brings the answer back to the FX thread. */
final class Errand {
  /** Made on the FX thread, asked on another. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Annals annals) throws Unreadable;
  }

  private final Annals annals;
  private final Executor elsewhere;
  private final Consumer<Runnable> screen;
  private final Consumer<Reason> trouble;
  private boolean underWay;

  /** @param screen brings an answer back to the FX thread; {@code trouble} is told there why there is none */
  Errand(Annals annals, Executor elsewhere, Consumer<Runnable> screen, Consumer<Reason> trouble) {
    this.annals = annals;
    this.elsewhere = elsewhere;
    this.screen = screen;
    this.trouble = trouble;
  }

  boolean underWay() {
    return underWay;
  }

  /** Only while none is under way. */
  <T> void run(Question<T> question, Consumer<T> then) {
    if (underWay) throw new IllegalStateException("one question at a time");
    underWay = true;
    elsewhere.execute(() -> {
      Runnable answer = answer(question, then);
      screen.accept(() -> {
        underWay = false;
        answer.run();
      });
    });
  }

  private <T> Runnable answer(Question<T> question, Consumer<T> then) {
    try {
      T answer = question.ask(annals);
      return () -> then.accept(answer);
    } catch (Unreadable e) {
      return () -> trouble.accept(e.why());
    }
  }
}
