package iris.ui.station.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import iris.alarm.Act;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.AlarmKey;
import iris.alarm.Lifecycle;
import iris.alarm.Shown;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.desk.Boards;
import iris.words.Lang;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of alarms is searched, sorted and kept in views, and stands still under a hand. */
class AlarmsTableWalkTest extends AlarmsWalk {
  @ParameterizedTest
  @EnumSource(Lang.class)
  void theSearchFindsWithoutAccentsInAnyColumnAndEscapeClearsIt(Lang lang) throws Exception {
    board.set(two());
    open(lang, dark());
    robot.type(KeyCode.SLASH);
    until(() -> find("#search").isFocused());
    assertEquals("", onFx(() -> ((TextField) find("#search")).getText()));
    robot.write("telep");
    until(() -> table().getItems().size() == 1);
    until(() -> find("#hidden").isVisible() && text("#hidden").contains(
        lang == Lang.FR ? "1 alarme, dont 1 à acquitter" : "1 alarm, 1 of them to acknowledge"));
    robot.type(KeyCode.A);
    assertEquals(List.of(), acts);
    robot.type(KeyCode.ESCAPE);
    until(() -> table().getItems().size() == 2 && table().isFocused() && !find("#hidden").isVisible());
  }

  @Test
  void rowsStandStillUnderAHandAndTakeTheirPlacesWhenItRests() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.SHIFT);
    var more = Boards.outage().service("fni", "FNI", Shown.DOWN)
        .alarm(Kind.OUTAGE, "fni", Lifecycle.UNACKED, Priority.P1, Reason.of("w"))
        .alarm(Kind.OUTAGE, "siv", Lifecycle.ACKED, Priority.P1, Reason.of("w"));
    board.set(more.board());
    until(() -> table().getItems().size() == 2);
    assertEquals(List.of(0), onFx(() -> List.copyOf(table().getSelectionModel().getSelectedIndices())));
    pass(AlarmsPage.STILL.plusSeconds(1));
    board.set(more.madeAt(now.get()).board());
    until(() -> List.copyOf(table().getSelectionModel().getSelectedIndices()).equals(List.of(1)));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void headersSortAndTheSortIsRemembered(Lang lang) throws Exception {
    board.set(Boards.storm(3).board());
    open(lang, dark());
    robot.clickOn(header("col-SUBJECT"));
    until(() -> table().getSortOrder().size() == 1);
    robot.clickOn(header("col-SUBJECT"));
    until(() -> firstSubject().equals("Service 3"));
    assertEquals(List.of(new Sort.By(Column.SUBJECT, true)),
        keepsake.get(Remembered.SECTION, Remembered.class).orElseThrow().sort().columns());
    robot.press(KeyCode.SHIFT).type(KeyCode.O).release(KeyCode.SHIFT);
    until(() -> firstSubject().equals("Service 1"));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aViewIsNamedPickedByItsNumberAndDeleted(Lang lang) throws Exception {
    board.set(two());
    open(lang, dark());
    robot.type(KeyCode.SLASH);
    robot.write("telep");
    until(() -> table().getItems().size() == 1);
    robot.type(KeyCode.ESCAPE);
    robot.type(KeyCode.SLASH);
    robot.write("telep");
    onFx(() -> {
      table().requestFocus();
      return null;
    });
    robot.type(KeyCode.V);
    until(() -> find("#view-name").isFocused());
    robot.write("deux");
    robot.type(KeyCode.ENTER);
    until(() -> !find("#view-form").isVisible() && table().isFocused());
    robot.type(KeyCode.DIGIT0);
    until(() -> table().getItems().size() == 2);
    robot.type(KeyCode.DIGIT1);
    until(() -> table().getItems().size() == 1);
    assertEquals(List.of("deux"), keepsake.get(Remembered.SECTION, Remembered.class).orElseThrow().names());
    robot.type(KeyCode.DIGIT2);
    until(() -> text("#notice").contains("2"));
    onFx(() -> {
      MenuButton menu = (MenuButton) find("#views");
      ((Menu) menu.getItems().getLast()).getItems().getFirst().fire();
      return null;
    });
    until(() -> keepsake.get(Remembered.SECTION, Remembered.class).orElseThrow().names().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void helpShowsTheKeysOfThePageAndOfTheWindow(Lang lang) throws Exception {
    open(lang, dark());
    robot.type(KeyCode.F1);
    until(() -> find(".keys-help") != null && find(".keys-help").isVisible());
    robot.type(KeyCode.A);
    robot.type(KeyCode.ESCAPE);
    until(() -> !find(".station-help").isVisible());
    assertEquals(List.of(), acts);
  }

  @Test
  void aChangeOfLanguageKeepsSelectionSearchAndWhatIsBeingTyped() throws Exception {
    board.set(two());
    open(Lang.FR, dark());
    robot.type(KeyCode.SLASH);
    robot.write("telep");
    until(() -> table().getItems().size() == 1);
    robot.type(KeyCode.TAB);
    onFx(() -> {
      table().requestFocus();
      table().getSelectionModel().select(0);
      return null;
    });
    robot.type(KeyCode.H);
    until(() -> find("#reason").isFocused());
    robot.write("essais");
    onFx(() -> {
      window.change(words(Lang.EN), dark());
      return null;
    });
    until(() -> text("#state").equals("Down") && table().getItems().size() == 1);
    robot.type(KeyCode.ENTER);
    assertEquals(new Act.Shelve(new AlarmKey(Kind.OUTAGE, "tp"), "Marie", "essais", Duration.ofMinutes(15)), lastAct());
  }

  @Test
  void aSecondConsoleOnlyReads() throws Exception {
    open(Lang.FR, dark().withReadOnly("Lecture seule\u00a0: une autre console agit."));
    robot.type(KeyCode.A);
    until(() -> notice().startsWith("Lecture seule"));
    assertEquals(List.of(), acts);
  }

  @Test
  void anOldBoardCoversThePage() throws Exception {
    open(Lang.FR, dark());
    assertFalse(onFx(() -> find(".blind").isVisible()));
    pass(Duration.ofSeconds(40));
    until(() -> find(".blind").isVisible() && text("#clock").equals("15:28:22"));
  }
}
