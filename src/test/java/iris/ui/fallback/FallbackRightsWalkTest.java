package iris.ui.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Fallback;
import iris.alarm.Transition;
import iris.signal.Origin;
import iris.words.Lang;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may only look tries to switch all the same: refused with a sentence, and in the journal. */
class FallbackRightsWalkTest extends FallbackWalk {
  @ParameterizedTest
  @CsvSource({"FR, demandez à ops", "EN, ask ops"})
  void aPressOnWhatIsGreyIsRefusedWithWhatWasAskedAndSwitchesNothing(Lang lang, String whom) throws Exception {
    open(lang, Rooms.planned().outage(Origin.EXTERNAL).onlyLooking());
    until(() -> find("fallback-on").isDisabled());
    untilSaid("fallback-notice", whom);
    onFx(() -> {
      ((TextField) find("fallback-reason")).setText("panne nationale");
      return null;
    });
    robot.clickOn(() -> find("fallback-on"));
    untilRefused(new Act.SwitchFallback("siv", true, "Marie", "panne nationale", List.of()), whom, lang);
    robot.clickOn(() -> find("declare-on"));
    untilRefused(new Act.Fallback("siv", true, "Marie", "panne nationale"), whom, lang);
    assertInstanceOf(Fallback.Off.class, state());
  }

  private void untilRefused(Act act, String whom, Lang lang) throws Exception {
    until(() -> !acts.isEmpty() && acts.getLast().equals(act));
    Transition.Refused refused = assertInstanceOf(Transition.Refused.class, log.get().newestFirst().getFirst());
    assertEquals(act, refused.act());
    String why = words(lang).say(refused.why());
    assertTrue(why.contains(whom), why);
    untilSaid("fallback-notice", whom);
  }

  @Test
  void noKeyLeadsToWhatIsGrey() throws Exception {
    open(Lang.FR, Rooms.planned().outage(Origin.EXTERNAL).onlyLooking());
    robot.type(KeyCode.B);
    until(() -> find("fallback-reason").isFocused());
    for (int i = 0; i < 30; i++) {
      robot.type(KeyCode.TAB);
      Node here = onFx(() -> stage.getScene().getFocusOwner());
      assertFalse(List.of("fallback-on", "fallback-off", "declare-on", "declare-off")
          .contains(String.valueOf(here.getId())), () -> "led to " + here);
    }
    assertEquals(List.of(), acts);
  }

  /** The role came between two showings: the button is still grey, and a click must not do what wants two seconds. */
  @Test
  void whoWasJustGivenTheRoleHasToHoldTheButtonLikeAnybody() throws Exception {
    open(Lang.FR, Rooms.planned().outage(Origin.EXTERNAL).onlyLooking());
    until(() -> find("fallback-on").isDisabled());
    onFx(() -> {
      ((TextField) find("fallback-reason")).setText("panne nationale");
      rooms = Rooms.planned().outage(Origin.EXTERNAL);
      board.set(rooms.board());
      Node grey = find("fallback-on");
      javafx.geometry.Point2D at = grey.localToScene(5, 5);
      grey.getParent().fireEvent(new javafx.scene.input.MouseEvent(javafx.scene.input.MouseEvent.MOUSE_PRESSED, at.getX(),
          at.getY(), 0, 0, javafx.scene.input.MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false,
          false, false, null));
      return null;
    });
    assertEquals(List.of(), acts);
  }
}
