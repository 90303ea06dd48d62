package iris.ui.desk;

import iris.ui.wall.Look;
import iris.ui.wall.Sight;
import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** Where the window stands and from where it is looked at: on a desk, or as a wall without frame and pointer. */
final class Stand {
  /** Less than this, in pixels, leaves no room for a tile that can be read. */
  static final double LEAST_WIDTH = 900;
  static final double LEAST_HEIGHT = 640;
  /** Of the screen; the rest is for the frame, and to see that there is a desktop. */
  private static final double OPENED = 0.9;
  private static final double DESK_TEXT = 13;
  private static final double ASSUMED_INCHES = 24;
  private static final double ASSUMED_DPI = 96;
  /** At most this part of the height is a line of text: a header must leave room for the tiles. */
  private static final double LARGEST = 1.0 / 40;

  private WindowOptions options;
  private boolean wall;

  Stand(WindowOptions options) {
    this.options = options;
    wall = options.wallMode();
  }

  /**
   * How large a window opens, in pixels: as large as the screen comfortably takes, since small tiles leave figures out.
   *
   * @param room what the desktop leaves of the screen
   */
  static Dimension2D opening(Rectangle2D room) {
    return new Dimension2D(opening(LEAST_WIDTH, room.getWidth()), opening(LEAST_HEIGHT, room.getHeight()));
  }

  private static double opening(double least, double room) {
    return Math.rint(Math.min(Math.max(least, room * OPENED), room));
  }

  /** Other settings; where it hangs and how it stands is applied by who has the stage. */
  void options(WindowOptions next) {
    options = next;
  }

  boolean wall() {
    return wall;
  }

  void wall(boolean on) {
    wall = on;
  }

  /** Before the stage is shown for the first time. */
  void place(Stage stage) {
    if (wall) stage.initStyle(StageStyle.UNDECORATED);
    stage.setFullScreenExitHint("");
    // Escape is ours: it leaves what is open before it leaves the wall.
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    move(stage);
  }

  /** To the corner of the wanted screen, where one is wanted; a window that fills a screen goes there as it is. */
  void move(Stage stage) {
    if (options.screen().isEmpty()) return;
    Rectangle2D bounds = screen().getVisualBounds();
    boolean filled = stage.isFullScreen();
    if (filled) stage.setFullScreen(false);
    stage.setX(bounds.getMinX());
    stage.setY(bounds.getMinY());
    stage.setFullScreen(filled);
  }

  void apply(Stage stage, Scene scene) {
    stage.setFullScreen(wall);
    scene.setCursor(wall ? Cursor.NONE : Cursor.DEFAULT);
  }

  /**
   * Before the tiles: a wall is as large as its screen without filling it by leave of the window manager, which would make it
   * small, with a black edge, when the tiles come to fill it in its place.
   */
  void cover(Stage stage, Scene scene) {
    scene.setCursor(wall ? Cursor.NONE : Cursor.DEFAULT);
    if (!wall) return;
    Rectangle2D bounds = screen().getBounds();
    stage.setX(bounds.getMinX());
    stage.setY(bounds.getMinY());
    stage.setWidth(bounds.getWidth());
    stage.setHeight(bounds.getHeight());
  }

  private Screen screen() {
    List<Screen> screens = Screen.getScreens();
    return screens.get(Math.min(options.screen().orElse(0), screens.size() - 1));
  }

  Look look(boolean still, boolean readOnly) {
    return new Look(sight(), still, wall || readOnly);
  }

  private Sight sight() {
    Rectangle2D bounds = screen().getBounds();
    double pixels = Math.hypot(bounds.getWidth(), bounds.getHeight());
    double dpi = screen().getDpi() > 0 ? screen().getDpi() : ASSUMED_DPI;
    double said = pixels / dpi;
    double inches = options.diagonal().orElse(said >= 5 && said <= 200 ? said : ASSUMED_INCHES);
    return new Sight(wall ? options.distance() : Math.min(options.distance(), Sight.DESK.metres()), inches, pixels);
  }

  /** Text size of the window, in pixels. */
  double text() {
    if (!wall) return DESK_TEXT;
    return Math.clamp(sight().least(), DESK_TEXT, Math.max(DESK_TEXT, screen().getBounds().getHeight() * LARGEST));
  }
}
