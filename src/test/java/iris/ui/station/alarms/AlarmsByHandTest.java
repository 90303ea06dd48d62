package iris.ui.station.alarms;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Lifecycle;
import iris.alarm.Shown;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.desk.Boards;
import iris.ui.station.StationWalk;
import iris.ui.station.keep.Keepsake;
import iris.words.Lang;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a hand types as a character, and what it saves by mouse and finds again. */
class AlarmsByHandTest extends StationWalk {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aQuestionMarkThatIsTypedOpensTheHelpAndClosesIt(Lang lang) throws Exception {
    open(lang, dark());
    robot.write("?");
    until(() -> find(".keys-help") != null && find(".station-help").isVisible());
    robot.write("?");
    until(() -> !find(".station-help").isVisible());
    robot.type(KeyCode.SLASH);
    until(() -> find("#search").isFocused());
    robot.write("?");
    until(() -> ((TextField) find("#search")).getText().equals("?") && !find(".station-help").isVisible());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aViewIsSavedAndPickedByMouseAndIsStillThereAfterTheNextStart(Lang lang) throws Exception {
    board.set(Boards.outage().service("tp", "Télépaiement", Shown.DOWN)
        .alarm(Kind.OUTAGE, "tp", Lifecycle.UNACKED, Priority.P1, Reason.of("w")).board());
    keepsake = Keepsake.of(folder.resolve("workstation.json"));
    open(lang, dark());
    robot.clickOn(find("#search"));
    robot.write("telep");
    until(() -> table().getItems().size() == 1);
    pick("V\u2002" + words(lang).say("ui.station.alarms.view.save"));
    until(() -> find("#view-name").isFocused());
    robot.write("deux");
    robot.clickOn(find("#view-ok"));
    until(() -> !find("#view-form").isVisible());
    pick("0\u2002" + words(lang).say("ui.station.alarms.view.usual"));
    until(() -> table().getItems().size() == 2);
    onFx(() -> {
      window.close();
      return null;
    });
    keepsake.close();
    keepsake = Keepsake.of(folder.resolve("workstation.json"));
    open(lang, dark());
    until(() -> table().getItems().size() == 2);
    pick("1\u2002deux");
    until(() -> table().getItems().size() == 1 && text("#notice").contains("deux"));
  }

  private void pick(String item) {
    robot.clickOn(find("#views"));
    robot.clickOn(item);
  }
}
