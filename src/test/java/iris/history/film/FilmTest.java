package iris.history.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Transition;
import iris.history.Entry;
import iris.history.story.Unreadable;
import iris.store.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that was lived is played again. */
class FilmTest {
  private static final long SEED = 20261024;

  @TempDir static Path folder;

  private static Night night;

  @BeforeAll
  static void live() {
    night = new Night(folder, 5, SEED).whole();
    night.close();
  }

  @AfterAll
  static void theNightWasWorthIt() {
    for (Kind kind : List.of(Kind.OUTAGE, Kind.DEGRADED, Kind.SUPERVISION_LOST))
      assertTrue(night.raised(kind), "no " + kind + " in this night");
    assertTrue(night.said().stream().anyMatch(t -> t instanceof Transition.Kept k && k.how() == Transition.Kept.How.REVISION));
    assertTrue(night.said().stream().anyMatch(t -> t instanceof Transition.Told(var at, var what)
        && what.call() == Transition.Announcement.Call.FLAP_START), "nothing flapped");
    for (Class<?> kind : Transition.class.getPermittedSubclasses())
      assertTrue(night.said().stream().anyMatch(kind::isInstance), "no " + kind.getSimpleName() + " in this night");
  }

  /** All steps after this instant; of what was before the first snapshot nothing can be played. */
  private static List<Entry> after(Instant from) {
    return night.lived.stream().dropWhile(e -> !e.now().wall().isAfter(from)).toList();
  }

  @Test
  void thePlayedNightIsTheLivedOneToTheLastTransition() throws Exception {
    try (Film film = Film.open(folder)) {
      Extent extent = film.extent();
      assertTrue(film.seek(extent.from(), () -> false));
      List<Entry> lived = after(extent.from());
      List<Entry> played = new ArrayList<>();
      List<Transition> told = new ArrayList<>();
      Instant last = extent.from();
      for (Instant t = extent.from(); t.isBefore(extent.to()); ) {
        t = t.plusSeconds(97).isAfter(extent.to()) ? extent.to() : t.plusSeconds(97);
        Went went = film.play(t, () -> false, played::add);
        assertTrue(went.reached());
        told.addAll(went.happened());
        assertEquals(Optional.empty(), film.shot().doubt(), "at " + t);
        last = t;
      }
      assertEquals(extent.to(), last);
      assertEquals(lived.size(), played.size());
      for (int i = 0; i < lived.size(); i++) {
        assertEquals(lived.get(i).outcome().transitions(), played.get(i).outcome().transitions(), "step " + i);
        assertEquals(lived.get(i).now(), played.get(i).now());
      }
      assertEquals(lived.stream().flatMap(e -> e.outcome().transitions().stream()).toList(), told);
      assertEquals(night.board(), film.shot().board());
    }
  }

