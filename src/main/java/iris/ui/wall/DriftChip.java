package iris.ui.wall;

import iris.ui.draw.Box;
import iris.ui.draw.Pen;
import iris.ui.draw.Role;
import iris.ui.draw.Shape;
import iris.ui.draw.Shapes;
import iris.ui.theme.Type;
import javafx.scene.canvas.GraphicsContext;

/**
 * The mark of a drift, beside the name: an open pill with a rising curve and its word, in amber. Not a band and not
 * filled with its colour, so that nobody takes it for a state.
 */
final class DriftChip {
  /** Where the word would take more of the name's place than this, the curve stands alone. */
  private static final double MOST = 0.45;

  private DriftChip() {}

  /** Draws it at the right of {@code title}; returns what is left of it for the name. */
  static Box draw(Pen pen, Plan plan, Box title, String word, Ink ink) {
    double size = Math.min(plan.size().name(), 1.3 * plan.size().unit());
    double high = size * 1.3;
    double curve = size * 0.95;
    double worded = pen.width(word, Type.STRONG, size) + curve + size * 1.15;
    boolean alone = worded > MOST * title.w();
    double w = alone ? high * 1.15 : worded;
    Box chip = new Box(title.right() - w, title.y() + (title.h() - high) / 2, w, high);
    GraphicsContext gc = pen.gc();
    double line = Math.max(1.5, size * 0.09);
    Box in = chip.inset(line / 2);
    gc.setFill(ink.palette().between(Role.TILE, Role.DEGRADED, ink.stale() ? 0.08 : 0.2));
    gc.fillRoundRect(in.x(), in.y(), in.w(), in.h(), in.h(), in.h());
    gc.setStroke(ink.data(Role.DEGRADED_EDGE));
    gc.setLineWidth(line);
    gc.setLineDashes();
    gc.strokeRoundRect(in.x(), in.y(), in.w(), in.h(), in.h(), in.h());
    Box shape = new Box(alone ? chip.x() + (w - curve) / 2 : chip.x() + size * 0.4, chip.y() + (high - curve) / 2, curve, curve);
    Shapes.draw(gc, Shape.RISE, shape, ink.data(Role.DEGRADED_EDGE), ink.of(Role.TILE));
    if (!alone)
      pen.line(word, new Box(shape.right() + size * 0.25, chip.y(), chip.right() - shape.right(), high), Type.STRONG, size,
          Pen.Side.LEFT, ink.data(Role.TEXT));
    return new Box(title.x(), title.y(), Math.max(1, title.w() - w - size * 0.4), title.h());
  }
}
