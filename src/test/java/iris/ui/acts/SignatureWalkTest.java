package iris.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.ui.walk.Walked;
import iris.ui.walk.Walked.Hand;
import iris.words.Lang;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever comes on shift says so, by key or by mouse, and signs from then on. */
class SignatureWalkTest extends ServicesWalk {
  private String author() {
    return find("#author") == null ? "" : ((Button) find("#author")).getText();
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.Sign.class, by = Hand.KEYS)
  void atShiftChangeTheNameIsSaidByKeyAndSignsTheNextAct(Lang lang) throws Exception {
    open(lang, Muted.calm(), "poste1");
    until(() -> author().equals("poste1"));
    robot.type(KeyCode.F12);
    until(() -> find("#who") != null && find("#who").isFocused());
    robot.write("Paul");
    robot.type(KeyCode.ENTER);
    assertEquals(new Act.Sign("poste1", "poste1", "Paul"), lastAct());
    until(() -> author().equals("Paul") && text("#station-notice").equals(words(lang).say("ui.desk.act.sign", "poste1", "Paul")));
    robot.type(KeyCode.O);
    until(() -> find("#out-until").isFocused());
    type("why", "x");
    robot.type(KeyCode.ENTER);
    assertEquals("Paul", act(1).author());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.Sign.class, by = Hand.MOUSE)
  void theNameIsSaidByMouseAndTheRoleThatComesWithItIsShown(Lang lang) throws Exception {
    open(lang, Muted.with(Muted.calm(), Muted.HOUSE), "poste1");
    until(() -> author().equals("poste1 (" + words(lang).say("alarm.role.view") + ")"));
    robot.clickOn(() -> find("#author"));
    until(() -> find("#who") != null && find("#who").isFocused());
    robot.write("marie");
    robot.type(KeyCode.ENTER);
    until(() -> author().equals("marie (" + words(lang).say("alarm.role.operate") + ")"));
    until(() -> !((Button) find("#deed-plan")).isDisabled());
  }

  @Test
  void whoThinksBetterOfItHasSaidNothing() throws Exception {
    open(Lang.EN, Muted.calm(), "poste1");
    robot.type(KeyCode.F12);
    until(() -> find("#who") != null && find("#who").isFocused());
    robot.write("Paul");
    robot.type(KeyCode.ESCAPE);
    until(() -> author().equals("poste1"));
    robot.type(KeyCode.F12);
    until(() -> find("#who") != null && find("#who").isFocused());
    robot.type(KeyCode.ENTER);
    until(() -> author().equals("poste1"));
    assertEquals(List.of(), acts);
  }
}
