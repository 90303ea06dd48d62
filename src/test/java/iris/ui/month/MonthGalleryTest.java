package iris.ui.month;

import iris.history.month.Novembers;
import iris.ui.gallery.Golden;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.ui.receipt.PageRoom;
import iris.ui.theme.Theme;
import iris.words.Lang;
import iris.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page of the month as it is seen. */
class MonthGalleryTest {
  private record Room(String service, String press, String day, Lang lang, Theme theme, int width, int height) {}

  private static Map<String, Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    rooms.put("all-dark-fr", new Room("", "", "", Lang.FR, Theme.DARK, 1130, 700));
    rooms.put("siv-light-en", new Room("siv", "", "2026-11-17", Lang.EN, Theme.LIGHT, 1600, 850));
    rooms.put("slow-dark-en", new Room("siv", "month-slow", "2026-11-12", Lang.EN, Theme.DARK, 1130, 700));
    rooms.put("year-light-fr", new Room("", "month-year", "2026-11-03", Lang.FR, Theme.LIGHT, 1130, 700));
    return rooms;
  }

  @TestFactory
  Stream<DynamicTest> thePageIsTheGoldenOne() {
    return rooms().entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(),
        () -> Golden.hold("month-" + room.getKey(), picture(room.getValue()))));
  }

  private static Picture picture(Room room) throws Exception {
    return OffScreen.call(() -> {
      Rooms rooms = new Rooms();
      MonthPage page = MonthPage.still(rooms.ports(wish -> {}), Words.of(room.lang(), Novembers.PARIS), new Novembers());
      Scene scene = PageRoom.scene(page, room.theme(), room.width(), room.height());
      page.show(rooms.seen());
      if (!room.service().isEmpty()) page.open(room.service());
      if (!room.press().isEmpty()) ((ToggleButton) page.root().lookup("#" + room.press())).fire();
      if (!room.day().isEmpty())
        page.root().lookup("#month-day-" + room.day()).getOnMousePressed().handle(null);
      return PageRoom.picture(scene);
    });
  }
}
