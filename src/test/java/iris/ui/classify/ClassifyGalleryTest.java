package iris.ui.classify;

import iris.alarm.Act;
import iris.alarm.Criterion;
import iris.alarm.Preview;
import iris.flow.Cell;
import iris.ui.desk.Ports;
import iris.ui.gallery.Golden;
import iris.ui.picture.Picture;
import iris.ui.receipt.Boards;
import iris.ui.receipt.PageRoom;
import iris.ui.theme.Theme;
import iris.ui.walk.Patience;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.testfx.api.FxToolkit;

/** The page "classify" as it is seen: what waits, a preview, one that would silence an outage, the rules. */
class ClassifyGalleryTest {
  /** @param press ids of the buttons that are pressed first */
  private record Room(Boards boards, List<String> press, String item, Lang lang, Theme theme, int width, int height) {}

  private static Map<String, Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    rooms.put("waits-dark-fr", new Room(Boards.unclear(), List.of(), "", Lang.FR, Theme.DARK, 1130, 700));
    rooms.put("waits-light-en", new Room(Boards.unclear(), List.of(), "", Lang.EN, Theme.LIGHT, 760, 440));
    rooms.put("loud-dark-fr", new Room(Boards.unclear(), List.of("says-notice"), "z-3", Lang.FR, Theme.DARK, 1130, 700));
    rooms.put("rules-light-en", new Room(ruled(), List.of("classify-to-rules"), "", Lang.EN, Theme.LIGHT, 1130, 700));
    return rooms;
  }

  private static Boards ruled() {
    return Boards.unclear().classify("banc d'essai", Criterion.Says.NOTICE)
        .classify("bulgroz", Criterion.Says.MAINTENANCE)
        .act(new Act.Unclassify("r2", "Marc", "c'était une vraie panne"));
  }

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @TestFactory
  Stream<DynamicTest> thePageIsTheGoldenOne() {
    return rooms().entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(),
        () -> Golden.hold("classify-" + room.getKey(), picture(room.getValue()))));
  }

  private static <T> T onFx(Callable<T> task) throws Exception {
    return Patience.onFx(task);
  }

  private static Picture picture(Room room) throws Exception {
    Boards b = room.boards();
    Ports ports = new Ports(new Cell<>(b.board()), new Cell<>(b.log()), act -> {}, b::now, fault -> {}, "Marie",
        wish -> {});
    Trial trial = (c, board, then) -> then.accept(Preview.of(c, board, List.of(), Optional.empty()));
    ClassifyPage page =
        onFx(() -> new ClassifyPage(ports, Words.of(room.lang(), ZoneId.of("Europe/Paris")), trial));
    Scene scene = onFx(() -> {
      Scene s = PageRoom.scene(page, room.theme(), room.width(), room.height());
      page.show(b.seen());
      s.getRoot().applyCss();
      s.getRoot().layout();
      if (!room.item().isEmpty()) ((RowList) page.root().lookup("#classify-items")).choose("ants\n" + room.item());
      for (String press : room.press()) ((ToggleButton) page.root().lookup("#" + press)).fire();
      return s;
    });
    Patience.until(() -> {
      String said = ((Label) page.root().lookup("#preview-summary")).getText();
      return !said.endsWith("…");
    });
    Picture picture = onFx(() -> PageRoom.picture(scene));
    onFx(() -> {
      page.close();
      return null;
    });
    return picture;
  }
}
