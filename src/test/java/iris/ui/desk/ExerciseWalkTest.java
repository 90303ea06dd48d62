package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.ui.walk.Walked;
import iris.ui.walk.Walked.Hand;
import iris.words.Lang;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is played is acknowledged as what is real, on the window of the tiles. */
class ExerciseWalkTest extends Walk {
  private static final AlarmKey PLAYED = new AlarmKey(Kind.EXERCISE, "siv");

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.Acknowledge.class, by = Hand.KEYS)
  void anExerciseIsAcknowledgedByItsKey(Lang lang) throws Exception {
    board.set(Boards.playing(Boards.calm()));
    open(lang, dark());
    assertTrue(text("#played").startsWith(lang == Lang.FR ? "EXERCICE · panne simulée (SIV) par Marie depuis 15:27"
        : "EXERCISE · "), text("#played"));
    robot.type(KeyCode.A);
    assertEquals(new Act.Acknowledge(PLAYED, "Marie", ""), lastAct());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.Acknowledge.class, by = Hand.MOUSE)
  void anExerciseIsAcknowledgedWithTheMouseAndItsStripGoesWithIt(Lang lang) throws Exception {
    board.set(Boards.playing(Boards.calm()));
    open(lang, dark());
    robot.clickOn(() -> find("#deed-acknowledge"));
    assertEquals(new Act.Acknowledge(PLAYED, "Marie", ""), lastAct());
    board.set(Boards.calm().board());
    until(() -> !find("#played").isVisible());
  }
}
