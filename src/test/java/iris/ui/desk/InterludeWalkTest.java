package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.control.ProgressBar;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.Test;

/** The window before it knows anything, and how the tiles take it over. */
class InterludeWalkTest extends Walk {
  private final AtomicInteger painted = new AtomicInteger();

  private Interlude begin(WindowOptions options) throws Exception {
    return onFx(() -> {
      stage = new Stage();
      Interlude interlude = new Interlude(stage, options);
      interlude.onPainted(painted::incrementAndGet);
      interlude.say("Lecture de ce qui est connu…");
      return interlude;
    });
  }

  private void takeOver(Interlude before, WindowOptions options) throws Exception {
    onFx(() -> {
      Ports ports = new Ports(board, log, acts::add, now::get, faults::add, "Marie", wishes::add);
      window = new ConsoleWindow(ports, Words.of(Lang.FR, ZoneId.of("Europe/Paris")), options);
      window.show(stage);
      before.close();
      return null;
    });
  }

  @Test
  void itSaysThatItIsPaintedOnceAndShowsNoStateOfAnything() throws Exception {
    Interlude interlude = begin(dark());
    until(() -> painted.get() == 1);
    assertEquals("Lecture de ce qui est connu…", text("#interlude"));
    onFx(() -> {
      assertEquals(1, stage.getScene().getRoot().getChildrenUnmodifiable().size(), "a sentence and nothing else");
      assertNull(stage.getScene().getRoot().lookup(".progress-bar"), "how far it is, nobody knows");
      return null;
    });
    takeOver(interlude, dark());
    until(() -> stage.getScene().getRoot().lookup("#interlude") == null);
    assertEquals(1, painted.get());
  }

  @Test
  void theTilesTakeItsPlaceInTheSameWindowOfTheSameSize() throws Exception {
    Interlude interlude = begin(dark());
    until(() -> painted.get() == 1);
    Dimension2D size = onFx(() -> new Dimension2D(stage.getWidth(), stage.getHeight()));
    takeOver(interlude, dark());
    onFx(() -> {
      assertTrue(stage.isShowing());
      assertEquals(size, new Dimension2D(stage.getWidth(), stage.getHeight()));
      assertNotNull(window.views().wall.getScene());
      assertFalse(stage.getTitle().equals("IRIS"), "the title says the state");
      return null;
    });
  }

  @Test
  void aWallHasNeitherFrameNorPointerFromTheFirstSentenceOn() throws Exception {
    WindowOptions wall = dark().onWall(4);
    Interlude interlude = begin(wall);
    until(() -> painted.get() == 1);
    Rectangle2D screen = Screen.getPrimary().getBounds();
    // By its size alone: a window that fills the screen is made small when the tiles come to fill it.
    assertEquals(screen, onFx(() -> new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())));
    assertEquals(StageStyle.UNDECORATED, onFx(stage::getStyle));
    assertEquals(Cursor.NONE, onFx(() -> stage.getScene().getCursor()));
    assertFalse(onFx(stage::isFullScreen));
    onFx(() -> {
      stage.close();
      stage = new Stage();
      return null;
    });
    takeOver(interlude, wall);
    assertTrue(onFx(() -> stage.isShowing() && stage.isFullScreen()));
  }

  @Test
  void howFarItIsStandsUnderTheSentence() throws Exception {
    Interlude interlude = begin(dark());
    onFx(() -> {
      interlude.say("Ligne 3 sur 4", 0.75);
      return null;
    });
    assertEquals("Ligne 3 sur 4", text("#interlude"));
    assertEquals(0.75, onFx(() -> ((ProgressBar) find(".progress-bar")).getProgress()));
    takeOver(interlude, dark());
  }
}
