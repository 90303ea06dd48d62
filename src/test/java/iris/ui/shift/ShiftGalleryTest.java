package iris.ui.shift;

import iris.alarm.Board;
import iris.notify.Pattern;
import iris.signal.Report;
import iris.ui.desk.Boards;
import iris.ui.desk.WindowOptions;
import iris.ui.gallery.Golden;
import iris.ui.page.Page;
import iris.ui.picture.Picture;
import iris.ui.station.StationPicture;
import iris.words.Lang;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page of the shift in its window: each of its tools, both themes, both languages, the least and a usual size. */
class ShiftGalleryTest {
  private record Room(Board board, KeyCode tool, Lang lang, WindowOptions options, int width, int height) {}

  private static final WindowOptions DARK = WindowOptions.desk().with(WindowOptions.Theme.DARK);
  private static final WindowOptions LIGHT = WindowOptions.desk().with(WindowOptions.Theme.LIGHT);

  /** A machine without sound or desktop: nothing sounds and nothing answers. */
  private static final Trials SILENT = new Trials() {
    @Override
    public void sound(Pattern pattern) {}

    @Override
    public void toast(Consumer<Report.Health> answer) {}
  };

  private static Map<String, Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    rooms.put("busy-dark-fr", new Room(Nights.busy(), KeyCode.R, Lang.FR, DARK, 1280, 800));
    rooms.put("busy-light-en", new Room(Nights.busy(), KeyCode.N, Lang.EN, LIGHT, 1280, 800));
    rooms.put("busy-wide-light-fr", new Room(Nights.busy(), KeyCode.P, Lang.FR, LIGHT, 1920, 1080));
    rooms.put("check-dark-fr", new Room(Nights.calm(), KeyCode.C, Lang.FR, DARK, 1280, 800));
    rooms.put("check-light-en", new Room(Nights.calm(), KeyCode.C, Lang.EN, LIGHT, 900, 560));
    rooms.put("exercise-dark-fr", new Room(Nights.played(), KeyCode.E, Lang.FR, DARK, 1280, 800));
    rooms.put("exercise-light-en", new Room(Nights.played(), KeyCode.E, Lang.EN, LIGHT, 900, 560));
    return rooms;
  }

  @TestFactory
  Stream<DynamicTest> thePageIsTheGoldenOne() {
    return rooms().entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(),
        () -> Golden.hold("shift-" + room.getKey(), picture(room.getValue()))));
  }

  private static Picture picture(Room room) throws Exception {
    Page.Making making = (ports, words) -> {
      Page page = new ShiftPage(ports, words, SILENT, Path.of("/home/marie"));
      page.pressed(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", room.tool(), false, false, false, false));
      return page;
    };
    return StationPicture.of(making, room.board(), Boards.NOW, room.lang(), room.options(), room.width(), room.height(),
        root -> {});
  }
}
