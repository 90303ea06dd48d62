package iris.ui.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Fallback;
import iris.signal.FallbackSight;
import iris.signal.Origin;
import iris.signal.Report.Switching;
import iris.ui.walk.Walked;
import iris.ui.walk.Walked.Hand;
import iris.words.Lang;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Switched there and back, held with mouse and keyboard, in both languages. */
class FallbackWalkTest extends FallbackWalk {
  @Test
  @Walked(acts = Act.SwitchFallback.class, by = Hand.MOUSE, in = Lang.FR)
  void theMouseHeldForTwoSecondsOrdersTheSwitchWithItsReasonAndItsTicks() throws Exception {
    open(Lang.FR);
    until(() -> text("fallback-advice").startsWith("Activation RECOMMANDÉE"));
    because("siv muet");
    robot.clickOn(() -> find("tick-1"));
    robot.moveTo(() -> find("fallback-on")).press(MouseButton.PRIMARY);
    until(() -> !acts.isEmpty());
    robot.release(MouseButton.PRIMARY);
    assertEquals(new Act.SwitchFallback("siv", true, "Marie", "siv muet", List.of("Le chef de plateau est prévenu")),
        acts.getFirst());
    until(() -> text("fallback-word").equals("Activation en cours") && !find("fallback-on").isVisible());
    rooms.step(Switching.Stage.STARTED, "fallback.no-deed", FallbackSight.UNASKED)
        .step(Switching.Stage.VERIFIED, "fallback.verified-on", FallbackSight.RUNNING, "mode=local");
    passOn();
    until(() -> text("fallback-word").equals("Secours ACTIF"));
    assertTrue(onFx(() -> text("fallback-sentence")).contains("par Marie"));
    assertTrue(onFx(() -> text("fallback-output")).contains("mode=local"));
    assertTrue(onFx(() -> !((CheckBox) find("tick-1")).isSelected()));
  }

  @Test
  void lettingGoTooEarlyDoesNothingAndSaysSo() throws Exception {
    open(Lang.EN);
    because("silent");
    robot.moveTo(() -> find("fallback-on")).press(MouseButton.PRIMARY);
    until(() -> text("fallback-notice").startsWith("Keep pressing"));
    robot.release(MouseButton.PRIMARY);
    until(() -> text("fallback-notice").startsWith("Let go too early"));
    assertEquals(List.of(), acts);
    assertEquals(Fallback.OFF, state());
  }

  @Test
  void withoutAReasonHoldingDoesNotEvenBegin() throws Exception {
    open(Lang.FR);
    robot.moveTo(() -> find("fallback-on")).press(MouseButton.PRIMARY);
    until(() -> text("fallback-notice").startsWith("Écrivez d’abord pourquoi") && find("fallback-reason").isFocused());
    robot.release(MouseButton.PRIMARY);
    assertEquals(List.of(), acts);
  }

  @ParameterizedTest
  @CsvSource({"FR, SPACE", "EN, ENTER"})
  @Walked(acts = Act.SwitchFallback.class, by = Hand.KEYS)
  void theWayThereIsHeldByTheKeyboardAlone(Lang lang, KeyCode key) throws Exception {
    open(lang);
    because("siv silent");
    tabTo("fallback-on");
    robot.press(key);
    until(() -> !acts.isEmpty());
    robot.release(key);
    assertEquals(new Act.SwitchFallback("siv", true, "Marie", "siv silent", List.of()), acts.getFirst());
    untilWord(lang, "SwitchingOn");
  }

  /** Seen: the space bar that had switched came up on a link of the guidance, and a mail was begun. */
  @ParameterizedTest
  @EnumSource(value = KeyCode.class, names = {"SPACE", "ENTER"})
  void theKeyThatIsStillHeldWhenItIsDoneFallsOnNothing(KeyCode key) throws Exception {
    open(Lang.FR, Rooms.planned().guided().outage(Origin.EXTERNAL));
    because("siv muet");
    tabTo("fallback-on");
    robot.press(key);
    untilWord(Lang.FR, "SwitchingOn");
    until(() -> !find("fallback-on").isVisible());
    // What a keyboard does while a key is held: it is pressed again and again.
    robot.press(key).release(key);
    assertEquals("fallbacks", onFx(() -> stage.getScene().getFocusOwner().getId()));
    assertEquals(List.of(), wishes);
    assertEquals(1, acts.size(), acts::toString);
  }

  @Test
  @Walked(acts = Act.SwitchFallback.class, by = Hand.MOUSE, in = Lang.EN)
  void theWayThereIsHeldWithTheMouseInEnglishToo() throws Exception {
    open(Lang.EN);
    robot.clickOn(() -> find("fallback-reason")).write("siv silent");
    robot.moveTo(() -> find("fallback-on")).press(MouseButton.PRIMARY);
    until(() -> !acts.isEmpty());
    robot.release(MouseButton.PRIMARY);
    assertEquals(new Act.SwitchFallback("siv", true, "Marie", "siv silent", List.of()), acts.getFirst());
    untilWord(Lang.EN, "SwitchingOn");
  }

  @ParameterizedTest
  @CsvSource({"FR, Retour PROPOSÉ", "EN, Return PROPOSED"})
  @Walked(acts = Act.SwitchFallback.class, by = Hand.KEYS)
  void theWayBackIsHeldByTheKeyboardAlone(Lang lang, String advised) throws Exception {
    open(lang, running());
    until(() -> text("fallback-advice").startsWith(advised));
    because("back");
    tabTo("fallback-off");
    robot.press(KeyCode.ENTER);
    until(() -> !acts.isEmpty());
    robot.release(KeyCode.ENTER);
    assertEquals(new Act.SwitchFallback("siv", false, "Marie", "back", List.of()), acts.getFirst());
    untilWord(lang, "SwitchingOff");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.SwitchFallback.class, by = Hand.MOUSE)
  void theWayBackIsHeldWithTheMouse(Lang lang) throws Exception {
    open(lang, running());
    robot.clickOn(() -> find("fallback-reason")).write("back");
    robot.moveTo(() -> find("fallback-off")).press(MouseButton.PRIMARY);
    until(() -> !acts.isEmpty());
    robot.release(MouseButton.PRIMARY);
    assertEquals(new Act.SwitchFallback("siv", false, "Marie", "back", List.of()), acts.getFirst());
    untilWord(lang, "SwitchingOff");
  }
}
