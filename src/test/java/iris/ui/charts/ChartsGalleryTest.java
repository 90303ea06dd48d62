package iris.ui.charts;

import iris.history.years.Annals;
import iris.ui.gallery.Golden;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.ui.receipt.Boards;
import iris.ui.receipt.PageRoom;
import iris.ui.theme.Theme;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Scene;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page of the charts: a day with an outage, a week with a gap, a year. */
class ChartsGalleryTest {
  private record Room(Function<Instant, Annals> past, String keys, Optional<Duration> read, Lang lang, Theme theme, int width,
      int height) {}

  private static Map<String, Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    Optional<Duration> inTheOutage = Optional.of(Duration.ofHours(4).plusMinutes(35));
    rooms.put("day-dark-fr", new Room(Rooms::afternoon, "", inTheOutage, Lang.FR, Theme.DARK, 1500, 760));
    rooms.put("day-light-en", new Room(Rooms::afternoon, "B", Optional.empty(), Lang.EN, Theme.LIGHT, 1500, 760));
    rooms.put("week-dark-en", new Room(Rooms::weeks, "4", Optional.of(Duration.ofHours(66)), Lang.EN, Theme.DARK, 1280, 700));
    rooms.put("week-light-fr", new Room(Rooms::weeks, "4B", Optional.empty(), Lang.FR, Theme.LIGHT, 1280, 700));
    rooms.put("year-dark-fr", new Room(now -> Rooms.year(now, false), "7", Optional.of(Duration.ofDays(79)), Lang.FR, Theme.DARK, 1500, 760));
    rooms.put("year-light-en", new Room(now -> Rooms.year(now, true), "7", Optional.of(Duration.ofDays(79)), Lang.EN, Theme.LIGHT, 1500, 760));
    rooms.put("small-dark-fr", new Room(Rooms::afternoon, "2", Optional.empty(), Lang.FR, Theme.DARK, 760, 440));
    return rooms;
  }

  @TestFactory
  Stream<DynamicTest> thePageIsTheGoldenOne() {
    return rooms().entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(),
        () -> Golden.hold("charts-" + room.getKey(), picture(room.getValue()))));
  }

  private static Picture picture(Room room) throws Exception {
    Boards boards = Boards.outage();
    Annals past = room.past().apply(boards.now().wall());
    return OffScreen.call(() -> {
      ChartsPage page = ChartsPage.still(Words.of(room.lang(), Years.PARIS), past, Path.of("."));
      Scene scene = PageRoom.scene(page, room.theme(), room.width(), room.height());
      page.show(boards.seen());
      page.open("siv");
      Consumer<String> type = key -> {
        if (key.equals("B")) page.wish(page.wanted().behind(Bar.next(page.wanted().behind())));
        else page.typed(key);
      };
      room.keys().chars().mapToObj(Character::toString).forEach(type);
      room.read().ifPresent(ago -> page.wish(page.wanted().cursor(Optional.of(boards.now().wall().minus(ago)))));
      scene.getRoot().resize(room.width(), room.height());
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      page.drawn();
      return PageRoom.picture(scene);
    });
  }
}
