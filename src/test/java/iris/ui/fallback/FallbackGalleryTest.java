package iris.ui.fallback;

import iris.flow.Cell;
import iris.signal.FallbackSight;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Report.Switching.Stage;
import iris.ui.desk.Ports;
import iris.ui.gallery.Golden;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.ui.receipt.PageRoom;
import iris.ui.theme.Theme;
import iris.words.Lang;
import iris.words.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page "fallback" as it is seen. */
class FallbackGalleryTest {
  private record Room(Rooms rooms, Lang lang, Theme theme, int width, int height) {}

  private static Rooms active() {
    return Rooms.planned().outage(Origin.EXTERNAL).ordered(true, "Marie")
        .step(Stage.STARTED, "PUT https://secours.example/mode", FallbackSight.UNASKED)
        .step(Stage.VERIFIED, "fallback.verified-on", FallbackSight.RUNNING, "mode=local", "plaques=48211903")
        .seen(FallbackSight.RUNNING, "réponse 200");
  }

  private static Rooms ordered() {
    return Rooms.planned().outage(Origin.EXTERNAL).ordered(true, "Marie")
        .step(Stage.STARTED, "PUT https://secours.example/mode", FallbackSight.UNASKED);
  }

  /** What a service answered stands in the system's letters of one width, which are others on each machine. */
  private static final String OUR_LETTERS = "data:text/css;base64," + Base64.getEncoder()
      .encodeToString(".fallback-output { -fx-font-family: 'IBM Plex Sans'; }".getBytes(StandardCharsets.UTF_8));

  private static Map<String, Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    rooms.put("recommended-dark-fr", new Room(Rooms.planned().outage(Origin.EXTERNAL), Lang.FR, Theme.DARK, 1130, 700));
    rooms.put("active-light-en", new Room(active(), Lang.EN, Theme.LIGHT, 1130, 700));
    rooms.put("failed-dark-fr", new Room(Rooms.planned().outage(Origin.EXTERNAL).ordered(true, "Marie")
        .step(Stage.STARTED, "PUT https://secours.example/mode", FallbackSight.UNASKED)
        .step(Stage.FAILED, "PUT https://secours.example/mode\u00a0: réponse 503, attendue 200–299", FallbackSight.STOPPED,
            "Service Unavailable"), Lang.FR, Theme.DARK, 760, 560));
    rooms.put("return-dark-fr", new Room(active().over(Origin.EXTERNAL), Lang.FR, Theme.DARK, 1130, 700));
    rooms.put("switching-light-fr", new Room(ordered().step(Stage.ANSWERED, Reason.of("fallback.http.answered",
        "PUT https://secours.example/mode", 200, 412), FallbackSight.UNASKED, "mode=local"), Lang.FR,
        Theme.LIGHT, 1130, 700));
    rooms.put("unknown-dark-en", new Room(ordered().step(Stage.UNVERIFIED, Reason.of("fallback.unverified",
        Duration.ofSeconds(30)), FallbackSight.UNASKED), Lang.EN, Theme.DARK, 1130, 700));
    rooms.put("found-light-fr", new Room(Rooms.planned().seen(FallbackSight.RUNNING, "réponse 200")
        .seen(FallbackSight.RUNNING, "réponse 200"), Lang.FR, Theme.LIGHT, 900, 560));
    rooms.put("nothing-light-en", new Room(new Rooms(false), Lang.EN, Theme.LIGHT, 760, 440));
    return rooms;
  }

  @TestFactory
  Stream<DynamicTest> thePageIsTheGoldenOne() {
    return rooms().entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(),
        () -> Golden.hold("fallback-" + room.getKey(), picture(room.getValue()))));
  }

  private static Picture picture(Room room) throws Exception {
    return OffScreen.call(() -> {
      Rooms r = room.rooms();
      Ports ports = new Ports(new Cell<>(r.board()), new Cell<>(r.log()), act -> {}, () -> r.now, fault -> {}, "Marie",
          wish -> {});
      FallbackPage page = new FallbackPage(ports, Words.of(room.lang(), ZoneId.of("Europe/Paris")));
      page.root().getStylesheets().add(OUR_LETTERS);
      var scene = PageRoom.scene(page, room.theme(), room.width(), room.height());
      page.show(r.seen());
      return PageRoom.picture(scene);
    });
  }
}
