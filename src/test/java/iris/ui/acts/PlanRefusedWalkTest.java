package iris.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.alarm.Act;
import iris.alarm.Rights;
import iris.alarm.Role;
import iris.alarm.Transition;
import iris.ui.desk.ActSentence;
import iris.ui.desk.Boards;
import iris.words.Lang;
import iris.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the journal keeps of a maintenance that was refused for want of a role: what was asked, and no more. */
class PlanRefusedWalkTest extends ServicesWalk {
  /** Nothing opened, so no time was asked for. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"FR | stagiaire a voulu planifier une maintenance de SIV.",
      "EN | stagiaire wanted to plan maintenance of SIV."})
  void anAttemptBeforeAnyFormIsToldWithoutATimeThatNobodyGave(Lang lang, String sentence) throws Exception {
    open(lang, Muted.with(Muted.calm(), Muted.HOUSE), "stagiaire");
    robot.type(KeyCode.M);
    until(() -> acts.size() == 1);
    robot.clickOn(() -> find("#deed-plan"));
    until(() -> acts.size() == 2);
    for (Act act : acts) {
      assertInstanceOf(Act.Maintain.class, act);
      assertEquals(sentence, new ActSentence(board.get(), Boards.NOW, Words.of(lang, ZoneId.of("Europe/Paris"))).said(act));
    }
    assertEquals(2, log.get().newestFirst().stream().filter(Transition.Refused.class::isInstance).count());
    assertEquals(List.of(), board.get().maintenances("siv"));
  }

  @Test
  void whoLosesTheRoleOverTheFormIsRefusedWithWhatWasAskedInItsWords() throws Exception {
    open(Lang.FR, Muted.with(Muted.calm(), Muted.HOUSE), "Marie");
    robot.type(KeyCode.M);
    until(() -> find("#day").isFocused());
    write("day", "25/11/2026");
    write("start", "08:00");
    write("end", "2h30");
    type("why", "version 5");
    board.set(Muted.with(board.get(), new Rights(Role.VIEW,
        Map.of("jdupont", Role.ADMINISTER))));
    robot.type(KeyCode.ENTER);
    Act.Maintain asked = new Act.Maintain("siv", "Marie", "version 5", Instant.parse("2026-11-25T07:00:00Z"),
        Instant.parse("2026-11-25T09:30:00Z"));
    assertEquals(asked, lastAct());
    assertEquals(asked, assertInstanceOf(Transition.Refused.class, log.get().newestFirst().getFirst()).act());
    until(() -> text("#missing").contains("demandez à jdupont"));
  }
}
