package iris.ui.station.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Lifecycle;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.desk.Boards;
import iris.ui.walk.Walked;
import iris.ui.walk.Walked.Hand;
import iris.words.Lang;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alarms are acknowledged, shelved, silenced and taken back, by key and by mouse. */
class AlarmsWalkTest extends AlarmsWalk {
  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.Acknowledge.class, by = Hand.KEYS)
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
  @Walked(acts = {Act.Acknowledge.class, Act.Comment.class, Act.Shelve.class}, by = Hand.MOUSE)
  void theMouseAcknowledgesCommentsAndShelves(Lang lang) throws Exception {
    open(lang, dark());
    robot.clickOn(() -> find(".table-row-cell"));
    robot.clickOn(() -> find("#deed-acknowledge"));
    assertEquals(new Act.Acknowledge(SIV, "Marie", ""), lastAct());
    robot.clickOn(() -> find("#deed-comment"));
    until(() -> find("#reason").isFocused());
    robot.write("vu avec darva");
    robot.clickOn(() -> find("#submit"));
    until(() -> acts.contains(new Act.Comment(SIV, "Marie", "vu avec darva")));
    done(acts.getLast());
    done(acts.getFirst());
    until(() -> !find("#form").isVisible());
    robot.clickOn(() -> find("#deed-shelve"));
    until(() -> find("#reason").isFocused());
    robot.write("essais");
    robot.clickOn(() -> find("#submit"));
    until(() -> acts.contains(new Act.Shelve(SIV, "Marie", "essais", Duration.ofMinutes(15))));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = {Act.Comment.class, Act.Shelve.class}, by = Hand.KEYS)
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
  @Walked(acts = Act.Unshelve.class, by = Hand.KEYS)
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
  @Walked(acts = Act.Unshelve.class, by = Hand.MOUSE)
  void theMouseUnshelvesToo(Lang lang) throws Exception {
    shelved();
    open(lang, dark());
    robot.clickOn(() -> find("#aside"));
    until(() -> table().getItems().size() == 1);
    robot.clickOn(() -> find(".table-row-cell"));
    until(() -> find("#unshelve").isVisible());
    robot.clickOn(() -> find("#unshelve"));
    assertEquals(new Act.Unshelve(SIV, "Marie"), lastAct());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = {Act.Unacknowledge.class, Act.Reset.class}, by = {Hand.KEYS, Hand.MOUSE})
  void uTakesTheAcknowledgementBackAndRResets(Lang lang) throws Exception {
    board.set(Boards.calm().alarm(Kind.CONSOLE_FAULT, "journal", Lifecycle.LATCHED_ACKED, Priority.P3, Reason.of("w")).board());
    open(lang, dark());
    robot.type(KeyCode.U);
    assertEquals(new Act.Unacknowledge(JOURNAL, "Marie"), lastAct());
    robot.type(KeyCode.R);
    until(() -> acts.contains(new Act.Reset(JOURNAL, "Marie")));
    robot.clickOn(() -> find("#deed-unacknowledge"));
    until(() -> acts.stream().filter(Act.Unacknowledge.class::isInstance).count() == 2);
    robot.clickOn(() -> find("#deed-reset"));
    until(() -> acts.stream().filter(Act.Reset.class::isInstance).count() == 2);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whatWasDoneLastIsUndoneAndSaid(Lang lang) throws Exception {
    board.set(Boards.storm(5).board());
    open(lang, dark());
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.type(KeyCode.A);
    until(() -> acts.size() == 5);
    List.copyOf(acts).forEach(this::done);
    until(() -> notice().equals(lang == Lang.FR ? "Marie acquitte 5 alarmes." : "Marie acknowledges 5 alarms."));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    until(() -> acts.size() == 10);
    assertTrue(acts.subList(5, 10).stream().allMatch(Act.Unacknowledge.class::isInstance));
    acts.subList(5, 10).forEach(this::done);
    until(() -> notice().equals(lang == Lang.FR ? "Marie retire l’acquittement de 5 alarmes."
        : "Marie takes back the acknowledgement of 5 alarms."));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    until(() -> notice().startsWith(lang == Lang.FR ? "Rien à défaire" : "Nothing to undo"));
    assertEquals(10, acts.size());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = {Act.Silence.class, Act.Unsilence.class}, by = {Hand.KEYS, Hand.MOUSE})
  void theHornIsSilencedAndRestoredByKeyAndByMouse(Lang lang) throws Exception {
    open(lang, dark());
    robot.type(KeyCode.S);
    assertEquals(new Act.Silence("Marie", Duration.ofMinutes(10)), lastAct());
    robot.clickOn(() -> find("#silence"));
    until(() -> acts.size() == 2);
    board.set(Boards.outage().silenced(Boards.WALL.plusSeconds(600)).board());
    until(() -> text("#sound").contains("15:37:42"));
    robot.type(KeyCode.S);
    until(() -> acts.getLast().equals(new Act.Unsilence("Marie")));
    robot.clickOn(() -> find("#silence"));
    until(() -> acts.size() == 4 && acts.getLast().equals(new Act.Unsilence("Marie")));
  }
}
