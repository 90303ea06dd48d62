package iris.ui.desk;

import iris.alarm.Act;
import iris.alarm.Transition;
import iris.words.Lang;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One deed on all alarms of the wall. */
class ManyAtOnceWalkTest extends Walk {
  @ParameterizedTest
  @EnumSource(Lang.class)
  void allAreCountedAndNotOnlyTheLastIsSaid(Lang lang) throws Exception {
    board.set(Boards.storm(26).board());
    open(lang, dark());
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.type(KeyCode.A);
    until(() -> acts.size() == 26);
    for (Act act : List.copyOf(acts)) answer(new Transition.Acted(Boards.WALL, act));
    until(() -> text("#notice").equals(lang == Lang.FR ? "Marie acquitte 26 alarmes." : "Marie acknowledges 26 alarms."));
  }
}
