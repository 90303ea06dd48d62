package iris.app;

import iris.history.film.Extent;
import iris.history.film.Film;
import iris.history.story.Unreadable;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.signal.Reason;
import iris.ui.replay.Player;
import iris.ui.replay.Playhead;
import iris.ui.replay.Typed;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** {@code iris replay}: the journal on the screen, without anything that watches, tells or writes. */
final class Replaying {
  private static final System.Logger LOG = System.getLogger("iris");
  private static final Duration LAST = Projector.BEFORE.plus(Projector.AFTER);

  private Replaying() {}

  static int run(Order.Replay order, Terminal terminal) throws Misuse, InterruptedException {
    switch (Commands.files(order.common()).read()) {
      case Reading.Bad(List<Problem> problems) -> {
        return CheckConfig.refuse(problems, terminal);
      }
      case Reading.Good(Settings read) -> {
        try {
          return show(order, Showing.asOrdered(read, order.common(), false, Optional.empty()), terminal);
        } catch (Unreadable e) {
          terminal.complain(e.why());
          return Main.MISUSED;
        }
      }
    }
  }

  private static int show(Order.Replay order, Settings settings, Terminal terminal)
      throws Misuse, Unreadable, InterruptedException {
    Words words = Following.words(settings);
    Consumer<Throwable> faults = bug -> LOG.log(System.Logger.Level.ERROR, "a fault of the replay", bug);
    SystemClock clock = SystemClock.starting();
    Film film = Film.open(Commands.places().state());
    Playhead head;
    try {
      head = head(order, film.extent(), words.figures().zone());
    } catch (Misuse e) {
      film.close();
      throw e;
    }
    CompletableFuture<Screen> stands = new CompletableFuture<>();
    try (Farewell _ = new Farewell(() -> dismiss(stands))) {
      Optional<Screen> screen = Screen.start();
      if (screen.isEmpty()) {
        film.close();
        terminal.complain(Displays.why());
        return Main.MISUSED;
      }
      stands.complete(screen.get());
      try (Screen shown = screen.get()) {
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> faults.accept(bug));
        Player player = Player.open(film, head, () -> clock.get().mono(), faults);
        order.speed().ifPresent(speed -> {
          player.speed(speed);
          player.play(true);
        });
        shown.project(player, words, Showing.of(settings.display().onWall(false, 1), Optional.empty(), Optional.empty()), faults);
        shown.await();
      }
    }
    return 0;
  }

  /** Also a screen that is only starting. */
  private static void dismiss(CompletableFuture<Screen> stands) {
    CompletableFuture<Void> _ = stands.thenAccept(Screen::dismiss);
  }

  /** What is played: nothing that is not kept, and nothing else than what was asked for. */
  static Playhead head(Order.Replay order, Extent extent, ZoneId zone) throws Misuse {
    Optional<Instant> from = Optional.empty();
    if (order.from().isPresent()) from = Optional.of(time("--from", order.from().get(), extent, zone));
    Instant end = from.map(f -> f.plus(LAST)).filter(extent::covers).orElse(extent.to());
    if (order.to().isPresent()) end = time("--to", order.to().get(), extent, zone);
    Instant begin = from.orElse(extent.nearest(end.minus(LAST)));
    if (from.isPresent() && order.to().isPresent() && !begin.isBefore(end)) throw new Misuse("app.replay.order", begin, end);
    Instant to = extent.nearest(end);
    if (!extent.covers(begin) || !begin.isBefore(to)) throw new Misuse("history.film.beyond", extent.from(), extent.to());
    return Playhead.of(begin, to);
  }

  private static Instant time(String option, String written, Extent extent, ZoneId zone) throws Misuse {
    return switch (Typed.past(written, extent.to(), zone)) {
      case Typed.Found(Instant at) -> at;
      case Typed.Not(Reason why) when why.key().equals("ui.replay.typed") -> throw new Misuse("app.replay.time", option, written);
      case Typed.Not(Reason why) -> throw new Misuse(why);
    };
  }
}
