package iris.ui.station.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Shown;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.desk.Boards;
import iris.ui.station.StationWalk;
import iris.words.Lang;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every act on an alarm, by keyboard and by mouse, in both languages. */
class AlarmsWalkTest extends StationWalk {
  private static final AlarmKey JOURNAL = new AlarmKey(Kind.CONSOLE_FAULT, "journal");

  private void acknowledged() {
    board.set(Boards.outage().alarm(Kind.OUTAGE, "siv", Lifecycle.ACKED, Priority.P1, Reason.of("w")).board());
  }

  private static Board two() {
    return Boards.outage().service("tp", "Télépaiement", Shown.DOWN)
        .alarm(Kind.OUTAGE, "tp", Lifecycle.UNACKED, Priority.P1, Reason.of("w")).board();
  }

  private void shelved() {
    board.set(Boards.outage().shelve(Kind.OUTAGE, "siv", Boards.shelf("Marie", "essais", Duration.ofMinutes(15))).board());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aAcknowledgesAtOnceAndTheWindowSaysSoWhenTheBoardComesBack(Lang lang) throws Exception {
    open(lang, dark());
    robot.type(KeyCode.A);
    assertEquals(new Act.Acknowledge(SIV, "Marie", ""), lastAct());
    acknowledged();
    done(acts.getLast());
    until(() -> text("#acked").equals("1"));
    until(() -> notice().equals(lang == Lang.FR ? "Marie acquitte SIV (indisponible)." : "Marie acknowledges SIV (down)."));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void shiftAAsksForAReasonThatMayBeLeftOut(Lang lang) throws Exception {
    open(lang, dark());
    robot.press(KeyCode.SHIFT).type(KeyCode.A).release(KeyCode.SHIFT);
    until(() -> find("#reason").isFocused());
    robot.type(KeyCode.ENTER);
    assertEquals(new Act.Acknowledge(SIV, "Marie", ""), lastAct());
    refused(acts.getLast(), "Non");
    until(() -> notice().contains("Non"));
    robot.write("vu");
    robot.type(KeyCode.ENTER);
    until(() -> acts.contains(new Act.Acknowledge(SIV, "Marie", "vu")));
    done(acts.getLast());
    until(() -> !find("#form").isVisible() && table().isFocused());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theMouseAcknowledgesCommentsAndShelves(Lang lang) throws Exception {
    open(lang, dark());
    robot.clickOn(find(".table-row-cell"));
    robot.clickOn(find("#deed-acknowledge"));
    assertEquals(new Act.Acknowledge(SIV, "Marie", ""), lastAct());
    robot.clickOn(find("#deed-comment"));
    until(() -> find("#reason").isFocused());
    robot.write("vu avec darva");
    robot.clickOn(find("#submit"));
    until(() -> acts.contains(new Act.Comment(SIV, "Marie", "vu avec darva")));
    done(acts.getLast());
    done(acts.getFirst());
    until(() -> !find("#form").isVisible());
    robot.clickOn(find("#deed-shelve"));
    until(() -> find("#reason").isFocused());
    robot.write("essais");
    robot.clickOn(find("#submit"));
    until(() -> acts.contains(new Act.Shelve(SIV, "Marie", "essais", Duration.ofMinutes(15))));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aCommentAndAShelvingAreTypedUnderTheTable(Lang lang) throws Exception {
    open(lang, dark());
    robot.type(KeyCode.C);
    until(() -> find("#reason").isFocused());
    robot.write("sha");
    robot.type(KeyCode.ENTER);
    assertEquals(new Act.Comment(SIV, "Marie", "sha"), lastAct());
    done(acts.getLast());
    until(() -> !find("#form").isVisible() && table().isFocused());
    robot.type(KeyCode.H);
    until(() -> find("#reason").isFocused());
    robot.write("essais");
    robot.type(KeyCode.ENTER);
    until(() -> acts.contains(new Act.Shelve(SIV, "Marie", "essais", Duration.ofMinutes(15))));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whatIsShelvedIsOneKeyAwayAndUUnshelvesIt(Lang lang) throws Exception {
    shelved();
    open(lang, dark());
    assertEquals(0, rows());
    assertTrue(onFx(() -> text("#aside")).contains("(1)"), onFx(() -> text("#aside")));
    robot.type(KeyCode.M);
    until(() -> table().getItems().size() == 1);
    robot.type(KeyCode.U);
    assertEquals(new Act.Unshelve(SIV, "Marie"), lastAct());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theMouseUnshelvesToo(Lang lang) throws Exception {
    shelved();
    open(lang, dark());
    robot.clickOn(find("#aside"));
    until(() -> table().getItems().size() == 1);
    robot.clickOn(find(".table-row-cell"));
    until(() -> find("#unshelve").isVisible());
    robot.clickOn(find("#unshelve"));
    assertEquals(new Act.Unshelve(SIV, "Marie"), lastAct());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void uTakesTheAcknowledgementBackAndRResets(Lang lang) throws Exception {
    board.set(Boards.calm().alarm(Kind.CONSOLE_FAULT, "journal", Lifecycle.LATCHED_ACKED, Priority.P3, Reason.of("w")).board());
    open(lang, dark());
    robot.type(KeyCode.U);
    assertEquals(new Act.Unacknowledge(JOURNAL, "Marie"), lastAct());
    robot.type(KeyCode.R);
    until(() -> acts.contains(new Act.Reset(JOURNAL, "Marie")));
    robot.clickOn(find("#deed-unacknowledge"));
    until(() -> acts.stream().filter(Act.Unacknowledge.class::isInstance).count() == 2);
    robot.clickOn(find("#deed-reset"));
    until(() -> acts.stream().filter(Act.Reset.class::isInstance).count() == 2);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whatWasDoneLastIsUndoneAndSaid(Lang lang) throws Exception {
    board.set(Boards.storm(3).board());
    open(lang, dark());
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.type(KeyCode.A);
    until(() -> acts.size() == 3);
    List.copyOf(acts).forEach(this::done);
    until(() -> notice().startsWith("3 "));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    until(() -> acts.size() == 6);
    assertTrue(acts.subList(3, 6).stream().allMatch(Act.Unacknowledge.class::isInstance));
    acts.subList(3, 6).forEach(this::done);
    until(() -> notice().startsWith("3 ") && notice().contains(lang == Lang.FR ? "retire l" : "takes back"));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    until(() -> notice().startsWith(lang == Lang.FR ? "Rien à défaire" : "Nothing to undo"));
    assertEquals(6, acts.size());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theHornIsSilencedAndRestoredByKeyAndByMouse(Lang lang) throws Exception {
    open(lang, dark());
    robot.type(KeyCode.S);
    assertEquals(new Act.Silence("Marie", Duration.ofMinutes(10)), lastAct());
    robot.clickOn(find("#silence"));
    until(() -> acts.size() == 2);
    board.set(Boards.outage().silenced(Boards.WALL.plusSeconds(600)).board());
    until(() -> text("#sound").contains("15:37:42"));
    robot.type(KeyCode.S);
    until(() -> acts.getLast().equals(new Act.Unsilence("Marie")));
    robot.clickOn(find("#silence"));
    until(() -> acts.size() == 4 && acts.getLast().equals(new Act.Unsilence("Marie")));
  }

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

  private Node header(String column) throws Exception {
    return onFx(() -> table().lookupAll(".column-header").stream()
        .filter(n -> n instanceof TableColumnHeader h && h.getTableColumn() != null
            && column.equals(h.getTableColumn().getId())).findFirst().orElseThrow());
  }

  private String firstSubject() {
    return ((iris.ui.desk.Slots.Slot<?>) table().getItems().getFirst()).row() instanceof Line line
        ? line.text(Column.SUBJECT) : "";
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
