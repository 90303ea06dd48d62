package iris.ui.receipt;

import iris.alarm.Criterion;
import iris.flow.Cell;
import iris.ui.desk.Ports;
import iris.ui.gallery.Golden;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.ui.theme.Theme;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page "why" as it is seen. */
class WhyGalleryTest {
  private record Room(Boards boards, String service, Lang lang, Theme theme, int width, int height) {}

  private static Map<String, Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    rooms.put("outage-dark-fr", new Room(Boards.outage(), "siv", Lang.FR, Theme.DARK, 1130, 700));
    rooms.put("outage-light-en", new Room(Boards.outage(), "siv", Lang.EN, Theme.LIGHT, 1130, 700));
    rooms.put("ruled-dark-fr", new Room(Boards.unclear().classify("banc d'essai", Criterion.Says.NOTICE), "ants",
        Lang.FR, Theme.DARK, 760, 440));
    rooms.put("drifting-light-fr", new Room(Boards.drifting(), "siv", Lang.FR, Theme.LIGHT, 1130, 700));
    rooms.put("calm-light-en", new Room(new Boards(), "siv", Lang.EN, Theme.LIGHT, 760, 440));
    return rooms;
  }

  @TestFactory
  Stream<DynamicTest> thePageIsTheGoldenOne() {
    return rooms().entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(),
        () -> Golden.hold("why-" + room.getKey(), picture(room.getValue()))));
  }

  private static Picture picture(Room room) throws Exception {
    return OffScreen.call(() -> {
      Boards b = room.boards();
      Ports ports = new Ports(new Cell<>(b.board()), new Cell<>(b.log()), act -> {}, b::now, fault -> {}, "Marie",
          wish -> {});
      WhyPage page = new WhyPage(ports, Words.of(room.lang(), ZoneId.of("Europe/Paris")));
      var scene = PageRoom.scene(page, room.theme(), room.width(), room.height());
      page.show(b.seen());
      page.open(room.service());
      return PageRoom.picture(scene);
    });
  }
}
