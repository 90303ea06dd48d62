package iris.ui.station;

import iris.ui.station.keep.Keepsake;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Where a window stands from one start to the next. One whose screen goes comes to the primary screen, and goes back
 * when its screen comes back, unless a hand has moved it meanwhile.
 */
final class Perch implements AutoCloseable {
  private final Stage stage;
  private final Keepsake keepsake;
  private final String section;
  private final Supplier<List<Rectangle2D>> screens;
  private final InvalidationListener changed = any -> rearrange();
  private Optional<Place> wanted;
  /** Where it was put, as long as no hand moves it from there. */
  private Optional<Rectangle2D> put = Optional.empty();

  Perch(Stage stage, Keepsake keepsake, String section) {
    this(stage, keepsake, section, Perch::real);
    Screen.getScreens().addListener(changed);
  }

  Perch(Stage stage, Keepsake keepsake, String section, Supplier<List<Rectangle2D>> screens) {
    this.stage = stage;
    this.keepsake = keepsake;
    this.section = section;
    this.screens = screens;
    wanted = keepsake.get(section, Place.class);
  }

  private static List<Rectangle2D> real() {
    Screen primary = Screen.getPrimary();
    return Stream.concat(Stream.of(primary), Screen.getScreens().stream().filter(s -> !s.equals(primary)))
        .map(Screen::getBounds).toList();
  }

  /** Before the stage is shown. */
  void place() {
    place(Optional.empty(), 0, 0);
  }

  /**
   * The same; where no place was kept, on a screen of its own if there is one. Only what a hand makes of that is kept.
   *
   * @param wall where the window of the tiles stands; {@code width}, {@code height} wished for
   */
  void place(Optional<Rectangle2D> wall, double width, double height) {
    if (wanted.isEmpty()) wanted = wall.flatMap(w -> Place.beside(w, screens.get(), width, height));
    wanted.ifPresent(place -> {
      move(place);
      stage.setMaximized(place.maximized());
    });
  }

  private void move(Place place) {
    Rectangle2D to = place.on(screens.get());
    stage.setX(to.getMinX());
    stage.setY(to.getMinY());
    stage.setWidth(to.getWidth());
    stage.setHeight(to.getHeight());
    put = Optional.of(to);
  }

  /** The screens are others than before. */
  void rearrange() {
    if (screens.get().isEmpty() || stage.isFullScreen()) return;
    wanted.ifPresent(this::move);
  }

  /** Looks where a hand has put it. */
  void look() {
    if (!stage.isShowing() || stage.isIconified() || stage.isFullScreen()) return;
    List<Rectangle2D> all = screens.get();
    if (all.isEmpty() || !(stage.getWidth() > 0) || !(stage.getHeight() > 0)) return;
    if (stage.isMaximized()) {
      wanted.ifPresent(w -> remember(new Place(w.x(), w.y(), w.width(), w.height(), true, w.screen())));
      return;
    }
    Rectangle2D now = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    if (put.filter(now::equals).isPresent()) return;
    put = Optional.of(now);
    remember(Place.of(now, false, all));
  }

  private void remember(Place place) {
    if (wanted.filter(place::equals).isPresent()) return;
    wanted = Optional.of(place);
    keepsake.put(section, place);
  }

  @Override
  public void close() {
    Screen.getScreens().removeListener(changed);
  }
}
