package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.alarm.Suppression;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.wall.WallModel;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeskModelTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));

  private static DeskModel show(Board board) {
    return show(board, Boards.NOW);
  }

  private static DeskModel show(Board board, Now now) {
    return DeskModel.of(board, WallModel.of(board, now.wall()), EventLog.EMPTY, List.of(), now, FR);
  }

  private static Suppression maintenance(Duration start, Duration end) {
    return new Suppression(Suppression.Kind.MAINTENANCE, "DARVA", "version 4", Boards.WALL.plus(start),
        Optional.of(Boards.WALL.plus(end)));
  }

  @Test
  void theWorstStateStandsOverTheOthers() {
    Boards boards = Boards.calm().service("fni", "FNI", Shown.DEGRADED).service("siv", "SIV", Shown.DOWN);
    assertEquals("Indisponible", show(boards.board()).header().overall().word());
    assertEquals("SIV, depuis 15:12", show(boards.board()).header().overall().where());
  }

  @Test
  void noBoardIsNormalBeforeAnythingWasHeard() {
    assertEquals(Shown.INIT, show(new Boards().board()).header().overall().state());
    assertEquals(Shown.INIT, show(new Boards().feed("darva", "DARVA", Supervision.INIT).board()).header().overall().state());
  }

  /** Seen: "6 sources watched, no service known" over a wall on which one was. */
  @Test
  void aFeedThatNamedNoServiceYetCountsAsTheTileThatStandsForIt() {
    Boards boards = Boards.calm().feed("fni", "FNI", Supervision.INIT);
    assertEquals("FNI, depuis 15:12", show(boards.board()).header().overall().where());
    boards.feed("pay", "Paiement", Supervision.INIT);
    assertEquals("2 services sur 3", show(boards.board()).header().overall().where());
    boards.service("siv", "SIV", Shown.DOWN).service("abc", "ABC", Shown.DOWN);
    assertEquals("2 services sur 4", show(boards.board()).header().overall().where());
  }

  @Test
  void aLostFeedIsNeverCalmThoughItsServicesWere() {
    Boards boards = Boards.calm().feed("autre", "Autre", Supervision.LOST);
    assertEquals(Shown.LOST, show(boards.board()).header().overall().state());
    assertTrue(show(boards.board()).header().ages().stale());
  }

  @Test
  void bothAgesCount() {
    Board board = Boards.calm().board();
    assertEquals("2\u00a0min\u00a042\u00a0s", show(board).header().ages().newest());
    assertEquals("12\u00a0s", show(board).header().ages().polled());
    DeskModel later = show(board, Boards.NOW.plus(Duration.ofSeconds(5)));
    assertEquals("2\u00a0min\u00a047\u00a0s", later.header().ages().newest());
    assertEquals("17\u00a0s", later.header().ages().polled());
    assertEquals("15:27:47", later.header().clock());
  }

  @Test
  void countersCountAlsoNothing() {
    assertEquals(new Counters(0, 0, 0, 0, 0), show(Boards.calm().board()).header().counters());
    Boards boards = Boards.outage().service("fni", "FNI", Shown.UP)
        .service("fni", Optional.empty(), Optional.of(maintenance(Duration.ofHours(-1), Duration.ofHours(1))), Optional.empty())
        .alarm(Kind.DEGRADED, "x", Lifecycle.ACKED, Priority.P2, Reason.of("lent"))
        .alarm(Kind.DEGRADED, "y", Lifecycle.UNACKED, Priority.P2, Reason.of("lent"))
        .shelve(Kind.DEGRADED, "y", Boards.shelf("Marie", "essais", Duration.ofMinutes(15)));
    assertEquals(new Counters(1, 1, 1, 1, 0), show(boards.board()).header().counters());
  }

  @Test
  void aHornNobodyTriedIsNotOn() {
    assertTrue(show(new Boards().board()).header().sound().abnormal());
    assertEquals("PAS DE SON", show(Boards.calm().health("sound", false).board()).header().sound().text());
    assertEquals("coupé jusqu’à 15:30:00",
        show(Boards.calm().silenced(java.time.Instant.parse("2026-11-22T14:30:00Z")).board()).header().sound().text());
    assertEquals("actif", show(Boards.calm().board()).header().sound().text());
    assertEquals("coupé sur ce poste",
        show(Boards.calm().health("sound", true, "notify.sound.muted").board()).header().sound().text());
  }

  @Test
  void anIllPartOfTheConsoleIsNamed() {
    assertEquals("DÉFAUT\u00a0: journal", show(Boards.calm().health("journal", false).board()).header().console().text());
  }

  @Test
  void anAvailabilityComesWithItsCoverage() {
    String said = show(Boards.calm().board()).header().availability().text();
    assertTrue(said.startsWith("99,75"), said);
    assertTrue(said.endsWith("(couverture 98\u00a0%)"), said);
  }

  @Test
  void maintenanceNowAndNextAreNamed() {
    Boards boards = Boards.calm().service("siv", Optional.empty(),
        Optional.of(maintenance(Duration.ofHours(-1), Duration.ofMinutes(30))),
        Optional.of(maintenance(Duration.ofHours(12), Duration.ofHours(13))));
    assertEquals("SIV jusqu’à 15:57\npuis SIV 23/11 03:27\u00a0–\u00a004:27",
        show(boards.board()).header().maintenance().text());
  }

  @Test
  void unacknowledgedStandsFirstThenUrgencyThenTheNewest() {
    Boards boards = Boards.calm()
        .alarm(Kind.OUTAGE, "acked", Lifecycle.ACKED, Priority.P1, Reason.of("w"))
        .alarm(Kind.DEGRADED, "slow", Lifecycle.UNACKED, Priority.P2, Reason.of("w"))
        .alarm(Kind.OUTAGE, "down", Lifecycle.UNACKED, Priority.P1, Reason.of("w"))
        .alarm(Kind.OUTAGE, "gone", Lifecycle.NORMAL, Priority.P1, Reason.of("w"));
    assertEquals(List.of("down", "slow", "acked"), show(boards.board()).active().stream().map(AlarmRow::subject).toList());
  }

  @Test
  void aRowSaysWhoAcknowledgedAndHowLongItLasts() {
    AlarmRow row = show(Boards.calm().alarm(Kind.OUTAGE, "siv", Lifecycle.ACKED, Priority.P1, Reason.of("w")).board())
        .active().getFirst();
    assertEquals("acquittée, Marie 15:14", row.ack());
    assertEquals("depuis 15:12", row.since());
    assertEquals("15\u00a0min", row.lasted());
  }

  @Test
  void whatIsMutedLeavesTheListAndStandsInItsOwn() {
    DeskModel model = show(Boards.outage()
        .shelve(Kind.OUTAGE, "siv", Boards.shelf("Marie", "essais du prestataire", Duration.ofMinutes(15))).board());
    assertTrue(model.active().isEmpty());
    MutedRow row = model.muted().getFirst();
    assertEquals("en veille jusqu’à 15:42", row.until());
    assertEquals("Marie, 15:26\u00a0: essais du prestataire", row.reason());
    assertEquals("dessous\u00a0: indisponible depuis 15:12", row.shadow());
  }

  @Test
  void anAlarmMutedWithItsServiceIsOneRow() {
    Suppression out = new Suppression(Suppression.Kind.OUT_OF_SERVICE, "admin", "migration", Boards.SINCE, Optional.empty());
    DeskModel model = show(Boards.outage().service("siv", Optional.of(out), Optional.empty(), Optional.empty())
        .shelve(Kind.OUTAGE, "siv", out).board());
    assertEquals(1, model.muted().size());
    assertEquals("hors suivi sans échéance", model.muted().getFirst().until());
    assertEquals(1, model.header().counters().outOfService());
  }

  @Test
  void anOldBoardIsBlindAndNotQuiet() {
    Board board = Boards.calm().board();
    assertFalse(show(board, Boards.NOW.plus(Duration.ofSeconds(30))).blind().isPresent());
    assertTrue(show(board, Boards.NOW.plus(Duration.ofSeconds(31))).blind().isPresent());
  }

  @Test
  void aSteppedWallClockIsNotBlindness() {
    Now stepped = new Now(Boards.WALL.plus(Duration.ofHours(1)), Boards.NOW.mono().plusSeconds(1));
    assertFalse(show(Boards.calm().board(), stepped).blind().isPresent());
  }
}
