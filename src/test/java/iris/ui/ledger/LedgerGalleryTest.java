package iris.ui.ledger;

import iris.alarm.Now;
import iris.report.Autumn;
import iris.report.reckon.Books;
import iris.ui.desk.Boards;
import iris.ui.desk.WindowOptions;
import iris.ui.gallery.Golden;
import iris.ui.page.Page;
import iris.ui.picture.Picture;
import iris.ui.station.StationPicture;
import iris.words.Lang;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page of the report in its window: all services and one, both themes, both languages, the least and a usual size. */
class LedgerGalleryTest {
  private record Room(int subject, double scroll, Lang lang, WindowOptions options, int width, int height) {}

  private static final WindowOptions DARK = WindowOptions.desk().with(WindowOptions.Theme.DARK);
  private static final WindowOptions LIGHT = WindowOptions.desk().with(WindowOptions.Theme.LIGHT);

  private static Map<String, Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    rooms.put("all-dark-fr", new Room(0, 0, Lang.FR, DARK, 1280, 800));
    rooms.put("one-light-en", new Room(1, 0, Lang.EN, LIGHT, 1280, 800));
    rooms.put("one-chart-dark-fr", new Room(1, 0.5, Lang.FR, DARK, 1280, 800));
    rooms.put("one-least-light-fr", new Room(1, 0, Lang.FR, LIGHT, 900, 560));
    return rooms;
  }

  @TestFactory
  Stream<DynamicTest> thePageIsTheGoldenOne() {
    return rooms().entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(),
        () -> Golden.hold("ledger-" + room.getKey(), picture(room.getValue()))));
  }

  private static final Books BOOKS = Autumn.drawn();

  private static Picture picture(Room room) throws Exception {
    Page.Making making = (ports, words) -> LedgerPage.still(ports, words, BOOKS, Path.of("/home/marie"));
    Consumer<Parent> hand = root -> {
      ((ComboBox<?>) root.lookup("#ledger-subject")).getSelectionModel().select(room.subject());
      root.applyCss();
      root.layout();
      ((ScrollPane) root.lookup("#ledger-paper")).setVvalue(room.scroll());
    };
    return StationPicture.of(making, Boards.outage().board(), new Now(Autumn.NOW, Duration.ofHours(1)), room.lang(),
        room.options(), room.width(), room.height(), hand);
  }
}
