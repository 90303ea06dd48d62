package iris.ui.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.alarm.Shown;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Verdict;
import iris.ui.gallery.Exhibits;
import iris.ui.gallery.Gallery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WallModelTest {
  private static TileModel only(Board board) {
    return WallModel.of(board, Exhibits.NOW).tiles().getFirst();
  }

  @Test
  void theSameBoardWithinFiveMinutesChangesNothing() {
    WallModel first = WallModel.of(Gallery.everyState(), Exhibits.NOW);
    WallModel later = WallModel.of(Gallery.everyState(), Exhibits.NOW.plusSeconds(20));
    assertEquals(Set.of(), later.changedSince(first));
    assertTrue(later.samePlaces(first));
  }

  @Test
  void onlyTheTileThatDiffersIsChanged() {
    WallModel before = WallModel.of(new Exhibits().service("a", "A").and().service("b", "B").and().board(), Exhibits.NOW);
    WallModel after = WallModel.of(new Exhibits().service("a", "A").and()
        .service("b", "B").is(Shown.DOWN, Duration.ZERO).and().board(), Exhibits.NOW);
    assertEquals(Set.of("b"), after.changedSince(before));
  }

  @Test
  void aDayHasAGapWhereNothingIsKnown() {
    Day day = only(new Exhibits().service("a", "A")
        .day(d -> d.but(Verdict.UNKNOWN, Duration.ofHours(2), Duration.ofHours(1))).and().board()).day();
    assertEquals(Duration.ofHours(1), day.spent(Verdict.UNKNOWN));
    int inTheGap = Day.CELLS - 24 + 3;
    assertEquals(Verdict.UNKNOWN, day.verdict(inTheGap));
    assertEquals(Day.GAP, day.transaction(inTheGap));
    assertEquals(276 * 300, day.share().known());
    assertEquals(288 * 300, day.share().counted());
  }

  @Test
  void theWindowThatHasJustEndedIsAwaitedAndNoGapYet() {
    Day awaited = only(new Exhibits().service("a", "A")
        .day(d -> d.but(Verdict.UNKNOWN, Duration.ofMinutes(5), Duration.ofMinutes(5))).and().board()).day();
    assertEquals(Verdict.UNKNOWN, awaited.verdict(Day.CELLS - 1));
    assertEquals(Duration.ZERO, awaited.spent(Verdict.UNKNOWN));
    assertEquals(1, awaited.share().coverage());
    Day gone = only(new Exhibits().service("a", "A")
        .day(d -> d.but(Verdict.UNKNOWN, Duration.ofMinutes(10), Duration.ofMinutes(10))).and().board()).day();
    assertEquals(Duration.ofMinutes(10), gone.spent(Verdict.UNKNOWN));
    assertEquals(286 * 300, gone.share().known());
    assertEquals(288 * 300, gone.share().counted());
  }

  /** Seen: a tile that said twenty minutes down where the charts said sixteen. */
  @Test
  void aMinuteThatWasDownIsAMinuteAndNotACellOfFive() {
    Instant end = Day.end(Exhibits.NOW);
    Day day = only(new Exhibits().service("a", "A").window(end.minusSeconds(240), Duration.ofMinutes(1), Verdict.UP)
        .window(end.minusSeconds(180), Duration.ofMinutes(1), Verdict.DOWN)
        .window(end.minusSeconds(120), Duration.ofMinutes(1), Verdict.DEGRADED).and().board()).day();
    assertEquals(Verdict.DOWN, day.verdict(Day.CELLS - 1), "a cell shows the worst");
    assertEquals(Duration.ofMinutes(1), day.spent(Verdict.DOWN));
    assertEquals(Duration.ofMinutes(1), day.spent(Verdict.DEGRADED));
  }

  @Test
  void maintenanceLeavesTheAvailability() {
    Share share = only(new Exhibits().service("a", "A")
        .day(d -> d.but(Verdict.MAINTENANCE, Duration.ofHours(2), Duration.ofHours(1))).and().board()).day().share();
    assertEquals(276 * 300, share.counted());
    assertEquals(1, share.coverage());
  }

  @Test
  void withoutAWindowThereIsNoPercentage() {
    Share share = only(new Exhibits().service("a", "A").nothingKnown().and().board()).day().share();
    assertTrue(share.availability().isEmpty());
    assertEquals(0, share.coverage());
  }

  @Test
  void theAlarmThatWantsSomebodyComesFirst() {
    Mark mark = only(new Exhibits().service("a", "A").is(Shown.DOWN, Duration.ofMinutes(5))
        .alarm(Kind.OUTAGE, Lifecycle.ACKED, Priority.P1)
        .alarm(Kind.SUPERVISION_LOST, Lifecycle.UNACKED, Priority.P2).and().board()).mark();
    assertEquals(Mark.Kind.UNACKED, mark.kind());
    assertEquals(Priority.P2, mark.priority());
    assertEquals(1, mark.more());
  }

  @Test
  void anAlarmOfAnotherServiceIsNotMine() {
    Board board = new Exhibits().service("a", "A").and()
        .service("b", "B").alarm(Kind.OUTAGE, Lifecycle.UNACKED, Priority.P1).and().board();
    assertEquals(Mark.NONE, only(board).mark());
  }

  @Test
  void theProvidersWordsAreOneLineOfBoundedLength() {
    assertEquals(List.of("Délai dépassé sur l'appel"),
        only(new Exhibits().service("a", "A").announces("Délai dépassé\r\n\u0007 sur l'appel\n").and().board()).announced());
    String endless = only(new Exhibits().service("a", "A").announces("x".repeat(5000)).and().board()).announced().getFirst();
    assertEquals(300, endless.length());
    assertTrue(endless.endsWith("…"));
  }

  @Test
  void aTileIsStaleUnlessItsFeedIsFresh() {
    assertFalse(only(Gallery.one()).stale());
    assertTrue(only(new Exhibits().service("a", "A").neverHeard().and().board()).stale());
  }

  @Test
  void aFeedThatNeverAnsweredHasATileThatPromisesNothing() {
    Rules rules = new Rules(List.of(new Rules.FeedRules("mute", "Muet", Optional.empty(), Duration.ofMinutes(1))), Map.of());
    Now start = new Now(Exhibits.NOW, Duration.ZERO);
    Board board = Board.first(rules, start);
    assertEquals(Shown.INIT, only(board).shown());
    assertEquals("Muet", only(board).name());
    Now now = start;
    for (int i = 0; i < 40; i++) {
      now = now.plus(Duration.ofSeconds(10));
      board = board.after(new Input.Heard(new Report.Unreached("mute", Reason.of("feed.dns", "x"))), now).board();
    }
    assertEquals(Shown.LOST, only(board).shown());
  }

  @Test
  void aFeedAskedInVainSaysSoAtOnceAndKeepsItsPlace() {
    List<Rules.FeedRules> feeds = List.of(
        new Rules.FeedRules("a", "A", Optional.empty(), Duration.ofMinutes(1)),
        new Rules.FeedRules("b", "B", Optional.empty(), Duration.ofMinutes(1)));
    Board waiting = Board.first(new Rules(feeds, Map.of()), new Now(Exhibits.NOW, Duration.ZERO));
    Reason why = Reason.of("feed.dns", "a");
    Board board = waiting.after(new Input.Heard(new Report.Unreached("a", why)),
        new Now(Exhibits.NOW.plusSeconds(1), Duration.ofSeconds(1))).board();
    WallModel wall = WallModel.of(board, Exhibits.NOW.plusSeconds(1));
    assertEquals(List.of(Shown.LOST, Shown.INIT), wall.tiles().stream().map(TileModel::shown).toList());
    assertEquals(Optional.of(why), wall.tiles().getFirst().why());
    assertEquals(List.of(), wall.tiles().getFirst().remarks());
    assertTrue(wall.samePlaces(WallModel.of(waiting, Exhibits.NOW)));
  }
}
