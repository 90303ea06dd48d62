package iris.ui.setup;

import iris.alarm.Board;
import iris.flow.Cell;
import iris.settings.Section;
import iris.ui.desk.Boards;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.Wish;
import iris.ui.gallery.Gallery;
import iris.ui.gallery.Golden;
import iris.ui.gallery.Paints;
import iris.ui.page.Seen;
import iris.ui.picture.OffScreen;
import iris.ui.picture.Picture;
import iris.ui.theme.Theme;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The settings: nothing yet, a feed read and not read, a list, thresholds, sounds, rights; both themes and languages. */
class SetupGalleryTest {
  @TempDir Path dir;

  private record Room(Lang lang, Theme theme, int width, int height, String yaml, Consumer<Visit> visit) {}

  /** What a hand does before the picture is taken; each step is waited for. */
  private record Visit(SetupPage page, TrialBench bench) {
    Visit press(String id) {
      return on(() -> ((ButtonBase) find(id)).fire());
    }

    Visit type(String id, String text) {
      return on(() -> ((TextField) find(id)).setText(text));
    }

    Visit open(String subject) {
      return on(() -> page.open(subject));
    }

    private Object find(String id) {
      return Objects.requireNonNull(page.root().lookup("#" + id), id);
    }

    /** Done, and what it posted as well. */
    Visit on(Runnable step) {
      try {
        OffScreen.call(() -> {
          step.run();
          page.root().getScene().getRoot().applyCss();
          page.root().getScene().getRoot().layout();
          return null;
        });
        CountDownLatch done = new CountDownLatch(1);
        OffScreen.call(() -> {
          Platform.runLater(done::countDown);
          return null;
        });
        Assertions.assertTrue(done.await(60, TimeUnit.SECONDS));
        return this;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  private static final String TWO = """
      # the hall's wall
      display:
        theme: dark
      feeds:
        darva:
          name: SIV (Darva)
          url: https://siv.example.org/signal.xml
          poll-every: 30s
        autre:
          url: https://status.example.com/history.rss
      services:
        siv:
          target: 99.5%
      rights:
        administer: [marie, paul]
      """;

  private static final String PLAN = """
      fallbacks:
        siv:
          name: SIV interne
          checklist: [Prévenir les agences, Regarder la file]
          user: iris
          password: env:SIV_FALLBACK
          activate:
            url: https://router.example.org/siv/fallback
            headers: ["Content-Type: application/json", "X-Api-Key: env:SIV_KEY"]
            body: '{"route": "fallback"}'
          return:
            command: [/usr/local/bin/siv-route, production]
          check:
            url: https://router.example.org/siv
            pointer: /route
            equals: fallback
      """;

  private static Map<String, Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    rooms.put("first-dark-fr", new Room(Lang.FR, Theme.DARK, 1100, 640, "", v -> v.open(Wish.NEW)));
    Consumer<Visit> read = v -> v.open(Wish.NEW).type("input-url", "https://siv.example.org/signal.xml").press("feed-read");
    rooms.put("read-dark-fr", new Room(Lang.FR, Theme.DARK, 1100, 640, "", read));
    rooms.put("read-light-en", new Room(Lang.EN, Theme.LIGHT, 740, 440, "", read));
    rooms.put("refused-light-en", new Room(Lang.EN, Theme.LIGHT, 1100, 640, "", v -> {
      v.bench.says = rules -> new Bench.Tasted.No(iris.signal.Reason.of("feed.http.not-found", "siv.example.org"));
      read.accept(v);
    }));
    rooms.put("feeds-dark-fr", new Room(Lang.FR, Theme.DARK, 1100, 640, TWO, v -> v.press("feed-remove-autre")));
    rooms.put("feeds-light-en", new Room(Lang.EN, Theme.LIGHT, 1100, 640, TWO, v -> {}));
    rooms.put("many-light-en", new Room(Lang.EN, Theme.LIGHT, 1100, 440, many(), v -> v.type("setup-narrow", "h99")));
    rooms.put("many-dark-fr", new Room(Lang.FR, Theme.DARK, 1100, 440, many(),
        v -> v.press("group-" + Section.SERVICES.word()).press("name-s33").type("setup-narrow", "s1")));
    rooms.put("thresholds-dark-fr", new Room(Lang.FR, Theme.DARK, 1100, 440, TWO,
        v -> v.press("group-" + Section.SERVICES.word()).type("input-degraded-below", "98%")));
    rooms.put("thresholds-wrong-light-en", new Room(Lang.EN, Theme.LIGHT, 1100, 440, TWO,
        v -> v.press("group-" + Section.SERVICES.word()).type("input-degraded-below", "95").press("setup-save")));
    rooms.put("sound-light-en", new Room(Lang.EN, Theme.LIGHT, 740, 440, TWO, v -> v.press("group-sound")));
    rooms.put("rights-dark-fr", new Room(Lang.FR, Theme.DARK, 740, 440, TWO, v -> v.press("group-rights")));
    rooms.put("display-dark-fr", new Room(Lang.FR, Theme.DARK, 1100, 900, TWO, v -> v.press("group-display")));
    rooms.put("display-light-en", new Room(Lang.EN, Theme.LIGHT, 740, 960, TWO,
        v -> v.press("group-display").press("choice-wall-true").type("input-diagonal", "5").press("setup-save")));
    rooms.put("vantage-dark-fr", new Room(Lang.FR, Theme.DARK, 740, 640, TWO, v -> v.press("group-vantage")));
    rooms.put("vantage-light-en", new Room(Lang.EN, Theme.LIGHT, 1100, 640, TWO,
        v -> v.press("group-vantage").type("input-every", "5s").press("setup-save")));
    rooms.put("fallback-dark-fr", new Room(Lang.FR, Theme.DARK, 900, 3000, PLAN, v -> v.press("group-fallbacks")));
    rooms.put("fallback-light-en", new Room(Lang.EN, Theme.LIGHT, 740, 900, PLAN,
        v -> v.press("group-fallbacks").type("input-good-windows", "99").press("setup-save")));
    return rooms;
  }

  private static String many() {
    StringBuilder yaml = new StringBuilder("feeds:\n");
    for (int i = 0; i < 300; i++) yaml.append("  f%d:\n    url: https://h%d.example.org/rss\n".formatted(i, i));
    yaml.append("services:\n");
    for (int i = 0; i < 300; i++) yaml.append("  s%d:\n    target: 99.5%%\n".formatted(i));
    return yaml.toString();
  }

  @TestFactory
  Stream<DynamicTest> theSettingsAreTheGoldenOnes() {
    return rooms().entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(),
        () -> {
          try (Paints _ = new Paints()) {
            Golden.hold("setup-" + room.getKey(), picture(room.getKey(), room.getValue()));
          }
        }));
  }