  @Test
  void everyInstantIsFoundFromAnywhere() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    try (Film film = Film.open(folder)) {
      Extent extent = film.extent();
      long millis = Duration.between(extent.from(), extent.to()).toMillis();
      for (int i = 0; i < 24; i++) {
        Instant to = extent.from().plusMillis(random.nextLong(millis));
        if (i % 3 == 2 && !to.isBefore(film.shot().at())) film.play(to, () -> false, e -> {});
        else assertTrue(film.seek(to, () -> false));
        Shot shot = film.shot();
        assertEquals(to, shot.at());
        assertEquals(lived(extent, to), shot.board(), "at " + to);
        assertFalse(shot.now().mono().compareTo(shot.board().at().mono()) < 0);
      }
    }
  }

  /** By the second of two times that the clock showed this: the last step then, in the take that it lies in. */
  private static Board lived(Extent extent, Instant at) {
    List<List<Entry>> takes = new ArrayList<>(List.of(new ArrayList<>()));
    for (Entry e : night.lived) {
      boolean cut = e.outcome().transitions().stream().anyMatch(t -> t instanceof Transition.Noted(var when, var subject, var what)
          && List.of("alarm.note.restarted", "alarm.note.suspended", "alarm.note.clock-stepped").contains(what.key()));
      if (cut) takes.add(new ArrayList<>());
      takes.getLast().add(e);
    }
    assertEquals(extent.takes().size(), takes.size());
    for (int i = takes.size() - 1; i >= 0; i--) {
      List<Entry> take = takes.get(i);
      boolean here = extent.takes().get(i).covers(at);
      boolean before = extent.takes().stream().noneMatch(t -> t.covers(at)) && !extent.takes().get(i).from().isAfter(at);
      if (here || before) return take.stream().filter(e -> !e.now().wall().isAfter(at)).toList().getLast().outcome().board();
    }
    throw new AssertionError("nothing at " + at);
  }

  @Test
  void whereTheProgramDidNotRunIsKnown() throws Exception {
    try (Film film = Film.open(folder)) {
      List<Cut> cuts = film.extent().cuts();
      assertEquals(List.of(Cut.Kind.STOPPED, Cut.Kind.STEPPED, Cut.Kind.ASLEEP, Cut.Kind.STEPPED, Cut.Kind.STOPPED),
          cuts.stream().map(Cut::kind).toList());
      assertEquals(Duration.ofMinutes(41), Duration.between(cuts.getFirst().before(), cuts.getFirst().after()));
      Instant inside = cuts.getFirst().before().plusSeconds(1200);
      film.seek(inside, () -> false);
      assertEquals(Optional.of(cuts.getFirst()), film.shot().cut());
      assertEquals(cuts.getFirst().before(), film.shot().board().at().wall());
      assertTrue(iris.alarm.Overview.abandoned(film.shot().board(), film.shot().now()), "an old board is not shown as if it lived");
    }
  }

  @Test
  void whoHasEnoughStopsOnTheWayAndGoesOnLater() throws Exception {
    try (Film film = Film.open(folder)) {
      Instant to = film.extent().from().plus(Duration.ofMinutes(25));
      int[] steps = new int[1];
      assertFalse(film.seek(to, () -> ++steps[0] > 40));
      assertTrue(film.shot().at().isBefore(to));
      assertTrue(film.seek(to, () -> false));
      assertEquals(lived(film.extent(), to), film.shot().board());
    }
  }

  @Test
  void oneStopsAtTheNextAlarmAndTheOneBefore() throws Exception {
    try (Film film = Film.open(folder)) {
      Instant from = film.extent().from();
      Instant first = film.stop(from, true, Stop.ALARM).orElseThrow();
      Instant second = film.stop(first, true, Stop.ALARM).orElseThrow();
      assertTrue(first.isAfter(from) && second.isAfter(first));
      assertEquals(Optional.of(first), film.stop(second, false, Stop.ALARM));
      assertTrue(!film.stop(from, true, Stop.EVENT).orElseThrow().isAfter(first));
      assertEquals(Optional.empty(), film.stop(film.extent().to(), true, Stop.EVENT));
      assertTrue(night.said().stream().anyMatch(t -> t instanceof Transition.Told told && told.at().equals(first)));
    }
  }

  @Test
  void theTimeLineHasItsMarks() throws Exception {
    try (Film film = Film.open(folder)) {
      Extent all = film.extent();
      Marks marks = film.marks(all.from(), all.to(), 200);
      assertFalse(marks.episodes().isEmpty());
      assertTrue(marks.busy().size() > 20 && marks.busy().size() <= 201);
      assertEquals(all.cuts(), marks.cuts());
    }
  }

  @Test
  void theListOfEventsIsTheOneOfThatInstant() throws Exception {
    try (Film film = Film.open(folder)) {
      Instant at = film.extent().from().plus(Duration.ofMinutes(50));
      film.seek(at, () -> false);
      List<Transition> recent = film.recent();
      assertFalse(recent.isEmpty());
      assertTrue(recent.stream().noneMatch(t -> t.at().isAfter(at)));
      assertTrue(recent.stream().noneMatch(Transition.Kept.class::isInstance));
    }
  }

  @Test
  void aFolderWithoutAJournalIsSaid(@TempDir Path empty) throws Exception {
    assertEquals("history.film.none", assertThrows(Unreadable.class, () -> Film.open(empty)).why().key());
    Files.writeString(empty.resolve("journal.db"), "no journal at all, and long enough to be read as one: " + "x".repeat(200));
    assertEquals("history.store.unreadable", assertThrows(Unreadable.class, () -> Film.open(empty)).why().key());
  }

  /** A night of its own, since it is spoilt. */
  @Test
  void whatCannotBeReadIsLeftOutAndSaid(@TempDir Path own) throws Exception {
    List<Entry> lived;
    try (Night brief = new Night(own, 2, SEED)) {
      // Kept minute by minute: a journal that lags behind a life as quick as this has its snapshots anywhere.
      for (int minute = 0; minute < 70; minute++) {
        brief.live(Duration.ofMinutes(1));
        brief.settle();
      }
      lived = List.copyOf(brief.lived);
    }
    Instant at = Night.START.plus(Duration.ofMinutes(40));
    try (Connection db = Sqlite.writable(own.resolve("journal.db"))) {
      Sqlite.execute(db, "UPDATE input SET body = x'0563' WHERE seq = (SELECT min(seq) FROM input WHERE wall >= " + at.toEpochMilli() + ")");
    }
    try (Film film = Film.open(own)) {
      assertTrue(film.seek(at.minusSeconds(30), () -> false));
      assertEquals(Optional.empty(), film.shot().cut());
      assertTrue(film.play(at.plusSeconds(300), () -> false, e -> {}).reached());
      Cut cut = film.shot().cut().orElseThrow();
      assertEquals(Cut.Kind.DAMAGED, cut.kind());
      assertTrue(cut.before().isBefore(at) && cut.after().isAfter(at));
      assertFalse(film.shot().board().at().wall().isAfter(at), "nothing is built on what is not known");
      film.play(cut.after().plusSeconds(60), () -> false, e -> {});
      Instant later = film.shot().at();
      assertEquals(Optional.empty(), film.shot().cut());
      assertEquals(lived.stream().filter(e -> !e.now().wall().isAfter(later)).toList().getLast().outcome().board(),
          film.shot().board());
      film.seek(at.plusSeconds(60), () -> false);
      assertEquals(Cut.Kind.DAMAGED, film.shot().cut().orElseThrow().kind());
    }
  }

  @Test
  void aFilmGoesOnWhileTheConsoleWrites(@TempDir Path own) throws Exception {
    try (Night lives = new Night(own, 2, SEED)) {
      lives.live(Duration.ofMinutes(3));
      lives.settle();
      try (Film film = Film.open(own)) {
        Instant end = film.extent().to();
        film.seek(end, () -> false);
        lives.live(Duration.ofMinutes(2));
        lives.settle();
        assertTrue(film.look().to().isAfter(end));
        film.play(film.extent().to(), () -> false, e -> {});
        assertEquals(lives.board(), film.shot().board());
      }
    }
  }

  @Test
  void whereTodaysProgramSaysOtherwiseTheRecordIsShownAndTheDoubtSaid(@TempDir Path own) throws Exception {
    try (Night lives = new Night(own, 2, SEED)) {
      lives.live(Duration.ofMinutes(12));
    }
    try (Connection db = Sqlite.writable(own.resolve("journal.db"))) {
      Sqlite.execute(db, "DELETE FROM transition WHERE wall > " + Night.START.plusSeconds(120).toEpochMilli());
    }
    try (Film film = Film.open(own)) {
      film.seek(Night.START.plusSeconds(60), () -> false);
      Went went = film.play(Night.START.plusSeconds(660), () -> false, e -> {});
      assertTrue(went.happened().stream().noneMatch(t -> t.at().isAfter(Night.START.plusSeconds(120))));
      assertEquals("history.film.told-otherwise", film.shot().doubt().orElseThrow().key());
    }
  }
}
