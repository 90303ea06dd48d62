package iris.ui.gallery;

import iris.ui.theme.Theme;
import iris.ui.wall.Look;
import iris.ui.wall.Sight;
import iris.words.Lang;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The wall, in every state, both themes, both languages. */
class GalleryTest {
  private static final Sight FIVE_METRES = new Sight(5, 55, Math.hypot(1920, 1080));
  private static final Look WALL = new Look(FIVE_METRES, false, true);
  private static final Look STILL = new Look(Sight.DESK, true, false);

  private static Map<String, Hang> rooms() {
    Map<String, Hang> rooms = new LinkedHashMap<>();
    var every = Gallery.everyState();
    rooms.put("every-state-dark-fr", new Hang(every, 1600, 900, Theme.DARK, Lang.FR, Look.DESK));
    rooms.put("every-state-dark-en", new Hang(every, 1600, 900, Theme.DARK, Lang.EN, Look.DESK));
    rooms.put("every-state-light-fr", new Hang(every, 1600, 900, Theme.LIGHT, Lang.FR, Look.DESK));
    rooms.put("every-state-light-en", new Hang(every, 1600, 900, Theme.LIGHT, Lang.EN, Look.DESK));
    rooms.put("every-state-small-dark-fr", new Hang(every, 1000, 560, Theme.DARK, Lang.FR, Look.DESK));
    rooms.put("every-state-small-light-en", new Hang(every, 1000, 560, Theme.LIGHT, Lang.EN, Look.DESK));
    rooms.put("more-states-dark-fr", new Hang(Gallery.more(), 1600, 900, Theme.DARK, Lang.FR, Look.DESK));
    rooms.put("more-states-still-light-fr", new Hang(Gallery.more(), 1600, 900, Theme.LIGHT, Lang.FR, STILL));
    rooms.put("six-in-a-window-light-fr", new Hang(Gallery.six(), 1708, 372, Theme.LIGHT, Lang.FR, Look.DESK));
    rooms.put("six-in-a-window-dark-en", new Hang(Gallery.six(), 1708, 372, Theme.DARK, Lang.EN, Look.DESK));
    rooms.put("every-state-wide-dark-fr", new Hang(every, 1900, 690, Theme.DARK, Lang.FR, Look.DESK));
    rooms.put("every-state-on-the-wall-light-en", new Hang(every, 1900, 690, Theme.LIGHT, Lang.EN, WALL));
    rooms.put("more-states-wide-light-fr", new Hang(Gallery.more(), 1900, 690, Theme.LIGHT, Lang.FR, Look.DESK));
    rooms.put("drifting-dark-fr", new Hang(Gallery.drifting(), 1600, 900, Theme.DARK, Lang.FR, Look.DESK));
    rooms.put("drifting-light-en", new Hang(Gallery.drifting(), 1600, 500, Theme.LIGHT, Lang.EN, Look.DESK));
    rooms.put("drifting-small-dark-fr", new Hang(Gallery.drifting(), 700, 260, Theme.DARK, Lang.FR, Look.DESK));
    rooms.put("drifting-on-the-wall-light-fr", new Hang(Gallery.drifting(), 1900, 690, Theme.LIGHT, Lang.FR, WALL));
    rooms.put("one-dark-fr", new Hang(Gallery.one(), 1920, 1080, Theme.DARK, Lang.FR, WALL));
    rooms.put("one-light-en", new Hang(Gallery.one(), 1280, 720, Theme.LIGHT, Lang.EN, Look.DESK));
    rooms.put("one-down-dark-fr", new Hang(Gallery.oneDown(), 1920, 1080, Theme.DARK, Lang.FR, WALL));
    rooms.put("one-blind-light-fr", new Hang(Gallery.oneBlind(), 1280, 720, Theme.LIGHT, Lang.FR, WALL));
    rooms.put("four-on-the-wall-dark-fr", new Hang(Gallery.many(4), 1920, 1080, Theme.DARK, Lang.FR, WALL));
    rooms.put("fifty-dark-fr", new Hang(Gallery.many(50), 1920, 1080, Theme.DARK, Lang.FR, WALL));
    rooms.put("fifty-light-en", new Hang(Gallery.many(50), 1920, 1080, Theme.LIGHT, Lang.EN, WALL));
    rooms.put("pages-dark-fr", new Hang(Gallery.many(130), 1280, 720, Theme.DARK, Lang.FR, Look.DESK));
    rooms.put("thousand-in-groups-dark-fr", new Hang(Gallery.thousand(), 1920, 1080, Theme.DARK, Lang.FR, WALL));
    rooms.put("thousand-in-groups-light-en", new Hang(Gallery.thousand(), 1280, 720, Theme.LIGHT, Lang.EN, Look.DESK));
    return rooms;
  }

  @TestFactory
  Stream<DynamicTest> thePictureIsTheGoldenOne() {
    return rooms().entrySet().stream()
        .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> Golden.hold(room.getKey(), room.getValue().picture())));
  }
}
