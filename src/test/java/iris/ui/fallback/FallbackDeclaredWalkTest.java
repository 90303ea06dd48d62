package iris.ui.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.signal.FallbackSight;
import iris.signal.Origin;
import iris.signal.Report.Switching;
import iris.ui.walk.Walked;
import iris.ui.walk.Walked.Hand;
import iris.words.Lang;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What other hands did is declared, and a failure says what is known. */
class FallbackDeclaredWalkTest extends FallbackWalk {
  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.Fallback.class, by = Hand.KEYS)
  void whatOtherHandsDidIsDeclaredThereAndBackByTheKeyboard(Lang lang) throws Exception {
    open(lang);
    because("there");
    tabTo("declare-on");
    robot.type(KeyCode.ENTER);
    untilWord(lang, "On");
    because("back");
    tabTo("declare-off");
    robot.type(KeyCode.SPACE);
    untilWord(lang, "Off");
    assertEquals(List.of(new Act.Fallback("siv", true, "Marie", "there"), new Act.Fallback("siv", false, "Marie", "back")),
        acts);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.Fallback.class, by = Hand.MOUSE)
  void whatOtherHandsDidIsDeclaredThereAndBackWithTheMouse(Lang lang) throws Exception {
    open(lang);
    robot.clickOn(() -> find("fallback-reason")).write("there");
    robot.clickOn(() -> find("declare-on"));
    untilWord(lang, "On");
    robot.clickOn(() -> find("fallback-reason")).write("back");
    robot.clickOn(() -> find("declare-off"));
    untilWord(lang, "Off");
    assertEquals(List.of(new Act.Fallback("siv", true, "Marie", "there"), new Act.Fallback("siv", false, "Marie", "back")),
        acts);
  }

  @Test
  void aFailureSaysWhatIsKnownAndWhatOtherHandsDidIsDeclared() throws Exception {
    open(Lang.FR, Rooms.planned().outage(Origin.EXTERNAL).ordered(true, "Marie")
        .step(Switching.Stage.FAILED, "fallback.no-deed", FallbackSight.STOPPED));
    until(() -> text("fallback-word").equals("Bascule EN ÉCHEC"));
    assertTrue(onFx(() -> text("fallback-sentence")).contains("Le contrôle d’état voit le secours à l’arrêt."));
    because("active par l'exploitant");
    robot.clickOn(() -> find("declare-on"));
    until(() -> !acts.isEmpty());
    assertEquals(new Act.Fallback("siv", true, "Marie", "active par l'exploitant"), acts.getFirst());
    until(() -> text("fallback-word").equals("Secours ACTIF"));
  }
}