  private Picture picture(String name, Room room) throws Exception {
    Path main = Files.createDirectories(dir.resolve(name)).resolve("iris.yaml");
    if (!room.yaml().isEmpty()) Files.writeString(main, room.yaml());
    Board board = Gallery.oneDown();
    Ports ports = new Ports(new Cell<>(board), new Cell<>(EventLog.EMPTY), act -> {}, () -> Boards.NOW, fault -> {},
        "Marie", wish -> {});
    TrialBench bench = new TrialBench(main);
    SetupPage page = OffScreen.call(() -> {
      SetupPage made = new SetupPage(ports, Words.of(room.lang(), ZoneId.of("Europe/Paris")), bench);
      // What is scrolled is found only where it has a skin.
      Scene first = new Scene(new StackPane(made.root()), room.width(), room.height());
      first.getStylesheets().addAll(room.theme().sheets());
      return made;
    });
    Visit visit = new Visit(page, bench).on(() -> page.show(new Seen(board, EventLog.EMPTY, Boards.NOW)));
    room.visit().accept(visit);
    return OffScreen.call(() -> {
      StackPane console = new StackPane(page.root());
      console.getStyleClass().add("console");
      String desk = Objects.requireNonNull(Ports.class.getResource("desk.css")).toExternalForm();
      Picture picture = Picture.of(console, room.width(), room.height(), room.theme(), List.of(desk));
      page.close();
      return picture;
    });
  }
}
