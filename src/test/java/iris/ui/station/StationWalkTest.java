package iris.ui.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.ui.desk.Boards;
import iris.ui.desk.Ports;
import iris.ui.desk.Wish;
import iris.ui.fallback.TwoPlans;
import iris.ui.gallery.Golden;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.ui.picture.Picture;
import iris.ui.station.alarms.AlarmsPage;
import iris.ui.station.keep.Keepsake;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window itself: pages, keys, where it stands, and where it is when it is small. */
class StationWalkTest extends StationWalk {
  @TempDir Path folder;

  /** A second page, which says what it was opened with. */
  private static final class Second implements Page {
    private final Label label = new Label("second");
    private final StackPane root = new StackPane(label);

    Second(Ports ports, Words words) {
      root.setId("second");
      root.setFocusTraversable(true);
    }

    @Override
    public String id() {
      return "origin";
    }

    @Override
    public Region root() {
      return root;
    }

    @Override
    public void show(Seen seen) {}

    @Override
    public void open(String subject) {
      label.setText(subject);
    }
  }

  @Override
  protected List<Page.Making> pages() {
    return List.of((ports, words) -> new AlarmsPage(ports, words, keepsake), Second::new);
  }

  @Test
  void pagesAreTurnedByKeysByTheMouseAndByAWish() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.F3);
    until(() -> find("#second") != null);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
    until(() -> find("#alarms") != null && table().isFocused());
    robot.press(KeyCode.CONTROL).type(KeyCode.TAB).release(KeyCode.CONTROL);
    until(() -> find("#second") != null);
    robot.clickOn(() -> find("#page-alarms"));
    until(() -> find("#alarms") != null);
    onFx(() -> {
      window.open(Optional.of("origin"), Optional.of("siv"));
      return null;
    });
    until(() -> ((Label) ((StackPane) find("#second")).getChildren().getFirst()).getText().equals("siv"));
  }

  @Test
  void theWallIsOneKeyAway() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.W);
    until(() -> wishes.equals(List.of(new Wish.Wall())));
  }

  @Test
  void placeSizeAndPageAreThereAtTheNextStart() throws Exception {
    keepsake = Keepsake.of(folder.resolve("workstation.json"));
    open(Lang.FR, dark());
    onFx(() -> {
      stage.setX(40);
      stage.setY(50);
      stage.setWidth(1010);
      stage.setHeight(620);
      window.open(Optional.of("origin"), Optional.empty());
      return null;
    });
    until(() -> keepsake.get("place", Place.class).filter(p -> p.width() == 1010 && p.x() == 40).isPresent());
    onFx(() -> {
      window.close();
      return null;
    });
    keepsake.close();
    keepsake = Keepsake.of(folder.resolve("workstation.json"));
    open(Lang.EN, dark());
    until(() -> find("#second") != null);
    assertEquals(List.of(40.0, 50.0, 1010.0, 620.0),
        onFx(() -> List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())));
  }

  @Test
  void aWindowWhoseScreenGoesComesToThePrimaryOneAndReturnsWithItsScreen() throws Exception {
    Rectangle2D first = new Rectangle2D(0, 0, 1280, 800);
    Rectangle2D second = new Rectangle2D(1280, 0, 1280, 800);
    List<Rectangle2D> screens = new java.util.ArrayList<>(List.of(first, second));
    open(Lang.FR, dark());
    onFx(() -> {
      Stage other = new Stage();
      other.setX(1400);
      other.setY(60);
      other.setWidth(900);
      other.setHeight(600);
      other.show();
      Perch perch = new Perch(other, Keepsake.forgetful(), "place", () -> screens);
      perch.look();
      screens.remove(second);
      perch.rearrange();
      assertTrue(first.contains(other.getX(), other.getY()), "x " + other.getX());
      perch.look();
      screens.add(second);
      perch.rearrange();
      assertEquals(1400, other.getX());
      other.close();
      return null;
    });
  }

  @Test
  void theFirstTimeItOpensOnTheScreenThatTheWallDoesNotFillAndThenWhereAHandPutIt() throws Exception {
    Rectangle2D first = new Rectangle2D(0, 0, 900, 700);
    Rectangle2D second = new Rectangle2D(900, 0, 1280, 800);
    open(Lang.FR, dark());
    onFx(() -> {
      Stage other = new Stage();
      Perch perch = new Perch(other, keepsake, "beside", () -> List.of(first, second));
      perch.place(Optional.of(first), 1000, 700);
      other.show();
      assertTrue(second.contains(other.getX(), other.getY()), "x " + other.getX());
      perch.look();
      assertEquals(Optional.empty(), keepsake.get("beside", Place.class), "nobody has put it there");
      other.setX(20);
      other.setY(30);
      perch.look();
      other.close();
      Perch again = new Perch(new Stage(), keepsake, "beside", () -> List.of(first, second));
      again.place(Optional.of(first), 1000, 700);
      assertEquals(20, keepsake.get("beside", Place.class).orElseThrow().x());
      return null;
    });
  }

  @Test
  void whereThereIsNoTrayASmallWindowBecomesABarThatBringsItBack() throws Exception {
    open(Lang.FR, dark());
    onFx(() -> {
      stage.setIconified(true);
      return null;
    });
    until(() -> window.retreat().bar().filter(FloatBar::opened).isPresent());
    Stage bar = onFx(() -> window.retreat().bar().orElseThrow().stage());
    assertTrue(onFx(bar::isAlwaysOnTop));
    assertEquals("SIV, indisponible depuis 15:12",
        onFx(() -> ((Label) bar.getScene().lookup(".bar-oldest")).getText()));
    robot.clickOn(bar.getScene().getRoot());
    until(() -> !stage.isIconified() && window.retreat().bar().isEmpty());
  }

  @Test
  void whatLastsStandsOnTheWindowAndOnTheBar() throws Exception {
    board.set(TwoPlans.board());
    open(Lang.FR, dark());
    List<String> lines = onFx(() -> stage.getScene().getRoot().lookupAll(".standing-line").stream()
        .map(Node::getAccessibleText).sorted().toList());
    assertEquals(2, lines.size());
    assertTrue(lines.getFirst().startsWith("Secours ACTIF pour SIV"), lines::toString);
    assertTrue(lines.getLast().startsWith("Secours de FNI\u00a0: BASCULE EN ÉCHEC"), lines::toString);
    onFx(() -> {
      stage.setIconified(true);
      return null;
    });
    until(() -> window.retreat().bar().filter(FloatBar::opened).isPresent());
    Stage bar = onFx(() -> window.retreat().bar().orElseThrow().stage());
    assertEquals("Secours\u00a0: BASCULE EN ÉCHEC (FNI) · ACTIF (SIV)",
        onFx(() -> ((Label) bar.getScene().lookup(".bar-standing > .label")).getText()));
    assertTrue(onFx(() -> bar.getScene().lookup(".bar-standing > .sign").isVisible()));
    assertEquals("SIV, indisponible depuis 15:22",
        onFx(() -> ((Label) bar.getScene().lookup(".bar-oldest")).getText()));
    board.set(TwoPlans.board().with(Boards.playing(Boards.calm()).shift()));
    until(() -> bar.getScene().lookup(".bar-played").isVisible());
    // It grows after its lines.
    until(() -> bar.getScene().getRoot().prefHeight(bar.getScene().getWidth()) <= bar.getScene().getHeight() + 0.5);
    Golden.hold("station-bar-dark-fr", onFx(() -> {
      var image = bar.getScene().snapshot(null);
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      int[] argb = new int[width * height];
      image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
      return new Picture(width, height, argb);
    }));
    board.set(Boards.playing(Boards.calm()));
    until(() -> !bar.getScene().lookup(".bar-standing").isVisible());
    assertEquals("EXERCICE · SIV", onFx(() -> ((Label) bar.getScene().lookup(".bar-played")).getText()));
    assertTrue(onFx(() -> bar.getScene().lookup(".bar-played").isVisible()));
  }

  @Test
  void whereThereIsATrayASmallWindowIsInIt() throws Exception {
    onFx(() -> {
      Ports ports = new Ports(board, log, acts::add, now::get, fault -> {}, "Marie", wishes::add);
      window = new Station(ports, words(Lang.FR), dark(), pages(), keepsake, 1000, 640);
      stage = new Stage();
      window.show(stage, () -> true, Optional.empty());
      stage.setIconified(true);
      return null;
    });
    until(() -> !stage.isShowing() && window.away());
    assertFalse(onFx(() -> window.retreat().bar().isPresent()));
    onFx(() -> {
      window.front();
      return null;
    });
    until(() -> stage.isShowing() && !stage.isIconified() && !window.away());
  }
}
