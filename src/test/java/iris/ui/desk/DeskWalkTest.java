package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Rights;
import iris.alarm.Role;
import iris.alarm.Rules;
import iris.alarm.Transition;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.words.Lang;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.Test;

/** Walks through the window with mouse and keyboard; the board answers by the hand of the test. */
class DeskWalkTest extends Walk {
  @Test
  void acknowledgingChangesTheScreenOnlyWhenTheBoardComesBack() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.A);
    assertEquals(new Act.Acknowledge(SIV, "Marie", ""), lastAct());
    assertEquals("1", text("#unacked"));
    board.set(Boards.outage().alarm(Kind.OUTAGE, "siv", Lifecycle.ACKED, Priority.P1, Reason.of("w")).board());
    answer(new Transition.Acted(Boards.WALL, acts.getLast()));
    until(() -> text("#unacked").equals("0") && text("#acked").equals("1"));
    until(() -> text("#notice").equals("Marie acquitte SIV (indisponible)."));
    assertEquals(1, list("active").getSelectionModel().getSelectedItems().size());
  }

  @Test
  void aTileIsAskedWhyByKeyAndByMenu() throws Exception {
    open(Lang.EN, dark());
    robot.type(KeyCode.DIGIT1);
    robot.type(KeyCode.W);
    until(() -> wishes.contains(new Wish.Desk(java.util.Optional.of("why"), java.util.Optional.of("siv"))));
    wishes.clear();
    robot.rightClickOn(() -> find(".iris-tile"));
    robot.clickOn("#tile-why");
    until(() -> wishes.contains(new Wish.Desk(java.util.Optional.of("why"), java.util.Optional.of("siv"))));
  }

  @Test
  void aWallIsAskedNothing() throws Exception {
    open(Lang.FR, dark().onWall(2));
    robot.type(KeyCode.W);
    robot.rightClickOn(() -> find(".iris-tile"));
    robot.type(KeyCode.F11);
    until(() -> find(".lists").isVisible());
    assertEquals(List.of(), wishes);
  }

  @Test
  void whoMayOnlyLookFindsTheDeedsGreyAndIsToldWhomToAskAndTheBoardIsAskedAllTheSame() throws Exception {
    Board free = Boards.outage().board();
    Rights rights = new Rights(Role.VIEW, Map.of("ops", Role.ADMINISTER));
    board.set(new Board(new Rules(free.rules().feeds(), free.rules().services(), rights), free.at(), free.feeds(),
        free.services(), free.alarms(), free.silencedUntil(), free.health()));
    open(Lang.EN, dark());
    until(() -> find("#deed-acknowledge").isDisabled() && find("#silence").isDisabled());
    until(() -> text("#notice").contains("the role “operate” and Marie has the role “view”; ask ops"));
    Act acknowledge = new Act.Acknowledge(SIV, "Marie", "");
    Act silence = new Act.Silence("Marie", Duration.ofMinutes(10));
    robot.type(KeyCode.A);
    robot.type(KeyCode.S);
    until(() -> acts.equals(List.of(acknowledge, silence)));
    robot.clickOn(() -> find("#deed-acknowledge"));
    robot.clickOn(() -> find("#silence"));
    until(() -> acts.equals(List.of(acknowledge, silence, acknowledge, silence)));
    robot.clickOn(() -> find("#deed-comment"));
    until(() -> acts.getLast().equals(new Act.Comment(SIV, "Marie", "")));
    board.set(free);
    until(() -> text("#notice").isEmpty() && !find("#deed-acknowledge").isDisabled());
    assertEquals(5, acts.size());
  }

  @Test
  void aButtonDoesWhatItsKeyDoes() throws Exception {
    open(Lang.EN, dark());
    robot.clickOn(() -> find("#deed-acknowledge"));
    assertEquals(new Act.Acknowledge(SIV, "Marie", ""), lastAct());
  }

  @Test
  void theHornIsSilencedAndTurnedBackOn() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.S);
    assertEquals(new Act.Silence("Marie", Duration.ofMinutes(10)), lastAct());
    board.set(Boards.outage().silenced(Boards.WALL.plusSeconds(600)).board());
    until(() -> ((Button) find("#silence")).getText().contains("Rétablir"));
    robot.type(KeyCode.S);
    until(() -> acts.contains(new Act.Unsilence("Marie")));
  }

  @Test
  void aCommentIsTypedUnderTheLists() throws Exception {
    open(Lang.EN, dark());
    robot.type(KeyCode.C);
    until(() -> find("#reason").isFocused());
    robot.write("sha");
    robot.type(KeyCode.ENTER);
    assertEquals(new Act.Comment(SIV, "Marie", "sha"), lastAct());
    assertTrue(onFx(() -> find("#form").isVisible()));
    answer(new Transition.Acted(Boards.WALL, acts.getLast()));
    until(() -> !find("#form").isVisible());
  }

  @Test
  void aShelvingWithoutAReasonIsNotEvenSent() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.H);
    until(() -> find("#reason").isFocused());
    robot.type(KeyCode.ENTER);
    until(() -> text("#notice").startsWith("Écrivez d’abord"));
    assertEquals(List.of(), acts);
  }

  @Test
  void aShelfLastsAsLongAsTheSegmentPressedAndNoneIsOfferedBeyondTheLimit() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.H);
    until(() -> find("#reason").isFocused());
    SegmentedButton times = (SegmentedButton) find("#time");
    assertEquals(List.of("5\u00a0min", "15\u00a0min", "30\u00a0min", "1\u00a0h\u00a000"),
        onFx(() -> times.getButtons().stream().map(ToggleButton::getText).toList()));
    robot.write("essais");
    robot.clickOn(times.getButtons().get(2));
    robot.clickOn(() -> find("#submit"));
    assertEquals(new Act.Shelve(SIV, "Marie", "essais", Duration.ofMinutes(30)), lastAct());
  }

  @Test
  void aRefusedShelvingSaysWhyAndKeepsTheWords() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.H);
    until(() -> find("#reason").isFocused());
    robot.write("essais");
    robot.type(KeyCode.ENTER);
    assertEquals(new Act.Shelve(SIV, "Marie", "essais", Duration.ofMinutes(15)), lastAct());
    answer(new Transition.Refused(Boards.WALL, acts.getLast(), Reason.of("Au plus 60 min pour une alarme P1.")));
    until(() -> text("#notice").equals("Refusé. Au plus 60 min pour une alarme P1."));
    assertTrue(onFx(() -> find("#form").isVisible()));
    robot.type(KeyCode.ESCAPE);
    until(() -> !find("#form").isVisible());
  }

  @Test
  void wordsGoToTheAlarmTheyWereAskedForThoughTheListChanges() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.C);
    until(() -> find("#reason").isFocused());
    assertEquals("Commentaire, SIV", text("#ask"));
    board.set(Boards.calm().service("fni", "FNI", iris.alarm.Shown.DOWN)
        .alarm(Kind.OUTAGE, "fni", Lifecycle.UNACKED, Priority.P1, Reason.of("w")).board());
    until(() -> list("active").getSelectionModel().isEmpty());
    robot.write("sha");
    robot.type(KeyCode.ENTER);
    assertEquals(new Act.Comment(SIV, "Marie", "sha"), lastAct());
  }

  @Test
  void theSelectionStaysWithItsAlarmWhenTheListChanges() throws Exception {
    open(Lang.FR, dark());
    board.set(Boards.outage().alarm(Kind.OUTAGE, "fni", Lifecycle.UNACKED, Priority.P1, Reason.of("w"))
        .alarm(Kind.OUTAGE, "siv", Lifecycle.ACKED, Priority.P1, Reason.of("w")).board());
    until(() -> list("active").getItems().size() == 2);
    assertEquals(List.of(1), onFx(() -> List.copyOf(list("active").getSelectionModel().getSelectedIndices())));
  }

  @Test
  void manyAreAcknowledgedAtOnce() throws Exception {
    board.set(Boards.storm(25).board());
    open(Lang.FR, dark());
    onFx(() -> {
      list("active").getSelectionModel().selectAll();
      return null;
    });
    robot.type(KeyCode.A);
    until(() -> acts.size() == 25);
  }

  @Test
  void helpShowsAllKeysAndEscapeLeavesIt() throws Exception {
    open(Lang.EN, dark());
    robot.type(KeyCode.F1);
    until(() -> find(".keys-help").isVisible());
    robot.type(KeyCode.ESCAPE);
    until(() -> !find(".keys-help").isVisible());
  }

  @Test
  void theWallTakesNoActsAndEscapeLeavesIt() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.F11);
    until(() -> find(".top-five").isVisible() && !find(".lists").isVisible());
    robot.type(KeyCode.A);
    robot.type(KeyCode.S);
    robot.type(KeyCode.ESCAPE);
    until(() -> find(".lists").isVisible() && !find(".top-five").isVisible());
    assertEquals(List.of(), acts);
  }

  @Test
  void aWallThatWasBornOneIsLeftByF11Alone() throws Exception {
    open(Lang.FR, dark().onWall(2));
    assertTrue(onFx(() -> find(".top-five").isVisible()));
    robot.type(KeyCode.ESCAPE);
    assertTrue(onFx(() -> find(".top-five").isVisible()));
    robot.type(KeyCode.F11);
    until(() -> find(".lists").isVisible());
  }

  @Test
  void theTaskBarSaysTheState() throws Exception {
    open(Lang.FR, dark());
    assertEquals("IRIS · Indisponible", onFx(() -> stage.getTitle()));
    board.set(Boards.calm().board());
    until(() -> stage.getTitle().equals("IRIS · En service"));
  }

  @Test
  void aSecondConsoleOnlyReads() throws Exception {
    open(Lang.FR, dark().withReadOnly("Lecture seule\u00a0: une autre console agit."));
    robot.type(KeyCode.A);
    until(() -> text("#notice").startsWith("Lecture seule"));
    assertTrue(onFx(() -> find("#deed-acknowledge").isDisabled() && find("#silence").isDisabled()));
    assertEquals(List.of(), acts);
  }

  @Test
  void theThemeChangesWhileTheWindowStands() throws Exception {
    open(Lang.FR, dark());
    assertTrue(onFx(() -> stage.getScene().getStylesheets().getFirst().endsWith("dark.css")));
    robot.type(KeyCode.T);
    until(() -> stage.getScene().getStylesheets().getFirst().endsWith("light.css"));
    until(() -> text("#notice").equals("Apparence\u00a0: claire."));
  }

  @Test
  void theWindowSpeaksItsLanguage() throws Exception {
    open(Lang.EN, dark());
    assertEquals("Down", onFx(() -> text("#state")));
    onFx(() -> {
      window.close();
      return null;
    });
    open(Lang.FR, dark());
    assertEquals("Indisponible", onFx(() -> text("#state")));
  }

  @Test
  void theClockGoesOnAndAnOldBoardIsCovered() throws Exception {
    open(Lang.FR, dark());
    now.set(Boards.NOW.plus(Duration.ofSeconds(40)));
    until(() -> text("#clock").equals("15:28:22"));
    until(() -> find(".blind").isVisible());
    board.set(Boards.outage().madeAt(now.get()).board());
    until(() -> !find(".blind").isVisible());
  }

  @Test
  void aFaultOnTheScreenIsToldAndTheWindowGoesOn() throws Exception {
    open(Lang.FR, dark());
    RuntimeException fault = new IllegalStateException("unexpected");
    expectedFaults = List.of(fault);
    try (var door = iris.ui.control.Door.screen()) {
      door.post(() -> {
        throw fault;
      });
      until(() -> faults.contains(fault));
    }
    board.set(Boards.calm().board());
    until(() -> text("#unacked").equals("0"));
  }

  @Test
  void everyRowSpeaksForWhoListens() throws Exception {
    open(Lang.FR, dark());
    until(() -> find("#active .list-cell") != null);
    String spoken = onFx(() -> find("#active .list-cell").getAccessibleText());
    assertTrue(spoken.startsWith("P1, SIV, indisponible, depuis 15:12"), spoken);
    assertEquals("à acquitter, 1", onFx(() -> find("#unacked").getAccessibleText()));
  }
}
