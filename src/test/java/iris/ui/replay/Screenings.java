package iris.ui.replay;

import iris.history.film.Film;
import iris.history.film.Night;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A night that was recorded, and a clock that only the test moves. */
final class Screenings implements Supplier<Duration> {
  static final Instant LIVE = Instant.parse("2026-11-22T14:24:36Z");

  private final AtomicReference<Duration> clock = new AtomicReference<>(Duration.ZERO);

  /** An hour and a half with a stop of forty minutes in it. */
  static void record(Path folder) {
    try (Night night = new Night(folder, 5, 7)) {
      night.live(Duration.ofMinutes(36));
      night.stop(false, Duration.ofMinutes(41));
      night.live(Duration.ofMinutes(14));
    }
  }

  @Override
  public Duration get() {
    return clock.get();
  }

  void pass(Duration time) {
    clock.updateAndGet(time::plus);
  }

  /** Standing at this many minutes after the begin. */
  Player player(Path folder, int minutes) throws Exception {
    Film film = Film.open(folder);
    Instant from = film.extent().from();
    Playhead head = Playhead.of(from, film.extent().to()).seek(from.plus(Duration.ofMinutes(minutes)), Duration.ZERO);
    return Player.open(film, head, this, fault -> {
      throw new AssertionError(fault);
    });
  }
}
