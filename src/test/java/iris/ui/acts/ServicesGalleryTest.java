package iris.ui.acts;

import iris.alarm.Board;
import iris.flow.Cell;
import iris.ui.desk.Boards;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.gallery.Golden;
import iris.ui.page.Seen;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.ui.theme.Theme;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page of the services: with everything muted, with nothing, with its forms, and for who may only look. */
class ServicesGalleryTest {
  /** @param form the key that opens it; null: none */
  private record Room(Board board, Lang lang, Theme theme, int width, int height, String author, KeyCode form) {}

  private static Map<String, Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    rooms.put("dark-fr", new Room(Muted.board(), Lang.FR, Theme.DARK, 1100, 650, "Marie", null));
    rooms.put("light-en", new Room(Muted.board(), Lang.EN, Theme.LIGHT, 1100, 650, "Marie", null));
    rooms.put("small-light-fr", new Room(Muted.board(), Lang.FR, Theme.LIGHT, 740, 400, "Marie", null));
    rooms.put("calm-dark-en", new Room(Muted.calm(), Lang.EN, Theme.DARK, 740, 400, "Marie", null));
    rooms.put("autumn-dark-fr", new Room(Muted.board(), Lang.FR, Theme.DARK, 1100, 650, "Marie", KeyCode.M));
    rooms.put("autumn-small-light-en", new Room(Muted.board(), Lang.EN, Theme.LIGHT, 740, 400, "Marie", KeyCode.M));
    rooms.put("out-light-fr", new Room(Muted.board(), Lang.FR, Theme.LIGHT, 1100, 650, "Marie", KeyCode.O));
    rooms.put("only-looking-dark-fr",
        new Room(Muted.with(Muted.board(), Muted.HOUSE), Lang.FR, Theme.DARK, 1100, 650, "stagiaire", null));
    return rooms;
  }

  @TestFactory
  Stream<DynamicTest> thePageIsTheGoldenOne() {
    return rooms().entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(),
        () -> Golden.hold("services-" + room.getKey(), picture(room.getValue()))));
  }

  private static Picture picture(Room room) throws Exception {
    return OffScreen.call(() -> {
      Ports ports = new Ports(new Cell<>(room.board()), new Cell<>(EventLog.EMPTY), act -> {}, () -> Boards.NOW,
          fault -> {}, room.author(), wish -> {});
      ServicesPage page = new ServicesPage(ports, Words.of(room.lang(), ZoneId.of("Europe/Paris")));
      BorderPane around = new BorderPane(page.root());
      around.getStyleClass().add("console");
      page.show(new Seen(room.board(), EventLog.EMPTY, Boards.NOW));
      if (room.form() != null) {
        page.pressed(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", room.form(), false, false, false, false));
        if (room.form() == KeyCode.M) autumn(page);
      }
      return Picture.of(around, room.width(), room.height(), room.theme(), List.of(desk(), SIZE));
    });
  }

  /** The night in which 02:30 comes twice, in 2027. */
  private static void autumn(ServicesPage page) {
    ((TextField) page.root().lookup("#day")).setText("31/10/2027");
    ((TextField) page.root().lookup("#start")).setText("02:30");
    ((ToggleButton) page.root().lookup("#until")).setSelected(true);
    ((TextField) page.root().lookup("#end")).setText("05:30");
    ((TextField) page.root().lookup("#why")).setText("version 5");
  }

  private static final String SIZE = "data:text/css,.root%20%7B%20-fx-font-size:%2013px;%20%7D";

  private static String desk() {
    return Objects.requireNonNull(Ports.class.getResource("desk.css")).toExternalForm();
  }
}
