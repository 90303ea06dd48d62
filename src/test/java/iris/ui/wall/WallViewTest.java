package iris.ui.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.Lifecycle;
import iris.alarm.Shown;
import iris.signal.Priority;
import iris.ui.gallery.Exhibits;
import iris.ui.gallery.Gallery;
import iris.ui.picture.OffScreen;
import iris.ui.theme.Theme;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class WallViewTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));

  private Stage stage;
  private WallView wall;

  private void shown(WallModel model, Callable<Void> then) throws Exception {
    OffScreen.call(() -> {
      wall = new WallView(FR, Look.DESK);
      stage = new Stage();
      Scene scene = new Scene(wall, 900, 600);
      scene.getStylesheets().addAll(Theme.DARK.sheets());
      stage.setScene(scene);
      stage.show();
      wall.show(model);
      wall.tick(Exhibits.NOW);
      lay();
      try {
        return then.call();
      } finally {
        stage.hide();
      }
    });
  }

  private void lay() {
    wall.applyCss();
    wall.layout();
  }

  private void press(KeyCode code) {
    Event.fireEvent(stage.getScene().getFocusOwner(),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private static WallModel model(int count) {
    return WallModel.of(Gallery.many(count), Exhibits.NOW);
  }

  @Test
  void theArrowsGoFromTileToTileAndEnterOpens() throws Exception {
    List<String> opened = new ArrayList<>();
    shown(model(12), () -> {
      wall.setOnOpen(opened::add);
      wall.select("s1");
      press(KeyCode.RIGHT);
      assertEquals(Optional.of("s2"), wall.selected());
      press(KeyCode.DOWN);
      press(KeyCode.LEFT);
      assertEquals(Optional.of("s" + (1 + wall.grid().columns())), wall.selected());
      press(KeyCode.END);
      assertEquals(Optional.of("s12"), wall.selected());
      press(KeyCode.RIGHT);
      assertEquals(Optional.of("s12"), wall.selected());
      press(KeyCode.ENTER);
      return null;
    });
    assertEquals(List.of("s12"), opened);
  }

  @Test
  void theFocusIsDrawnAroundTheWholeTile() throws Exception {
    shown(model(4), () -> {
      wall.select("s2");
      lay();
      Region ring = (Region) stage.getScene().getFocusOwner().lookup(".iris-tile-focus");
      assertEquals(wall.grid().width(), ring.getWidth());
      assertEquals(wall.grid().height(), ring.getHeight());
      assertEquals(1, ring.getBorder().getStrokes().size());
      return null;
    });
  }

  @Test
  void theKeysTurnThePages() throws Exception {
    List<String> chosen = new ArrayList<>();
    shown(model(130), () -> {
      assertTrue(wall.grid().pages() > 1);
      wall.setOnSelect(chosen::add);
      wall.select("s1");
      press(KeyCode.PAGE_DOWN);
      assertEquals(1, wall.page());
      assertEquals(Optional.of("s" + (1 + wall.grid().page())), wall.selected());
      press(KeyCode.END);
      assertEquals(wall.grid().pages() - 1, wall.page());
      return null;
    });
    assertEquals("s130", chosen.getLast());
  }

  @Test
  void ofAThousandOnlyThePageInSightExistsAndEveryPageSaysWhatIsDownOnAny() throws Exception {
    shown(WallModel.of(Gallery.thousand(), Exhibits.NOW), () -> {
      int seen = 0;
      wall.select("s1");
      for (int page = 0; page < wall.grid().pages(); page++) {
        int tiles = wall.lookupAll(".iris-tile").size();
        assertTrue(tiles > 0 && tiles <= Grid.MOST, "tiles " + tiles);
        seen += tiles;
        String said = wall.lookup(".iris-wall-summary").getAccessibleText();
        for (String part : List.of("SIV 910", "Certificats 500", "SIV 7", "Archives", "Courtage"))
          assertTrue(said.contains(part), () -> part + " in: " + said);
        press(KeyCode.PAGE_DOWN);
        lay();
      }
      assertEquals(1000, seen);
      return null;
    });
  }

  @Test
  void aTileKeepsItsPlaceWhateverItShows() throws Exception {
    var well = new Exhibits().service("a", "A").and().service("b", "B").and().board();
    var worse = new Exhibits().service("a", "A").and().service("b", "B").is(Shown.DOWN, Duration.ofDays(2))
        .alarm(Kind.OUTAGE, Lifecycle.UNACKED, Priority.P1).fallback(Duration.ofHours(1)).and().board();
    shown(WallModel.of(well, Exhibits.NOW), () -> {
      var before = wall.lookupAll(".iris-tile").stream().map(tile -> tile.getBoundsInParent().toString()).sorted().toList();
      wall.show(WallModel.of(worse, Exhibits.NOW));
      lay();
      assertEquals(before, wall.lookupAll(".iris-tile").stream().map(tile -> tile.getBoundsInParent().toString()).sorted().toList());
      return null;
    });
  }

  /** A wall of live tiles must not be laid out, measured or drawn anew for the one that changed. */
  @Test
  void aTileThatChangesIsDrawnAloneAndMovesNothing() throws Exception {
    shown(model(50), () -> {
      // Their style comes with the first layout, and settles in a second one.
      lay();
      WallModel before = model(50);
      List<TileModel> tiles = new ArrayList<>(before.tiles());
      TileModel seventh = WallModel.of(new Exhibits().service("s7", "Service 7").is(Shown.DOWN, Duration.ofMinutes(3))
          .and().board(), Exhibits.NOW).tiles().getFirst();
      tiles.set(6, seventh);
      List<String> moved = new ArrayList<>();
      List<String> said = new ArrayList<>();
      wall.needsLayoutProperty().addListener((of, was, is) -> moved.add("the wall is laid out"));
      for (Node node : wall.lookupAll("*")) {
        node.boundsInParentProperty().addListener((of, was, is) -> moved.add(node + " moves"));
        if (node instanceof Parent parent)
          parent.needsLayoutProperty().addListener((of, was, is) -> moved.add(node + " is laid out"));
        if (node instanceof ServiceTile)
          node.accessibleTextProperty().addListener((of, was, is) -> said.add(is.substring(0, is.indexOf(','))));
      }
      wall.show(new WallModel(Exhibits.NOW, tiles));
      for (int second = 1; second <= 5; second++) wall.tick(Exhibits.NOW.plusSeconds(second));
      wall.applyCss();
      assertEquals(List.of(), moved);
      assertEquals(1, said.size(), said::toString);
      assertTrue(said.getFirst().startsWith("Service 7"), said::toString);
      return null;
    });
  }

  @Test
  void everyTileSaysItAllToWhoListens() throws Exception {
    shown(WallModel.of(Gallery.oneDown(), Exhibits.NOW), () -> {
      String said = wall.lookup(".iris-tile").getAccessibleText();
      for (String part : List.of("SIV\u00a0: Indisponible, depuis 15:12", "Alarme P1 à acquitter", "Origine\u00a0: service externe",
          "Réponse 30\u202f000\u00a0ms", "Disponibilité 24 h 98,85\u00a0%, couverture 96\u00a0%", "prestataire 15:20"))
        assertTrue(said.contains(part), () -> part + " in: " + said);
      return null;
    });
  }

  @Test
  void onlyWhatNobodyHasMakesTheWallHurry() throws Exception {
    var acked = new Exhibits().service("a", "A").alarm(Kind.OUTAGE, Lifecycle.ACKED, Priority.P1).and().board();
    shown(WallModel.of(acked, Exhibits.NOW), () -> {
      assertFalse(wall.hurried());
      wall.show(WallModel.of(Gallery.oneDown(), Exhibits.NOW));
      assertTrue(wall.hurried());
      wall.look(Look.DESK.withStill(true));
      assertFalse(wall.hurried());
      return null;
    });
  }

  @Test
  void nothingIsThrownWhenAWindowWithTilesIsShownAndHidden() throws Exception {
    List<Throwable> thrown = new ArrayList<>();
    OffScreen.call(() -> {
      Thread screen = Thread.currentThread();
      var before = screen.getUncaughtExceptionHandler();
      screen.setUncaughtExceptionHandler((thread, fault) -> thrown.add(fault));
      try {
        WallView full = new WallView(FR, Look.DESK);
        full.show(model(3));
        Stage window = new Stage();
        window.setScene(new Scene(full, 900, 600));
        full.applyCss();
        full.layout();
        window.show();
        full.show(model(5));
        full.layout();
        window.setWidth(700);
        window.hide();
      } finally {
        screen.setUncaughtExceptionHandler(before);
      }
      return null;
    });
    assertEquals(List.of(), thrown);
  }

  @Test
  void theWallHasNoFocusInWallMode() throws Exception {
    shown(model(4), () -> {
      wall.look(new Look(Sight.DESK, false, true));
      lay();
      assertTrue(wall.lookupAll(".iris-tile").stream().noneMatch(tile -> tile.isFocusTraversable()));
      return null;
    });
  }
}
