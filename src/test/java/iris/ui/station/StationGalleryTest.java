package iris.ui.station;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Now;
import iris.alarm.Shown;
import iris.alarm.Supervision;
import iris.alarm.Suppression;
import iris.flow.Cell;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.desk.Boards;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.fallback.TwoPlans;
import iris.ui.gallery.Golden;
import iris.ui.origin.OriginPage;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.ui.station.alarms.AlarmsPage;
import iris.ui.station.keep.Keepsake;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The workstation's window around the page of the alarms. */
class StationGalleryTest {
  /** @param hand what a person does before the picture is taken */
  private record Room(Board board, EventLog log, Lang lang, WindowOptions options, int width, int height,
      List<Page.Making> pages, Consumer<Station> hand) {
    Room(Board board, EventLog log, Lang lang, WindowOptions options, int width, int height) {
      this(board, log, lang, options, width, height, PAGES, station -> {});
    }

    Room by(Consumer<Station> one) {
      return new Room(board, log, lang, options, width, height, pages, one);
    }

    Room with(List<Page.Making> all) {
      return new Room(board, log, lang, options, width, height, all, hand);
    }
  }

  private static final WindowOptions DARK = WindowOptions.desk().with(WindowOptions.Theme.DARK);
  private static final WindowOptions LIGHT = WindowOptions.desk().with(WindowOptions.Theme.LIGHT);
  static final List<Page.Making> PAGES = List.of(
      (ports, words) -> new AlarmsPage(ports, words, Keepsake.forgetful()));

  private static Map<String, Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    rooms.put("outage-dark-fr", new Room(Boards.outage().board(), Boards.log(), Lang.FR, DARK, 1280, 800));
    rooms.put("calm-light-en", new Room(Boards.calm().board(), EventLog.EMPTY, Lang.EN, LIGHT, 900, 560));
    rooms.put("mixed-dark-fr", new Room(mixed(), Boards.log(), Lang.FR, DARK, 1280, 800));
    // Wide: the toolkit spaces the lines of a wrapped cell by what was laid out before in the same process.
    rooms.put("mixed-light-en", new Room(mixed(), Boards.log(), Lang.EN, LIGHT, 1280, 800));
    rooms.put("storm-light-fr", new Room(Boards.storm(60).board(), Boards.log(), Lang.FR, LIGHT, 1920, 1080));
    rooms.put("blind-dark-fr", new Room(Boards.calm().madeAt(old()).board(), EventLog.EMPTY, Lang.FR,
        DARK.withDemo("Démonstration\u00a0: rien de ceci n’est réel."), 1280, 800));
    rooms.put("standing-light-en", new Room(TwoPlans.board(), EventLog.EMPTY, Lang.EN, LIGHT, 1280, 800));
    Consumer<Station> chosen = station -> table(station).getSelectionModel().select(0);
    rooms.put("chosen-dark-fr", new Room(mixed(), Boards.log(), Lang.FR, DARK, 1280, 800).by(chosen));
    // Wide, as above: no cell of it is wrapped.
    rooms.put("chosen-light-en", new Room(Boards.outage().board(), EventLog.EMPTY, Lang.EN, LIGHT, 1280, 800).by(chosen));
    Consumer<Station> asking = station -> new StationHands(station).help();
    rooms.put("help-dark-fr", new Room(Boards.outage().board(), EventLog.EMPTY, Lang.FR, DARK, 1280, 800).with(all()).by(asking));
    rooms.put("help-light-en", new Room(Boards.outage().board(), EventLog.EMPTY, Lang.EN, LIGHT, 900, 700).with(all()).by(asking));
    Consumer<Station> origin = station -> station.open(Optional.of("origin"), Optional.of("siv"));
    rooms.put("rail-dark-fr", new Room(mixed(), Boards.log(), Lang.FR, DARK, 1280, 800).with(all()).by(origin));
    rooms.put("rail-small-light-en", new Room(mixed(), Boards.log(), Lang.EN, LIGHT, 900, 560).with(all()).by(origin));
    return rooms;
  }

  private static TableView<?> table(Station station) {
    station.drawn().getRoot().applyCss();
    station.drawn().getRoot().layout();
    return (TableView<?>) station.drawn().getRoot().lookup("#alarms");
  }

  /** As many pages as the program has, by their names; two of them are real. */
  private static List<Page.Making> all() {
    Stream<Page.Making> stand = Stream.of("fallback", "episode", "services", "why", "classify", "shift", "settings", "charts",
        "month", "report", "replay").map(id -> (ports, words) -> new Standin(id));
    return Stream.concat(Stream.of(PAGES.getFirst(), OriginPage::new), stand).toList();
  }

  /** A page of which only the name is looked at. */
  private record Standin(String id, Region root) implements Page {
    Standin(String id) {
      this(id, new Region());
    }

    @Override
    public void show(Seen seen) {}

    @Override
    public int waiting(Seen seen) {
      return id.equals("classify") ? 2 : id.equals("shift") ? 1 : 0;
    }
  }

  /** A bad afternoon: of everything something, and some of it set aside. */
  static Board mixed() {
    return Boards.calm().feed("autre", "Prestataire B", Supervision.LOST).service("fni", "FNI", Shown.DEGRADED)
        .service("siv", "SIV", Shown.DOWN).service("pay", "Télépaiement", Shown.DOWN).service("cg", "Carte grise", Shown.UP)
        .service("ct", "Contrôle technique", Shown.DOWN)
        .alarm(Kind.OUTAGE, "siv", Lifecycle.UNACKED, Priority.P1,
            Reason.of("Délai de 30 s dépassé sur l'appel au SIV national"))
        .alarm(Kind.DEGRADED, "fni", Lifecycle.ACKED, Priority.P2,
            Reason.of("p95 de 4 200 ms au-dessus de 2 000 ms depuis 2 fenêtres"))
        .alarm(Kind.SUPERVISION_LOST, "autre", Lifecycle.UNACKED, Priority.P2, Reason.of("Contenu figé depuis 15:05"))
        .alarm(Kind.OUTAGE, "cg", Lifecycle.RETURNED_UNACKED, Priority.P1, Reason.of("Deux fenêtres normales."))
        .alarm(Kind.CONSOLE_FAULT, "journal", Lifecycle.LATCHED_ACKED, Priority.P3, Reason.of("Disque plein."))
        .alarm(Kind.OUTAGE, "pay", Lifecycle.UNACKED, Priority.P1, Reason.of("essai"))
        .shelve(Kind.OUTAGE, "pay", Boards.shelf("Marie", "essais du prestataire", Duration.ofMinutes(15)))
        .service("ct", Optional.empty(), Optional.of(new Suppression(Suppression.Kind.MAINTENANCE, "DARVA", "migration",
            Boards.SINCE, Optional.of(Boards.WALL.plusSeconds(3600)))), Optional.empty())
        .board();
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
      try (var window = new Station(ports, words, room.options(), room.pages(), Keepsake.forgetful(), room.width(), room.height())) {
        room.hand().accept(window);
        // A scroll bar that comes takes its place at the second layout.
        window.drawn().snapshot(null);
        WritableImage image = window.drawn().snapshot(null);
        int width = room.width();
        int height = room.height();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Picture(width, height, argb);
      }
    });
  }
}
