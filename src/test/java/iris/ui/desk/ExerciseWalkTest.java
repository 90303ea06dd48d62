package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.words.Lang;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What is played is acknowledged as what is real, on the window of the tiles. */
class ExerciseWalkTest extends Walk {
  private static final AlarmKey PLAYED = new AlarmKey(Kind.EXERCISE, "siv");

  @Test
  void anExerciseIsAcknowledgedByItsKey() throws Exception {
    board.set(Boards.playing(Boards.calm()));
    open(Lang.FR, dark());
    assertTrue(text("#played").startsWith("EXERCICE · panne simulée (SIV) par Marie depuis 15:27"));
    robot.type(KeyCode.A);
    assertEquals(new Act.Acknowledge(PLAYED, "Marie", ""), lastAct());
  }

  @Test
  void anExerciseIsAcknowledgedWithTheMouseAndItsStripGoesWithIt() throws Exception {
    board.set(Boards.playing(Boards.calm()));
    open(Lang.EN, dark());
    robot.clickOn(find("#deed-acknowledge"));
    assertEquals(new Act.Acknowledge(PLAYED, "Marie", ""), lastAct());
    board.set(Boards.calm().board());
    until(() -> !find("#played").isVisible());
  }
}
