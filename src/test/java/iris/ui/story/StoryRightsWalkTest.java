package iris.ui.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Input;
import iris.alarm.Rights;
import iris.alarm.Role;
import iris.alarm.Rules;
import iris.alarm.Transition;
import iris.history.story.Afternoon;
import iris.words.Lang;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may only look tries to acknowledge and to comment from the story: refused, and told in the story itself. */
class StoryRightsWalkTest extends StoryWalk {
  @ParameterizedTest
  @CsvSource({"FR, demandez à ops", "EN, ask ops"})
  void whatIsRefusedByKeyAndByMouseStandsInTheStory(Lang lang, String whom) throws Exception {
    open(lang, DURING);
    onFx(() -> {
      Rules rules = board.get().rules();
      board.set(board.get().after(new Input.Reconfigured(new Rules(rules.feeds(), rules.services(),
          new Rights(Role.VIEW, Map.of("ops", Role.ADMINISTER)))), now).board());
      draw();
      return null;
    });
    until(() -> find("story-acknowledge").isDisabled() && find("story-comment").isDisabled());
    Act acknowledge = new Act.Acknowledge(Afternoon.OUTAGE, "Marie", "");
    Act comment = new Act.Comment(Afternoon.OUTAGE, "Marie", "");
    robot.type(KeyCode.A);
    untilRefused(List.of(acknowledge), whom);
    robot.clickOn(() -> find("story-acknowledge"));
    untilRefused(List.of(acknowledge, acknowledge), whom);
    robot.type(KeyCode.C);
    untilRefused(List.of(acknowledge, acknowledge, comment), whom);
    robot.clickOn(() -> find("story-comment"));
    untilRefused(List.of(acknowledge, acknowledge, comment, comment), whom);
    assertTrue(board.get().alarms().get(Afternoon.OUTAGE).state().unacked());
  }

  private void untilRefused(List<Act> tried, String whom) throws Exception {
    until(() -> acts.equals(tried));
    Transition.Refused refused = assertInstanceOf(Transition.Refused.class, log.get().newestFirst().getFirst());
    assertEquals(tried.getLast(), refused.act());
    until(() -> story().getItems().stream().filter(l -> l.spoken().contains(whom)).count() == tried.size());
  }
}
