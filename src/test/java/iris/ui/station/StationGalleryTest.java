package iris.ui.station;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.flow.Cell;
import iris.ui.desk.Boards;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.gallery.Golden;
import iris.ui.page.Page;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.ui.station.alarms.AlarmsPage;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The workstation's window around the page of the alarms. */
class StationGalleryTest {
  private record Room(Board board, EventLog log, Lang lang, WindowOptions options, int width, int height) {}

  private static final WindowOptions DARK = WindowOptions.desk().with(WindowOptions.Theme.DARK);
  private static final WindowOptions LIGHT = WindowOptions.desk().with(WindowOptions.Theme.LIGHT);
  static final List<Page.Making> PAGES = List.of(AlarmsPage::new);

  private static Map<String, Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    rooms.put("outage-dark-fr", new Room(Boards.outage().board(), Boards.log(), Lang.FR, DARK, 1280, 800));
    rooms.put("calm-light-en", new Room(Boards.calm().board(), EventLog.EMPTY, Lang.EN, LIGHT, 900, 560));
    rooms.put("blind-dark-fr", new Room(Boards.calm().madeAt(old()).board(), EventLog.EMPTY, Lang.FR,
        DARK.withDemo("Démonstration : rien de ceci n'est réel."), 1280, 800));
    return rooms;
  }

  private static Now old() {
    return new Now(Boards.WALL.minusSeconds(75), Boards.NOW.mono().minusSeconds(75));
  }

  @TestFactory
  Stream<DynamicTest> theWindowIsTheGoldenOne() {
    return rooms().entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(),
        () -> Golden.hold("station-" + room.getKey(), picture(room.getValue()))));
  }

  private static Picture picture(Room room) throws Exception {
    return OffScreen.call(() -> {
      Ports ports = new Ports(new Cell<>(room.board()), new Cell<>(room.log()), act -> {}, () -> Boards.NOW,
          fault -> {}, "Marie", wish -> {});
      Words words = Words.of(room.lang(), ZoneId.of("Europe/Paris"));
      try (var window = new Station(ports, words, room.options(), PAGES, room.width(), room.height())) {
        WritableImage image = window.drawn().snapshot(null);
        int[] argb = new int[room.width() * room.height()];
        image.getPixelReader().getPixels(0, 0, room.width(), room.height(), PixelFormat.getIntArgbInstance(), argb, 0,
            room.width());
        return new Picture(room.width(), room.height(), argb);
      }
    });
  }
}
