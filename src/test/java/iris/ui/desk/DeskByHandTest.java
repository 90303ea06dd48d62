package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Lifecycle;
import iris.alarm.Transition;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.words.Lang;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every act of the console window by key and by mouse, in both languages. */
class DeskByHandTest extends Walk {
  private static final AlarmKey JOURNAL = new AlarmKey(Kind.CONSOLE_FAULT, "journal");

  private Node row(String id, int index) throws Exception {
    return onFx(() -> list(id).lookupAll(".list-cell").stream()
        .filter(n -> n instanceof ListCell<?> cell && cell.getIndex() == index).findFirst().orElseThrow());
  }

  private void selected(int rows) throws Exception {
    until(() -> list("active").getSelectionModel().getSelectedItems().size() == rows);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void anAlarmIsAcknowledgedByKeyAndByMouse(Lang lang) throws Exception {
    open(lang, dark());
    robot.type(KeyCode.A);
    assertEquals(new Act.Acknowledge(SIV, "Marie", ""), lastAct());
    robot.clickOn(() -> find("#deed-acknowledge"));
    until(() -> acts.equals(List.of(acts.getFirst(), acts.getFirst())));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theMouseCommentsAndShelves(Lang lang) throws Exception {
    open(lang, dark());
    robot.clickOn(row("active", 0));
    robot.clickOn(() -> find("#deed-comment"));
    written("sha");
    assertEquals(new Act.Comment(SIV, "Marie", "sha"), acts.getLast());
    robot.clickOn(() -> find("#deed-shelve"));
    written("essais");
    assertEquals(new Act.Shelve(SIV, "Marie", "essais", Duration.ofMinutes(15)), acts.getLast());
    assertEquals(2, acts.size());
  }

  private void written(String words) throws Exception {
    until(() -> find("#reason").isFocused());
    robot.write(words);
    int before = acts.size();
    robot.clickOn(() -> find("#submit"));
    until(() -> acts.size() > before);
    answer(new Transition.Acted(Boards.WALL, acts.getLast()));
    until(() -> !find("#form").isVisible());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void manyAreAcknowledgedByKeyAndByTheButton(Lang lang) throws Exception {
    board.set(Boards.storm(4).board());
    open(lang, dark());
    robot.clickOn(row("active", 0));
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    selected(4);
    robot.type(KeyCode.A);
    until(() -> acts.size() == 4);
    acts.clear();
    robot.clickOn(() -> find("#deed-acknowledge"));
    until(() -> acts.size() == 4);
    assertEquals(4, acts.stream().map(act -> ((Act.Acknowledge) act).alarm()).collect(Collectors.toSet()).size());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whatIsShelvedIsUnshelvedByKeyAndByMouse(Lang lang) throws Exception {
    board.set(Boards.outage().shelve(Kind.OUTAGE, "siv", Boards.shelf("Marie", "essais", Duration.ofMinutes(15))).board());
    open(lang, dark());
    robot.type(KeyCode.DIGIT3);
    until(() -> list("muted").isFocused());
    robot.type(KeyCode.U);
    assertEquals(new Act.Unshelve(SIV, "Marie"), lastAct());
    robot.clickOn(row("muted", 0));
    robot.clickOn(() -> find("#unshelve"));
    until(() -> acts.size() == 2);
    assertEquals(Set.of(new Act.Unshelve(SIV, "Marie")), Set.copyOf(acts));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void anAcknowledgementIsTakenBackAndAFaultResetByKeyAndByMouse(Lang lang) throws Exception {
    board.set(Boards.calm().alarm(Kind.CONSOLE_FAULT, "journal", Lifecycle.LATCHED_ACKED, Priority.P3, Reason.of("w")).board());
    open(lang, dark());
    robot.clickOn(row("active", 0));
    robot.type(KeyCode.U);
    until(() -> acts.equals(List.of(new Act.Unacknowledge(JOURNAL, "Marie"))));
    robot.type(KeyCode.R);
    until(() -> acts.getLast().equals(new Act.Reset(JOURNAL, "Marie")));
    acts.clear();
    robot.clickOn(() -> find("#deed-unacknowledge"));
    until(() -> acts.equals(List.of(new Act.Unacknowledge(JOURNAL, "Marie"))));
    robot.clickOn(() -> find("#deed-reset"));
    until(() -> acts.getLast().equals(new Act.Reset(JOURNAL, "Marie")));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theHornIsSilencedAndRestoredByKeyAndByMouse(Lang lang) throws Exception {
    Act silence = new Act.Silence("Marie", Duration.ofMinutes(10));
    Act restore = new Act.Unsilence("Marie");
    open(lang, dark());
    robot.type(KeyCode.S);
    robot.clickOn(() -> find("#silence"));
    until(() -> acts.equals(List.of(silence, silence)));
    board.set(Boards.outage().silenced(Boards.WALL.plusSeconds(600)).board());
    until(() -> ((Button) find("#silence")).getText().contains(lang == Lang.FR ? "Rétablir" : "Sound on"));
    robot.type(KeyCode.S);
    robot.clickOn(() -> find("#silence"));
    until(() -> acts.equals(List.of(silence, silence, restore, restore)));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aQuestionMarkThatIsTypedOpensTheHelpAndClosesIt(Lang lang) throws Exception {
    open(lang, dark());
    robot.write("?");
    until(() -> find(".keys-help").isVisible());
    robot.write("?");
    until(() -> !find(".keys-help").isVisible());
    assertEquals(List.of(), acts);
  }
}
