package iris.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.flow.Cell;
import iris.history.film.Cut;
import iris.history.film.Film;
import iris.history.film.Stop;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {
  @TempDir static Path folder;

  private final Screenings clock = new Screenings();
  private Player player;
  private Instant begin;

  @BeforeAll
  static void record() {
    Screenings.record(folder);
  }

  @BeforeEach
  void open() throws Exception {
    player = clock.player(folder, 10);
    begin = player.frames().get().head().from();
  }

  @AfterEach
  void close() {
    player.close();
  }

  private void until(Predicate<Frame> condition) throws Exception {
    CountDownLatch there = new CountDownLatch(1);
    try (Cell.Watch _ = player.frames().watch(() -> {
      if (condition.test(player.frames().get())) there.countDown();
    })) {
      assertTrue(there.await(60, TimeUnit.SECONDS), () -> "never came, but " + player.frames().get().at() + " " + player.frames().get().head());
    }
  }

  @Test
  void itShowsTheBoardTheListAndTheClockOfItsInstant() throws Exception {
    Instant at = begin.plus(Duration.ofMinutes(10));
    assertEquals(at.truncatedTo(ChronoUnit.SECONDS), player.now().wall());
    try (Film film = Film.open(folder)) {
      film.seek(at, () -> false);
      assertEquals(film.shot().board(), player.board().get());
    }
    assertTrue(player.events().get().newestFirst().stream().noneMatch(t -> t.at().isAfter(at)));
    assertFalse(player.frames().get().head().playing());
  }

  @Test
  void itPlaysAtItsSpeedAndPauses() throws Exception {
    player.speed(60);
    player.toggle();
    until(f -> f.head().playing() && f.head().speed() == 60);
    clock.pass(Duration.ofSeconds(5));
    until(f -> f.at().equals(begin.plus(Duration.ofMinutes(15))));
    player.toggle();
    until(f -> !f.head().playing());
    clock.pass(Duration.ofSeconds(50));
    player.speed(30);
    until(f -> f.head().speed() == 30);
    assertEquals(begin.plus(Duration.ofMinutes(15)), player.frames().get().at());
    assertTrue(!player.events().get().newestFirst().isEmpty());
  }

  @Test
  void whatIsPlayedIsWhatIsSought() throws Exception {
    player.speed(600);
    player.play(true);
    until(f -> f.head().playing());
    clock.pass(Duration.ofSeconds(2));
    Instant at = begin.plus(Duration.ofMinutes(30));
    until(f -> f.at().equals(at));
    player.play(false);
    until(f -> !f.head().playing());
    try (Film film = Film.open(folder)) {
      film.seek(at, () -> false);
      assertEquals(film.shot().board(), player.board().get());
    }
  }

  @Test
  void itStopsAtTheNextAlarmAndSaysWhereThereIsNone() throws Exception {
    player.seek(begin);
    until(f -> f.at().equals(begin) && !f.seeking());
    player.stop(true, Stop.ALARM);
    until(f -> f.at().isAfter(begin) && !f.seeking());
    Instant first = player.frames().get().at();
    assertTrue(player.board().get().alarms().values().stream().anyMatch(a -> a.state().active()), "no alarm stands there");
    player.stop(false, Stop.ALARM);
    until(f -> f.said().isPresent());
    assertEquals("ui.replay.no-previous", player.frames().get().said().orElseThrow().key());
    assertEquals(first, player.frames().get().at());
  }

  @Test
  void whereTheConsoleDidNotRunIsSaidAndItsBoardIsOld() throws Exception {
    player.seek(begin.plus(Duration.ofMinutes(60)));
    until(f -> f.cut().isPresent());
    assertEquals(Cut.Kind.STOPPED, player.frames().get().cut().orElseThrow().kind());
    assertTrue(iris.alarm.Overview.abandoned(player.board().get(), player.now()));
  }

  @Test
  void ofManyOrdersTheLastOneCounts() throws Exception {
    for (int i = 0; i < 200; i++) player.seek(begin.plusSeconds(i * 7));
    Instant last = begin.plusSeconds(199 * 7);
    until(f -> f.at().equals(last) && !f.seeking());
  }

  @Test
  void atTheEndItStandsAndBeginsAgain() throws Exception {
    Instant end = player.frames().get().head().to();
    player.seek(end.minusSeconds(30));
    player.speed(60);
    player.play(true);
    until(f -> f.head().playing() && !f.seeking() && f.at().equals(end.minusSeconds(30)));
    clock.pass(Duration.ofSeconds(10));
    until(f -> f.at().equals(end) && !f.head().playing());
    player.toggle();
    until(f -> f.head().playing() && f.at().isBefore(end));
  }
}
