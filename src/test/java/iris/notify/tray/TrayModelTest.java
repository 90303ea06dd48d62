package iris.notify.tray;

import static iris.notify.tray.Boards.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.signal.Priority;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrayModelTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));
  private static final Words EN = Words.of(Lang.EN, ZoneId.of("Europe/Paris"));

  private static TrayModel of(Boards boards) {
    return TrayModel.of(boards.board(), NOW, FR);
  }

  @Test
  void theWorstServiceIsNamedWithItsStateAndSinceWhen() {
    TrayModel model = of(new Boards().service("SIV", Shown.DOWN).service("FNI", Shown.UP)
        .alarm(Priority.P1, Lifecycle.UNACKED).alarm(Priority.P3, Lifecycle.UNACKED));
    assertEquals(Shown.DOWN, model.state());
    assertEquals("IRIS – SIV\u00a0: indisponible depuis 15:12", model.title());
    assertEquals("2 alarmes à acquitter, priorité la plus haute P1. Données jusqu’à 15:12 (il y a 4\u00a0min).",
        model.text().replace(' ', ' '));
  }

  @Test
  void itSpeaksTheLanguageOfTheConsole() {
    TrayModel model = TrayModel.of(new Boards().service("SIV", Shown.UP).service("FNI", Shown.UP).board(), NOW, EN);
    assertEquals("IRIS – working: 2 services of 2", model.title());
    assertTrue(model.text().startsWith("No alarm to acknowledge. Data up to 15:12 ("), model.text());
  }

  @Test
  void onlyAnAlarmOfFirstOrSecondPriorityThatNobodyTookWantsSomebody() {
    Boards up = new Boards().service("SIV", Shown.UP);
    assertFalse(of(up).wanted());
    assertFalse(of(up.alarm(Priority.P3, Lifecycle.UNACKED)).wanted());
    assertFalse(of(up.alarm(Priority.P1, Lifecycle.ACKED)).wanted());
    assertFalse(of(up.shelved(Priority.P1)).wanted());
    assertTrue(of(up.alarm(Priority.P2, Lifecycle.UNACKED)).wanted());
  }

  @Test
  void nothingIsGreenThatIsNotKnown() {
    Board nothing = Board.first(new Rules(List.of(), Map.of()), NOW);
    assertEquals(Shown.INIT, TrayModel.of(nothing, NOW, FR).state());
    assertEquals(Shown.LOST, of(new Boards().service("SIV", Shown.UP)
        .feed(Supervision.LOST, Optional.of(Boards.START))).state());
    assertEquals(Shown.UNKNOWN, of(new Boards().service("SIV", Shown.UNKNOWN).service("FNI", Shown.UP)
        .feed(Supervision.LATE, Optional.of(Boards.START))).state());
    TrayModel unheard = of(new Boards().feed(Supervision.INIT, Optional.empty()));
    assertEquals(Shown.INIT, unheard.state());
    assertTrue(unheard.text().endsWith("Une source n’a encore rien donné."), unheard.text());
  }

  @Test
  void aBoardThatNobodyKeepsIsBlindAndCallsSomebody() {
    Board calm = new Boards().service("SIV", Shown.UP).board();
    Now later = new Now(NOW.wall().plusSeconds(31), NOW.mono().plusSeconds(31));
    TrayModel blind = TrayModel.of(calm, later, FR);
    assertEquals(Shown.LOST, blind.state());
    assertTrue(blind.wanted());
    assertEquals("IRIS ne surveille plus depuis 15:16:00", blind.title());
    Now stepped = new Now(NOW.wall().plus(Duration.ofHours(2)), NOW.mono().plusSeconds(1));
    assertEquals(Shown.UP, TrayModel.of(calm, stepped, FR).state(), "a wall clock that stepped kills nobody");
  }

  @Test
  void aNameOfAFeedBringsNoMarkup() {
    TrayModel model = of(new Boards().service("<b>R&D</b>\n\u202e", Shown.DOWN));
    assertEquals("IRIS – ‹b›R+D‹/b›\u00a0: indisponible depuis 15:12", model.title());
  }
}
