package iris.ui.origin;

import iris.ui.desk.WindowOptions;
import iris.ui.gallery.Golden;
import iris.ui.station.StationPicture;
import iris.words.Lang;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page in the workstation's window: all well, each kind of fault, nothing configured, contested. */
class OriginGalleryTest {
  private record Room(Rooms board, Lang lang, WindowOptions options, int width, int height, Consumer<Parent> hand) {}

  private static final WindowOptions DARK = WindowOptions.desk().with(WindowOptions.Theme.DARK);
  private static final WindowOptions LIGHT = WindowOptions.desk().with(WindowOptions.Theme.LIGHT);

  private static Consumer<Parent> choose(String id) {
    return root -> ((Button) root.lookup("#" + id)).fire();
  }

  private static Map<String, Room> rooms() {
    Consumer<Parent> none = root -> {};
    Map<String, Room> rooms = new LinkedHashMap<>();
    rooms.put("normal-dark-fr", new Room(Rooms.configured().neutral(true).check(true, true), Lang.FR, DARK, 1280, 800, none));
    rooms.put("external-dark-fr", new Room(Rooms.external(), Lang.FR, DARK, 1280, 800, none));
    rooms.put("external-part-light-en", new Room(Rooms.external(), Lang.EN, LIGHT, 900, 800, choose("part-EXTERNAL")));
    rooms.put("provider-light-en", new Room(Rooms.provider(), Lang.EN, LIGHT, 1280, 800, choose("part-PROVIDER")));
    rooms.put("network-dark-fr", new Room(Rooms.network(), Lang.FR, DARK, 1280, 800, choose("part-OUR_LINE")));
    rooms.put("bare-dark-fr", new Room(Rooms.bare(), Lang.FR, DARK, 1280, 800, choose("part-NETWORK")));
    rooms.put("lost-light-fr", new Room(Rooms.lost(), Lang.FR, LIGHT, 900, 560, none));
    rooms.put("contesting-dark-fr", new Room(Rooms.external(), Lang.FR, DARK, 1280, 800, choose("contest-open")));
    rooms.put("contesting-light-en", new Room(Rooms.external(), Lang.EN, LIGHT, 900, 700, choose("contest-open")));
    rooms.put("contested-dark-fr", new Room(Rooms.contested(), Lang.FR, DARK, 1920, 1080, none));
    rooms.put("contested-light-en", new Room(Rooms.contested(), Lang.EN, LIGHT, 1280, 800, none));
    return rooms;
  }

  @TestFactory
  Stream<DynamicTest> thePageIsTheGoldenOne() {
    return rooms().entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
      Room r = e.getValue();
      Golden.hold("origin-" + e.getKey(), StationPicture.of(OriginPage::new, r.board().board(), r.board().now, r.lang(), r.options(), r.width(), r.height(), r.hand()));
    }));
  }
}
