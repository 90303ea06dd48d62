package iris.ui.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.OriginVerdict.Fault;
import iris.ui.walk.Walked;
import iris.ui.walk.Walked.Hand;
import iris.words.Lang;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A verdict is contested and the contest taken back, by key and by mouse. */
class ContestWalkTest extends OriginWalk {
  @Test
  @Walked(acts = Act.Contest.class, by = Hand.KEYS, in = Lang.FR)
  void aVerdictIsContestedByKeyboardAndTheContestStandsBesideIt() throws Exception {
    open(Lang.FR, Rooms.external());
    robot.type(KeyCode.C);
    until(() -> find("contest-fault").isFocused());
    for (int i = 0; i < 8 && onFx(() -> chosen()) != Fault.PROVIDER; i++) robot.type(KeyCode.DOWN);
    assertEquals(Fault.PROVIDER, onFx(this::chosen));
    robot.type(KeyCode.TAB);
    until(() -> find("contest-reason").isFocused());
    robot.write("leur pare-feu");
    robot.type(KeyCode.ENTER);
    until(() -> acts.contains(new Act.Contest("siv", Fault.PROVIDER, "Marie", "leur pare-feu")));
    until(() -> text("contest-standing").startsWith("Marie conteste depuis 15:15 et désigne\u00a0: DARVA, parce que"));
    until(() -> !find("contest-form").isVisible());
    assertTrue(onFx(this::verdict).contains("SIV national"), "the machine's verdict stands");
    assertEquals("DARVA\u00a0: en ordre, selon Marie", onFx(() -> find("part-PROVIDER").getAccessibleText()));
  }

  @Test
  @Walked(acts = Act.Contest.class, by = Hand.KEYS, in = Lang.EN)
  void aVerdictIsContestedByKeyboardInEnglishToo() throws Exception {
    open(Lang.EN, Rooms.external());
    robot.type(KeyCode.C);
    until(() -> find("contest-fault").isFocused());
    for (int i = 0; i < 8 && onFx(() -> chosen()) != Fault.PROVIDER; i++) robot.type(KeyCode.DOWN);
    robot.type(KeyCode.TAB);
    until(() -> find("contest-reason").isFocused());
    robot.write("their firewall").type(KeyCode.ENTER);
    until(() -> acts.contains(new Act.Contest("siv", Fault.PROVIDER, "Marie", "their firewall")));
    until(() -> text("contest-standing").startsWith("Marie has contested since 15:15 and names: DARVA, because"));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.Uncontest.class, by = Hand.KEYS)
  void aContestIsTakenBackByKeyboard(Lang lang) throws Exception {
    open(lang, Rooms.contested());
    focus("verdict");
    for (int i = 0; i < 6 && !onFx(() -> find("contest-back").isFocused()); i++) robot.type(KeyCode.TAB);
    assertTrue(onFx(() -> find("contest-back").isFocused()), "no way there by Tab");
    robot.type(KeyCode.ENTER);
    until(() -> !find("contest-standing").isVisible());
    assertEquals(List.of(new Act.Uncontest("siv", "Marie")), acts, "Enter acts once");
  }

  @ParameterizedTest
  @CsvSource({"FR, notre réseau", "EN, our network"})
  @Walked(acts = {Act.Contest.class, Act.Uncontest.class}, by = Hand.MOUSE)
  void aVerdictIsContestedByMouseAndTheContestIsTakenBack(Lang lang, String ours) throws Exception {
    open(lang, Rooms.external());
    robot.clickOn(() -> find("contest-open"));
    until(() -> find("contest-form").isVisible());
    robot.choose(() -> find("contest-fault"), ours);
    until(() -> chosen() == Fault.OUR_NETWORK);
    click("contest-reason");
    until(() -> find("contest-reason").isFocused());
    robot.write("the proxy");
    click("contest-submit");
    until(() -> acts.contains(new Act.Contest("siv", Fault.OUR_NETWORK, "Marie", "the proxy")));
    until(() -> find("contest-back").isVisible());
    robot.clickOn(() -> find("contest-back"));
    until(() -> acts.contains(new Act.Uncontest("siv", "Marie")));
    until(() -> !find("contest-standing").isVisible());
  }

  @Test
  void withoutAFaultOrAReasonNothingIsSentAndEscapeLeaves() throws Exception {
    open(Lang.FR, Rooms.external());
    robot.type(KeyCode.C);
    until(() -> find("contest-form").isVisible());
    focus("contest-submit");
    robot.type(KeyCode.ENTER);
    until(() -> text("contest-notice").equals("Choisissez d’abord de qui vient le défaut."));
    focus("contest-fault");
    robot.type(KeyCode.DOWN);
    focus("contest-submit");
    robot.type(KeyCode.SPACE);
    until(() -> text("contest-notice").startsWith("Écrivez d’abord"));
    robot.type(KeyCode.ESCAPE);
    until(() -> !find("contest-form").isVisible());
    assertEquals(List.of(), acts);
  }

  @Test
  void aRefusalIsSaidAndTheWordsStay() throws Exception {
    open(Lang.FR, Rooms.configured().neutral(true).check(true, true));
    robot.type(KeyCode.C);
    until(() -> find("contest-fault").isFocused());
    robot.type(KeyCode.DOWN);
    focus("contest-reason");
    robot.write("doute");
    robot.type(KeyCode.ENTER);
    until(() -> text("contest-notice").startsWith("Refusé."));
    assertEquals("doute", onFx(() -> ((TextField) find("contest-reason")).getText()));
  }
}
