package iris.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.words.Lang;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Whoever comes on shift says so, by key or by mouse, and signs from then on. */
class SignatureWalkTest extends ServicesWalk {
  private String author() {
    return find("#author") == null ? "" : ((Button) find("#author")).getText();
  }

  @Test
  void atShiftChangeTheNameIsSaidByKeyAndSignsTheNextAct() throws Exception {
    open(Lang.FR, Muted.calm(), "poste1");
    until(() -> author().equals("poste1"));
    robot.type(KeyCode.F12);
    until(() -> find("#who") != null && find("#who").isFocused());
    robot.write("Paul");
    robot.type(KeyCode.ENTER);
    assertEquals(new Act.Sign("poste1", "poste1", "Paul"), lastAct());
    until(() -> author().equals("Paul") && text("#station-notice").equals("Au poste\u00a0: Paul, après poste1."));
    robot.type(KeyCode.O);
    until(() -> find("#out-until").isFocused());
    type("why", "x");
    robot.type(KeyCode.ENTER);
    assertEquals("Paul", act(1).author());
  }

  @Test
  void theNameIsSaidByMouseAndTheRoleThatComesWithItIsShown() throws Exception {
    open(Lang.EN, Muted.with(Muted.calm(), Muted.HOUSE), "poste1");
    until(() -> author().equals("poste1 (view)"));
    robot.clickOn(find("#author"));
    until(() -> find("#who") != null && find("#who").isFocused());
    robot.write("marie");
    robot.type(KeyCode.ENTER);
    until(() -> author().equals("marie (operate)"));
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
