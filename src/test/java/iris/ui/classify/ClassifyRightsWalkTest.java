package iris.ui.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Criterion;
import iris.alarm.Role;
import iris.alarm.Transition;
import iris.words.Lang;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may not say what announcements are tries all the same, by key and by mouse: refused, and in the journal. */
class ClassifyRightsWalkTest extends ClassifyWalk {
  private void rights(Role standard) {
    boards.rights(standard);
    board.set(boards.board());
    log.set(boards.log());
  }

  /** The board's last word was that this was refused, and whom to ask. */
  private void untilRefused(Class<? extends Act> act, int times) throws Exception {
    until(() -> acts.size() == times && log.get().newestFirst().getFirst() instanceof Transition.Refused);
    Transition.Refused refused = (Transition.Refused) log.get().newestFirst().getFirst();
    assertEquals(act, refused.act().getClass());
    assertTrue(words(Lang.FR).say(refused.why()).endsWith("demandez à ops"), words(Lang.FR).say(refused.why()));
  }

  @Test
  void whoMayNotClassifyFindsItGreyAndIsToldWhomToAsk() throws Exception {
    rights(Role.OPERATE);
    open(Lang.EN);
    assertTrue(onFx(() -> find("classify-keep").isDisabled()));
    assertTrue(onFx(() -> ((Label) find("classify-grey")).getText()).endsWith("has the role “operate”; ask ops"));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aRuleIsRefusedByMouseAndByKeyWhateverWasWritten(Lang lang) throws Exception {
    rights(Role.OPERATE);
    open(lang);
    onFx(() -> {
      ((ScrollPane) stage.getScene().getRoot().lookup(".item-scroll")).setVvalue(1);
      return null;
    });
    click("classify-keep");
    untilRefused(Act.Classify.class, 1);
    robot.type(KeyCode.X);
    until(() -> find("rule-reason").isFocused());
    robot.write("parce que").type(KeyCode.ENTER);
    untilRefused(Act.Classify.class, 2);
    assertEquals("parce que", ((Act.Classify) acts.getLast()).reason());
    assertEquals("parce que", onFx(() -> ((TextField) find("rule-reason")).getText()), "what was written stays");
    assertTrue(boards.board().rulings().standing().findAny().isEmpty());
  }

  @Test
  void settingAsideIsRefusedToWhoMayOnlyLook() throws Exception {
    rights(Role.VIEW);
    open(Lang.FR);
    click("classify-set-aside");
    untilRefused(Act.SetAside.class, 1);
  }

  @Test
  void takingARuleBackIsRefusedByMouseAndByKey() throws Exception {
    boards.classify("panne du banc", Criterion.Says.NOTICE);
    rights(Role.OPERATE);
    open(Lang.FR);
    robot.type(KeyCode.R);
    until(() -> find("classify-take-back").isVisible());
    click("classify-take-back");
    untilRefused(Act.Unclassify.class, 1);
    robot.type(KeyCode.X);
    until(() -> find("take-reason").isFocused());
    robot.write("faux").type(KeyCode.ENTER);
    untilRefused(Act.Unclassify.class, 2);
    assertEquals(1, boards.board().rulings().standing().count());
  }
}
