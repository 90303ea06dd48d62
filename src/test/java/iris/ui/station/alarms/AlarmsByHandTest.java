package iris.ui.station.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Lifecycle;
import iris.alarm.Shown;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.desk.Boards;
import iris.ui.station.StationWalk;
import iris.ui.station.keep.Keepsake;
import iris.words.Lang;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a hand does with keys held down while it clicks, what it types as a character, and what it finds again. */
class AlarmsByHandTest extends StationWalk {
  @TempDir Path folder;

  private Node row(int index) throws Exception {
    return onFx(() -> table().lookupAll(".table-row-cell").stream()
        .filter(n -> n instanceof TableRow<?> row && row.getIndex() == index).findFirst().orElseThrow());
  }

  private void selected(int rows) throws Exception {
    until(() -> table().getSelectionModel().getSelectedItems().size() == rows);
  }

  /** As the toolkit tells it: the robot of the headless screen forgets the keys that are held while it clicks. */
  private void click(Node row, boolean shift, boolean control) throws Exception {
    onFx(() -> {
      Node cell = row.lookup(".table-cell");
      Point2D in = cell.localToScene(5, 5);
      Point2D on = cell.localToScreen(5, 5);
      for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED))
        cell.fireEvent(new MouseEvent(type, in.getX(), in.getY(), on.getX(), on.getY(), MouseButton.PRIMARY, 1, shift,
            control, false, false, type == MouseEvent.MOUSE_PRESSED, false, false, false, false, true, null));
      return null;
    });
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theMouseAcknowledgesWithAReason(Lang lang) throws Exception {
    open(lang, dark());
    robot.clickOn(row(0));
    robot.clickOn(() -> find("#deed-reasoned"));
    until(() -> find("#reason").isFocused());
    robot.write("vu");
    robot.clickOn(() -> find("#submit"));
    assertEquals(new Act.Acknowledge(SIV, "Marie", "vu"), lastAct());
    assertEquals(1, acts.size());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whatIsChosenByClicksWithShiftAndCtrlIsAcknowledgedAtOnce(Lang lang) throws Exception {
    board.set(Boards.storm(4).board());
    open(lang, dark());
    robot.clickOn(row(0));
    selected(1);
    click(row(2), true, false);
    selected(3);
    click(row(3), false, true);
    click(row(1), false, true);
    selected(3);
    robot.clickOn(() -> find("#deed-acknowledge"));
    until(() -> acts.size() == 3);
    assertEquals(Set.of("s1", "s3", "s4"),
        acts.stream().map(act -> ((Act.Acknowledge) act).alarm().subject()).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aQuestionMarkThatIsTypedOpensTheHelpAndClosesIt(Lang lang) throws Exception {
    open(lang, dark());
    robot.write("?");
    until(() -> find(".keys-help") != null && find(".station-help").isVisible());
    robot.write("?");
    until(() -> !find(".station-help").isVisible());
    robot.type(KeyCode.SLASH);
    until(() -> find("#search").isFocused());
    robot.write("?");
    until(() -> ((TextField) find("#search")).getText().equals("?") && !find(".station-help").isVisible());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aViewIsSavedAndPickedByMouseAndIsStillThereAfterTheNextStart(Lang lang) throws Exception {
    board.set(Boards.outage().service("tp", "Télépaiement", Shown.DOWN)
        .alarm(Kind.OUTAGE, "tp", Lifecycle.UNACKED, Priority.P1, Reason.of("w")).board());
    keepsake = Keepsake.of(folder.resolve("workstation.json"));
    open(lang, dark());
    robot.clickOn(() -> find("#search"));
    robot.write("telep");
    until(() -> table().getItems().size() == 1);
    pick("V\u2002" + words(lang).say("ui.station.alarms.view.save"));
    until(() -> find("#view-name").isFocused());
    robot.write("deux");
    robot.clickOn(() -> find("#view-ok"));
    until(() -> !find("#view-form").isVisible());
    pick("0\u2002" + words(lang).say("ui.station.alarms.view.usual"));
    until(() -> table().getItems().size() == 2);
    onFx(() -> {
      window.close();
      return null;
    });
    keepsake.close();
    keepsake = Keepsake.of(folder.resolve("workstation.json"));
    open(lang, dark());
    until(() -> table().getItems().size() == 2);
    pick("1\u2002deux");
    until(() -> table().getItems().size() == 1 && text("#notice").contains("deux"));
  }

  private void pick(String item) {
    robot.pick(() -> find("#views"), item);
  }
}
