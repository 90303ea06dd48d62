package iris.ui.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Shown;
import iris.ui.walk.Walked.Hand;
import iris.ui.walk.Walked;
import iris.words.Lang;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An announcement is set aside, found and kept in sight, by key and by mouse. */
class SetAsideWalkTest extends ClassifyWalk {
  @Test
  void oneIsSetAsideWithAReasonAndStillNotGreen() throws Exception {
    open(Lang.FR);
    assertTrue(onFx(() -> find("classify-set-aside").isDisabled()));
    robot.type(KeyCode.X);
    until(() -> find("rule-reason").isFocused());
    robot.write("question posee");
    robot.clickOn("#classify-set-aside");
    until(() -> acts.size() == 1);
    assertEquals(new Act.SetAside("ants", "z-1", "Marie", "question posee"), acts.getFirst());
    until(() -> page.waiting(boards.seen()) == 1);
    assertTrue(boards.board().services().get("ants").shown() != Shown.UP);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.SetAside.class, by = Hand.KEYS)
  void oneIsSetAsideByKeysAlone(Lang lang) throws Exception {
    open(lang);
    robot.type(KeyCode.X);
    until(() -> find("rule-reason").isFocused());
    robot.write("asked");
    until(() -> !find("classify-set-aside").isDisabled());
    for (int i = 0; i < 6 && !onFx(() -> find("classify-set-aside").isFocused()); i++) robot.type(KeyCode.TAB);
    assertTrue(onFx(() -> find("classify-set-aside").isFocused()), "no way there by Tab");
    robot.type(KeyCode.SPACE);
    until(() -> acts.equals(List.of(new Act.SetAside("ants", "z-1", "Marie", "asked"))));
    until(() -> page.waiting(boards.seen()) == 1);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.SetAside.class, by = Hand.MOUSE)
  void oneIsSetAsideWithTheMouse(Lang lang) throws Exception {
    open(lang);
    clickRow("classify-items", "Bulgroz");
    robot.clickOn("#rule-reason").write("asked");
    robot.clickOn("#classify-set-aside");
    until(() -> acts.equals(List.of(new Act.SetAside("ants", "z-2", "Marie", "asked"))));
    until(() -> page.waiting(boards.seen()) == 1);
  }

  @Test
  void whatAHandHasBegunStaysWhileTheListChanges() throws Exception {
    open(Lang.FR);
    robot.type(KeyCode.X);
    until(() -> find("rule-reason").isFocused());
    robot.write("en cours");
    onFx(() -> {
      boards.said("z-9", "Encore un inconnu", iris.signal.Incident.Kind.UNCLASSIFIED);
      page.show(boards.seen());
      return null;
    });
    until(() -> page.waiting(boards.seen()) == 3);
    assertEquals("en cours", onFx(() -> ((javafx.scene.control.TextField) find("rule-reason")).getText()));
    robot.type(KeyCode.ESCAPE);
    until(() -> find("classify-items").isFocused());
  }

  @Test
  void whoComesFromAServiceFindsItsAnnouncement() throws Exception {
    open(Lang.FR);
    onFx(() -> {
      page.open("ants");
      return null;
    });
    until(() -> ((RowList) find("classify-items")).chosen().equals(Optional.of("ants\nz-1")));
  }
}
