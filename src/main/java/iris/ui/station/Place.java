package iris.ui.station;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/**
 * Where a window stands and how large it is, in pixels, with the screen that it stood on.
 *
 * @param maximized as large as that screen; the other figures say where it goes when it is not
 */
record Place(double x, double y, double width, double height, boolean maximized, Area screen) {
  /** The bounds of a screen, which are its identity: a screen that comes back has its old ones. */
  record Area(double x, double y, double width, double height) {
    static Area of(Rectangle2D bounds) {
      return new Area(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
  }

  /** So much of the window must be on a screen to be seized. */
  private static final double SEIZED = 80;
  /** So much of a screen a window fills at most before a hand has sized it. */
  static final double ROOM = 0.95;

  Place {
    boolean some = width > 0 && height > 0;
    if (screen == null || !some) throw new IllegalArgumentException("a window stands somewhere");
  }

  static Place of(Rectangle2D window, boolean maximized, List<Rectangle2D> screens) {
    Rectangle2D on = screens.stream().filter(s -> s.contains(middle(window.getMinX(), window.getWidth()),
        middle(window.getMinY(), window.getHeight()))).findFirst().orElse(screens.getFirst());
    return new Place(window.getMinX(), window.getMinY(), window.getWidth(), window.getHeight(), maximized, Area.of(on));
  }

  /**
   * In the middle of a screen that the wall does not fill, the primary one rather than another, and no larger than
   * {@link #ROOM} of it; empty where there is none.
   *
   * @param wall where that window stands
   * @param screens the primary one first
   */
  static Optional<Place> beside(Rectangle2D wall, List<Rectangle2D> screens, double width, double height) {
    if (screens.isEmpty()) return Optional.empty();
    Area taken = of(wall, false, screens).screen();
    return screens.stream().filter(s -> !Area.of(s).equals(taken)).findFirst().map(s -> {
      double w = Math.min(width, s.getWidth() * ROOM);
      double h = Math.min(height, s.getHeight() * ROOM);
      return new Place(middle(s.getMinX(), s.getWidth()) - w / 2, middle(s.getMinY(), s.getHeight()) - h / 2, w, h, false,
          Area.of(s));
    });
  }

  /**
   * Where it stands while there are these screens, the primary one first: where it was, as long as its screen is there
   * and one can seize it; else in the middle of the primary one, no larger than that.
   */
  Rectangle2D on(List<Rectangle2D> screens) {
    Rectangle2D here = new Rectangle2D(x, y, width, height);
    for (Rectangle2D s : screens)
      if (Area.of(s).equals(screen) && seized(here, s)) return here;
    Rectangle2D first = screens.getFirst();
    double w = Math.min(width, first.getWidth());
    double h = Math.min(height, first.getHeight());
    return new Rectangle2D(middle(first.getMinX(), first.getWidth()) - w / 2,
        middle(first.getMinY(), first.getHeight()) - h / 2, w, h);
  }

  private static boolean seized(Rectangle2D window, Rectangle2D screen) {
    return window.getMaxX() - SEIZED >= screen.getMinX() && window.getMinX() + SEIZED <= screen.getMaxX()
        && window.getMinY() >= screen.getMinY() - 1 && window.getMinY() + SEIZED <= screen.getMaxY();
  }

  private static double middle(double from, double length) {
    return from + length / 2;
  }
}
