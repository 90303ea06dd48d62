package iris.ui.month;

import iris.history.month.Shade;
import iris.ui.draw.Box;
import iris.ui.draw.Hatch;
import iris.ui.draw.Palette;
import iris.ui.draw.Role;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws one square: each shade a colour and a pattern, so that it is told without colours as well. */
final class Swatch {
  private Swatch() {}

  /** @param partly something in it was not measured */
  static void draw(GraphicsContext gc, Palette palette, Shade shade, boolean partly, Box box) {
    switch (shade) {
      case NOTHING -> {}
      case UNMEASURED -> hatch(gc, palette, box);
      case WORKS -> works(gc, palette, box);
      case WELL, TOUCHED, HURT, BAD, WORST -> {
        gc.setFill(ground(palette, shade));
        gc.fillRect(box.x(), box.y(), box.w(), box.h());
        if (partly) hatch(gc, palette, new Box(box.x() + box.w() * 0.62, box.y(), box.w() * 0.38, box.h()));
        pattern(gc, shade == Shade.WORST ? palette.of(Role.ON_DOWN) : palette.of(Role.ON_DEGRADED), palette, shade, box);
      }
    }
  }

  private static Color ground(Palette palette, Shade shade) {
    return switch (shade) {
      case TOUCHED -> palette.between(Role.TILE, Role.DEGRADED, 0.38);
      case HURT -> palette.between(Role.TILE, Role.DEGRADED, 0.85);
      case BAD -> palette.between(Role.DEGRADED, Role.DOWN, 0.55);
      case WORST -> palette.of(Role.DOWN);
      case WELL, NOTHING, UNMEASURED, WORKS -> palette.between(Role.TILE, Role.UP, 0.22);
    };
  }

  private static void hatch(GraphicsContext gc, Palette palette, Box box) {
    gc.setFill(palette.of(Role.TILE));
    gc.fillRect(box.x(), box.y(), box.w(), box.h());
    Hatch.fill(gc, box, 5, 1, palette.between(Role.TILE, Role.UNKNOWN, 0.62));
  }

  private static void works(GraphicsContext gc, Palette palette, Box box) {
    Box in = box.inset(1);
    gc.setStroke(palette.of(Role.MAINTENANCE));
    gc.setLineWidth(1);
    gc.setLineDashes(3, 2);
    gc.strokeRect(in.x() + 0.5, in.y() + 0.5, in.w() - 1, in.h() - 1);
    gc.setLineDashes();
  }

  /** A dot, a bar, two bars, a cross: the worse the more of it. */
  private static void pattern(GraphicsContext gc, Color ink, Palette palette, Shade shade, Box box) {
    double size = Math.min(box.w(), box.h());
    double x = box.x() + box.w() / 2;
    double y = box.y() + box.h() / 2;
    double r = size * 0.26;
    gc.setLineWidth(Math.max(1.2, size * 0.11));
    gc.setLineDashes();
    gc.setStroke(ink);
    switch (shade) {
      case TOUCHED -> {
        gc.setFill(palette.of(Role.TEXT));
        gc.fillOval(x - size * 0.1, y - size * 0.1, size * 0.2, size * 0.2);
      }
      case HURT -> gc.strokeLine(x - r, y, x + r, y);
      case BAD -> {
        gc.strokeLine(x - r, y - r * 0.6, x + r, y - r * 0.6);
        gc.strokeLine(x - r, y + r * 0.6, x + r, y + r * 0.6);
      }
      case WORST -> {
        gc.strokeLine(x - r, y - r, x + r, y + r);
        gc.strokeLine(x - r, y + r, x + r, y - r);
      }
      case WELL, NOTHING, UNMEASURED, WORKS -> {}
    }
  }
}
