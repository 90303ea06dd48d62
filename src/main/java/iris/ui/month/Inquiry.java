package iris.ui.month;

import iris.history.month.Almanac;
import iris.history.month.Gathering;
import iris.history.month.Span;
import iris.history.story.Unreadable;
import iris.history.years.Annals;
import iris.history.years.Known;
import iris.signal.Reason;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Fills a leaf elsewhere, one service at a time, and brings it back; a newer question ends an older one. */
final class Inquiry {
  private final Annals annals;
  private final Executor elsewhere;
  private final Consumer<Runnable> screen;
  private final Consumer<Almanac> then;
  private final Consumer<Reason> trouble;
  private final AtomicInteger newest = new AtomicInteger();

  /**
   * What is wanted.
   *
   * @param service empty: all that are known
   * @param feeds whose loss of sight belongs to it
   */
  record Question(Span span, Instant now, Optional<String> service, Set<String> feeds) {}

  /** @param elsewhere the only thread that may ask {@code annals}; {@code screen} brings answers to the FX thread */
  Inquiry(Annals annals, Executor elsewhere, Consumer<Runnable> screen, Consumer<Almanac> then, Consumer<Reason> trouble) {
    this.annals = annals;
    this.elsewhere = elsewhere;
    this.screen = screen;
    this.then = then;
    this.trouble = trouble;
  }

  void ask(Question q) {
    int mine = newest.incrementAndGet();
    Gathering gathering = new Gathering(q.span(), q.now());
    step(mine, () -> {
      List<Known> services = annals.services().stream()
          .filter(k -> q.service().map(k.service()::equals).orElse(true)).toList();
      next(mine, services, 0, q, gathering);
    });
  }

  private void next(int mine, List<Known> services, int at, Question q, Gathering gathering) {
    step(mine, () -> {
      if (at < services.size()) {
        Known k = services.get(at);
        gathering.service(annals, k.service(), k.first());
        next(mine, services, at + 1, q, gathering);
        return;
      }
      Set<String> feeds = new LinkedHashSet<>(q.feeds());
      services.forEach(k -> feeds.remove(k.service()));
      for (String feed : feeds) gathering.subject(annals, feed);
      Almanac filled = gathering.almanac();
      screen.accept(() -> {
        if (newest.get() == mine) then.accept(filled);
      });
    });
  }

  @FunctionalInterface
  private interface Step {
    void run() throws Unreadable;
  }

  private void step(int mine, Step step) {
    Runnable asking = () -> {
      if (newest.get() != mine) return;
      try {
        step.run();
      } catch (Unreadable e) {
        screen.accept(() -> trouble.accept(e.why()));
      }
    };
    try {
      elsewhere.execute(asking);
    } catch (RejectedExecutionException closing) {
      end();
    }
  }

  /** Nobody wants the answer any more. */
  void end() {
    newest.incrementAndGet();
  }
}
