package iris.ui.story;

import iris.flow.Cell;
import iris.history.story.Afternoon;
import iris.history.story.Recollection;
import iris.ui.desk.ConsoleWindow;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.gallery.Golden;
import iris.ui.page.Seen;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.ui.theme.Theme;
import iris.words.Lang;
import iris.words.Words;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page of the episodes: while an outage stands, when it is over, and before anything happened. */
class StoryGalleryTest {
  private record Room(Afternoon day, Lang lang, Theme theme, int width, int height) {
    Room(String until, Lang lang, Theme theme, int width, int height) {
      this(Afternoon.until(until), lang, theme, width, height);
    }

    boolean over() {
      return day.now().wall().equals(java.time.Instant.parse(AFTER));
    }
  }

  private static final String DURING = "2026-11-22T14:17:00Z";
  private static final String AFTER = "2026-11-22T14:31:00Z";

  private static Map<String, Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    rooms.put("during-dark-fr", new Room(DURING, Lang.FR, Theme.DARK, 1280, 800));
    rooms.put("during-light-en", new Room(DURING, Lang.EN, Theme.LIGHT, 1280, 800));
    rooms.put("after-dark-fr", new Room(AFTER, Lang.FR, Theme.DARK, 1280, 1000));
    rooms.put("after-light-en", new Room(AFTER, Lang.EN, Theme.LIGHT, 1920, 1080));
    rooms.put("small-light-fr", new Room(AFTER, Lang.FR, Theme.LIGHT, 900, 560));
    rooms.put("small-dark-en", new Room(DURING, Lang.EN, Theme.DARK, 900, 560));
    rooms.put("none-dark-fr", new Room("2026-11-22T12:01:00Z", Lang.FR, Theme.DARK, 900, 560));
    rooms.put("switched-dark-fr", new Room(Afternoon.switched(AFTER), Lang.FR, Theme.DARK, 1280, 1240));
    rooms.put("switched-light-en", new Room(Afternoon.switched("2026-11-22T14:17:30Z"), Lang.EN, Theme.LIGHT, 1280, 900));
    return rooms;
  }

  @TestFactory
  Stream<DynamicTest> thePageIsTheGoldenOne() {
    return rooms().entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(),
        () -> Golden.hold("story-" + room.getKey(), picture(room.getValue()))));
  }

  private static Picture picture(Room room) throws Exception {
    Afternoon day = room.day();
    Recollection past = day.recollection();
    return OffScreen.call(() -> {
      Ports ports = new Ports(new Cell<>(day.board()), new Cell<>(EventLog.EMPTY), act -> {}, day::now, fault -> {}, "Marie",
          wish -> {});
      EpisodePage page = EpisodePage.still(ports, Words.of(room.lang(), ZoneId.of("Europe/Paris")), past);
      page.show(new Seen(day.board(), EventLog.EMPTY, day.now()));
      if (room.over()) outage(page);
      StackPane window = new StackPane(page.root());
      window.getStyleClass().add("console");
      return Picture.of(window, room.width(), room.height(), room.theme(), List.of(
          Objects.requireNonNull(ConsoleWindow.class.getResource("desk.css")).toExternalForm(), size()));
    });
  }

  @SuppressWarnings("unchecked")
  private static void outage(EpisodePage page) {
    ListView<EpisodeRow> episodes = (ListView<EpisodeRow>) page.root().lookup("#episodes");
    for (int i = 0; i < episodes.getItems().size(); i++)
      if (episodes.getItems().get(i).episode().alarm().equals(Afternoon.OUTAGE)) episodes.getSelectionModel().clearAndSelect(i);
  }

  private static String size() {
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(".root { -fx-font-size: 13px; }".getBytes(StandardCharsets.UTF_8));
  }
}
