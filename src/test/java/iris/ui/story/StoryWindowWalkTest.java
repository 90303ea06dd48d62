package iris.ui.story;

import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.station.Station;
import iris.ui.station.keep.Keepsake;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The episodes in the workstation’s window, and from another one. */
class StoryWindowWalkTest extends StoryWalk {
  @Test
  void itLivesInTheWorkstationsWindow() throws Exception {
    open(Lang.FR, DURING);
    Ports ports = new Ports(board, log, this::act, () -> now, faults::add, "Marie", wish -> {});
    Station station = onFx(() -> {
      page.close();
      stage.close();
      Station made = new Station(ports, Words.of(Lang.FR, ZoneId.of("Europe/Paris")),
          WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED),
          List.of((p, words) -> page = EpisodePage.by(past, reader).make(p, words)), Keepsake.forgetful());
      stage = new Stage();
      stage.setWidth(960);
      stage.setHeight(700);
      made.show(stage);
      return made;
    });
    try {
      until(() -> !story().getItems().isEmpty() && episodes().isFocused());
      robot.type(KeyCode.SLASH);
      until(() -> find("story-search").isFocused());
      robot.write("siv");
      until(() -> ((TextInputControl) find("story-search")).getText().equals("siv"));
      robot.type(KeyCode.ESCAPE);
      until(() -> episodes().isFocused());
      robot.type(KeyCode.A);
      until(() -> says("Marie acquitte SIV") && text("station-notice").startsWith("Marie acquitte SIV"));
    } finally {
      onFx(() -> {
        station.close();
        return null;
      });
    }
  }

  @Test
  void anotherWindowOpensTheNewestEpisodeOfAService() throws Exception {
    open(Lang.EN, AFTER);
    int slow = place("siv|DEGRADED");
    onFx(() -> {
      episodes().getSelectionModel().clearAndSelect(slow);
      return null;
    });
    until(() -> says("Paul"));
    String newest = past.episodes(iris.history.story.Search.of("siv")).getFirst().id();
    onFx(() -> {
      page.open("siv");
      return null;
    });
    until(() -> episodes().getSelectionModel().getSelectedItem().episode().id().equals(newest));
    until(() -> !says("Paul"));
    onFx(() -> {
      page.open("nothing");
      return null;
    });
    until(() -> text("story-notice").equals("No episode is known of this service."));
  }
}
