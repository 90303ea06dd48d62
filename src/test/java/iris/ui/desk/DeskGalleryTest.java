package iris.ui.desk;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.flow.Cell;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.fallback.TwoPlans;
import iris.ui.gallery.Golden;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The whole window: calm, outage, storm, lost, recovered, blind; desk and wall; both themes, both languages. */
class DeskGalleryTest {
  private record Room(Board board, EventLog log, Lang lang, WindowOptions options, int width, int height) {}

  private static final WindowOptions DARK = WindowOptions.desk().with(WindowOptions.Theme.DARK);
  private static final WindowOptions LIGHT = WindowOptions.desk().with(WindowOptions.Theme.LIGHT);

  private static Map<String, Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    EventLog log = Boards.log();
    rooms.put("calm-dark-fr", new Room(Boards.calm().board(), EventLog.EMPTY, Lang.FR, DARK, 1280, 800));
    rooms.put("calm-light-en", new Room(Boards.calm().board(), EventLog.EMPTY, Lang.EN, LIGHT, 960, 700));
    rooms.put("outage-dark-fr", new Room(Boards.outage().board(), log, Lang.FR, DARK, 1280, 800));
    rooms.put("outage-light-en", new Room(Boards.outage().board(), log, Lang.EN, LIGHT, 1280, 800));
    rooms.put("storm-dark-fr", new Room(Boards.storm(25).board(), log, Lang.FR, DARK, 960, 700));
    rooms.put("storm-light-en", new Room(Boards.storm(25).board(), log, Lang.EN, LIGHT, 1280, 800));
    rooms.put("lost-dark-en", new Room(Boards.lost().board(), log, Lang.EN, DARK, 1280, 800));
    rooms.put("lost-light-fr", new Room(Boards.lost().board(), log, Lang.FR, LIGHT, 1280, 800));
    rooms.put("mixed-dark-fr", new Room(mixed(), log, Lang.FR, DARK, 1280, 800));
    rooms.put("mixed-light-en", new Room(mixed(), log, Lang.EN, LIGHT, 960, 700));
    rooms.put("back-dark-fr", new Room(Boards.calm().board(), Boards.back(), Lang.FR, DARK, 1280, 800));
    rooms.put("back-light-en", new Room(Boards.calm().board(), Boards.back(), Lang.EN, LIGHT, 960, 700));
    rooms.put("blind-dark-fr", new Room(Boards.calm().madeAt(old()).board(), EventLog.EMPTY, Lang.FR,
        DARK.withDemo("Démonstration\u00a0: rien de ceci n’est réel."), 1280, 800));
    rooms.put("first-dark-fr", new Room(Boards.calm().board(), EventLog.EMPTY, Lang.FR,
        DARK.withDemo("Démonstration\u00a0: rien de ceci n’est réel.").withOffer(), 1280, 800));
    rooms.put("first-light-en", new Room(Boards.calm().board(), EventLog.EMPTY, Lang.EN,
        LIGHT.withDemo("Demonstration: nothing of this is real.").withOffer(), 960, 700));
    rooms.put("wall-dark-fr", new Room(Boards.outage().board(), log, Lang.FR, DARK.onWall(3), 1920, 1080));
    rooms.put("wall-storm-light-en", new Room(Boards.storm(25).board(), log, Lang.EN, LIGHT.onWall(3), 1920, 1080));
    rooms.put("wall-calm-dark-fr", new Room(Boards.calm().board(), log, Lang.FR, DARK.onWall(3), 1920, 1080));
    rooms.put("exercise-dark-fr", new Room(Boards.playing(Boards.calm()), Boards.exercised(), Lang.FR, DARK, 1280, 800));
    rooms.put("exercise-light-en", new Room(Boards.playing(Boards.calm().service("fni", "FNI", Shown.UP)), Boards.exercised(), Lang.EN,
        LIGHT, 960, 700));
    rooms.put("wall-exercise-dark-fr", new Room(Boards.playing(many(12)), Boards.exercised(), Lang.FR, DARK.onWall(3), 1920,
        1080));
    rooms.put("wall-standing-dark-fr", new Room(TwoPlans.board(), EventLog.EMPTY, Lang.FR, DARK.onWall(3), 1920, 1080));
    return rooms;
  }

  private static Boards many(int services) {
    Boards many = Boards.calm();
    for (int i = 1; i <= services; i++) many.service("s" + i, "Service " + i, Shown.UP);
    return many;
  }

  private static Now old() {
    return new Now(Boards.WALL.minusSeconds(75), Boards.NOW.mono().minusSeconds(75));
  }

  /** A bad afternoon: the horn has no device, the journal is ill, one alarm unstable, one shelved, one feed late. */
  private static Board mixed() {
    return Boards.calm().feed("autre", "Prestataire B", Supervision.LATE).service("fni", "FNI", Shown.DEGRADED)
        .service("pay", "Télépaiement", Shown.UP).health("sound", false).health("journal", false)
        .alarm(Kind.DEGRADED, "fni", Lifecycle.UNACKED, Priority.P2,
            Reason.of("p95 de 4 200 ms au-dessus de 2 000 ms depuis 2 fenêtres"))
        .alarm(Kind.CONSOLE_FAULT, "journal", Lifecycle.ACKED, Priority.P2,
            Reason.of("Disque plein\u00a0: libérez de la place."))
        .alarm(Kind.OUTAGE, "pay", Lifecycle.UNACKED, Priority.P1, Reason.of("essai"))
        .shelve(Kind.OUTAGE, "pay", Boards.shelf("Marie", "essais du prestataire", java.time.Duration.ofMinutes(15)))
        .board();
  }

  @TestFactory
  Stream<DynamicTest> theWindowIsTheGoldenOne() {
    return rooms().entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(),
        () -> Golden.hold("desk-" + room.getKey(), picture(room.getValue(), 1))));
  }

  /**
   * At twice the density: nothing moves, letters are drawn anew. The tiles paint by the density of their window's
   * screen, which here is one, and look enlarged. Not as a wall: that measures its letters by its screen, too.
   */
  @TestFactory
  Stream<DynamicTest> theWindowStandsAsItIsAtTwiceTheScale() {
    return Stream.of("mixed-light-en", "storm-dark-fr").map(name -> DynamicTest.dynamicTest(name,
        () -> Golden.hold("desk-twice-" + name, picture(rooms().get(name), 2))));
  }

  private static SnapshotParameters scaled(int scale) {
    SnapshotParameters twice = new SnapshotParameters();
    twice.setTransform(Transform.scale(scale, scale));
    return twice;
  }

  private static Picture picture(Room room, int scale) throws Exception {
    return OffScreen.call(() -> {
      Ports ports = new Ports(new Cell<>(room.board()), new Cell<>(room.log()), act -> {}, () -> Boards.NOW,
          fault -> {}, "Marie", wish -> {});
      Words words = Words.of(room.lang(), ZoneId.of("Europe/Paris"));
      try (var window = new ConsoleWindow(ports, words, room.options(), room.width(), room.height())) {
        if (scale != 1) window.drawn().snapshot(null);
        WritableImage image = scale == 1 ? window.drawn().snapshot(null)
            : window.drawn().getRoot().snapshot(scaled(scale), null);
        int width = scale * room.width();
        int height = scale * room.height();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Picture(width, height, argb);
      }
    });
  }
}
