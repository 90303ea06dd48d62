package iris.app;

import iris.history.film.Extent;
import iris.history.film.Film;
import iris.history.story.Unreadable;
import iris.signal.Reason;
import iris.ui.control.Door;
import iris.ui.desk.WindowOptions;
import iris.ui.desk.Wish;
import iris.ui.replay.Player;
import iris.ui.replay.Playhead;
import iris.ui.replay.Screening;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;

/** Shows what was, in windows of its own: one film at a time. On the FX thread; what takes time is done elsewhere. */
final class Projector implements AutoCloseable {
  /** What a film shows before and after the instant that was asked for; the rest is reached from there. */
  static final Duration BEFORE = Duration.ofHours(1);
  static final Duration AFTER = Duration.ofHours(7);
  private static final Duration LEAST = Duration.ofMinutes(10);

  private final Door door;
  private final Consumer<Stage> dress;
  private final Consumer<Wish.Open> links;
  private final Runnable closed;
  private final SystemClock clock = SystemClock.starting();
  private Optional<Screening> screening = Optional.empty();
  private boolean opening;
  private boolean ended;

  /** @param closed told when the windows of a film are closed */
  Projector(Door door, Consumer<Stage> dress, Consumer<Wish.Open> links, Runnable closed) {
    this.door = door;
    this.dress = dress;
    this.links = links;
    this.closed = closed;
  }

  /** What can be shown of this journal. Takes its time. */
  static Extent extent(Optional<Path> folder) throws Unreadable {
    try (Film film = Film.open(folder.orElseThrow(Projector::nothing))) {
      return film.extent();
    }
  }

  private static Unreadable nothing() {
    return new Unreadable(Reason.of("app.replay.not-kept"), null);
  }

  /** Goes to this instant, in the windows that are open or in new ones. */
  void open(Optional<Path> folder, Wish.Replay wish, Words words, WindowOptions looks, Consumer<Throwable> faults) {
    if (screening.isPresent()) {
      screening.get().seek(wish.at());
      wish.answer().accept(Optional.empty());
    } else if (!opening) {
      opening = true;
      Thread.ofVirtual().name("replay").start(() -> load(folder, wish, words, looks, faults));
    }
  }

  private void load(Optional<Path> folder, Wish.Replay wish, Words words, WindowOptions looks, Consumer<Throwable> faults) {
    try {
      Player player = player(folder, wish.at(), faults);
      door.post(() -> {
        opening = false;
        show(player, words, looks, faults);
        wish.answer().accept(Optional.empty());
      });
    } catch (Unreadable e) {
      door.post(() -> {
        opening = false;
        wish.answer().accept(Optional.of(e.why()));
      });
    }
  }

  private Player player(Optional<Path> folder, Instant at, Consumer<Throwable> faults) throws Unreadable {
    Film film = Film.open(folder.orElseThrow(Projector::nothing));
    Extent extent = film.extent();
    if (!extent.covers(at)) {
      film.close();
      throw new Unreadable(Reason.of("history.film.beyond", extent.from(), extent.to()), null);
    }
    return Player.open(film, head(extent, at), this::mono, faults);
  }

  /** Standing there, on a time line that is no longer than the film: of a short one each minute is to be seen. */
  static Playhead head(Extent extent, Instant at) {
    Instant from = extent.nearest(at.minus(BEFORE));
    Instant to = extent.nearest(at.plus(AFTER));
    Instant least = from.plus(LEAST);
    return Playhead.of(from, to.isBefore(least) ? least : to).seek(at, Duration.ZERO);
  }

  private Duration mono() {
    return clock.get().mono();
  }

  void show(Player player, Words words, WindowOptions looks, Consumer<Throwable> faults) {
    if (ended) {
      Thread.ofVirtual().start(player::close);
      return;
    }
    Screening made = new Screening(player, words, looks,
        new Screening.House(() -> clock.get().wall(), faults, dress, links, this::closed));
    screening = Optional.of(made);
    made.show();
  }

  private void closed() {
    screening = Optional.empty();
    closed.run();
  }

  @Override
  public void close() {
    ended = true;
    screening.ifPresent(Screening::close);
    screening = Optional.empty();
  }
}
