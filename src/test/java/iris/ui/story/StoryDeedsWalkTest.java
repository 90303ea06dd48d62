package iris.ui.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.history.story.Afternoon;
import iris.words.Lang;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What is done about an episode from its story, by key and by mouse. */
class StoryDeedsWalkTest extends StoryWalk {
  @Test
  void theOpenEpisodeStandsFirstAndIsToldAndAcknowledgedByKey() throws Exception {
    open(Lang.FR, DURING);
    assertEquals("SIV\u00a0: indisponible, P1", text("story-title"));
    assertTrue(onFx(() -> says("Délai de 30 s dépassé sur l’appel au SIV national")));
    assertTrue(onFx(() -> says("Refusé")));
    robot.type(KeyCode.A);
    until(() -> says("Marie acquitte SIV"));
    assertEquals(new Act.Acknowledge(Afternoon.OUTAGE, "Marie", ""), acts.getLast());
    until(() -> ((Button) find("story-acknowledge")).isDisabled());
    robot.type(KeyCode.A);
    until(() -> text("story-notice").equals("Sans effet sur les alarmes choisies."));
    assertEquals(1, acts.size());
  }

  @Test
  void aCommentIsTypedUnderTheStoryAndEscapeGivesItUp() throws Exception {
    open(Lang.EN, DURING);
    robot.type(KeyCode.C);
    until(() -> find("story-typed").isFocused());
    robot.write("no");
    robot.type(KeyCode.ESCAPE);
    until(() -> !find("story-typed").isVisible() || !((TextInputControl) find("story-typed")).getText().equals("no"));
    assertEquals(List.of(), acts);
    robot.type(KeyCode.C);
    until(() -> find("story-typed").isFocused());
    robot.write("ring back at four");
    robot.type(KeyCode.ENTER);
    until(() -> says("ring back at four"));
    assertEquals(new Act.Comment(Afternoon.OUTAGE, "Marie", "ring back at four"), acts.getLast());
  }

  @Test
  void everythingIsThereForTheMouseToo() throws Exception {
    open(Lang.EN, DURING);
    robot.clickOn(() -> find("story-acknowledge"));
    until(() -> says("acknowledges SIV"));
    robot.clickOn(() -> find("story-comment"));
    until(() -> find("story-typed").isFocused());
    robot.type(KeyCode.ESCAPE);
    until(() -> find("story-copy").isVisible());
    robot.clickOn(() -> find("story-copy"));
    until(() -> text("story-notice").startsWith("The story is copied"));
    onFx(() -> {
      ((ComboBox<?>) find("story-service")).getSelectionModel().select(2);
      return null;
    });
    until(() -> episodes().getItems().isEmpty());
  }
}
