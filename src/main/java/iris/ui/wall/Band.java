package iris.ui.wall;

import iris.alarm.Shown;
import iris.ui.draw.Box;
import iris.ui.draw.Hatch;
import iris.ui.draw.Pen;
import iris.ui.draw.Role;
import iris.ui.draw.Shapes;
import iris.ui.theme.Type;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * The state: shape and word on a band. A new alarm fills it; one that somebody has is outlined in the same colour; what
 * is not known is hatched; what works has neither.
 */
final class Band {
  private Band() {}

  static void draw(Pen pen, Plan plan, TileModel tile, String word, Ink ink) {
    GraphicsContext gc = pen.gc();
    Box band = plan.band();
    double size = plan.size().state();
    boolean alarm = tile.shown() == Shown.DOWN || tile.shown() == Shown.DEGRADED;
    boolean filled = alarm && !tile.lastKnown() && !taken(tile.mark().kind());
    boolean present = alarm || tile.shown() == Shown.LOST || tile.shown() == Shown.INIT;
    Color colour = present ? ink.of(Ink.role(tile.shown())) : ink.data(Ink.role(tile.shown()));
    double line = Math.max(1.5, size * 0.055);
    double arc = size * 0.22;
    double pad = Planner.BAND_PAD * size;
    double glyph = size * 0.82;
    double left = band.x() + (tile.shown() == Shown.UP ? 0 : pad);
    Box shape = new Box(left, band.y() + (band.h() - glyph) / 2, glyph, glyph);
    double start = shape.right() + (Planner.SHAPE - 0.82) * size;
    Box text = new Box(start, band.y(), band.right() - start - pad * 0.5, band.h());
    if (filled) {
      gc.setFill(colour);
      gc.fillRoundRect(band.x(), band.y(), band.w(), band.h(), arc, arc);
    }
    if (tile.shown() == Shown.UNKNOWN || tile.shown() == Shown.LOST || tile.lastKnown())
      hatch(pen, band, start + pen.width(word, Type.STRONG, size) + pad, size, ink);
    outline(gc, tile.shown(), band.inset(line / 2), line, arc, filled, ink, present);
    Role on = tile.shown() == Shown.DOWN ? Role.ON_DOWN : Role.ON_DEGRADED;
    Color inkOfShape = filled ? ink.of(on) : colour;
    Color hole = filled ? colour : ink.of(tile.shown() == Shown.DEGRADED ? Role.ON_DEGRADED : Role.TILE);
    Shapes.draw(gc, Ink.shape(tile.shown()), shape, inkOfShape, hole);
    Color said = filled ? ink.of(on) : present ? ink.of(Role.TEXT) : ink.data(Role.TEXT);
    pen.line(word, text, Type.STRONG, size, Pen.Side.LEFT, said);
  }

  private static boolean taken(Mark.Kind kind) {
    return kind == Mark.Kind.ACKED || kind == Mark.Kind.SHELVED;
  }

  /** Behind the word the band stays plain, so that it can be read. */
  private static void hatch(Pen pen, Box band, double from, double size, Ink ink) {
    double edge = size * 0.07;
    Box right = new Box(from, band.y() + edge, Math.max(0, band.right() - edge - from), band.h() - 2 * edge);
    Color lines = ink.palette().between(Role.TILE, Role.UNKNOWN, ink.stale() ? 0.45 : 0.75);
    Hatch.fill(pen.gc(), right, Math.max(5, size * 0.24), Math.max(1, size * 0.05), lines);
  }

  private static void outline(
      GraphicsContext gc, Shown shown, Box band, double line, double arc, boolean filled, Ink ink, boolean present) {
    if (shown == Shown.UP || filled && Ink.edge(shown) == Ink.role(shown)) return;
    gc.setStroke(present ? ink.of(Ink.edge(shown)) : ink.data(Ink.edge(shown)));
    gc.setLineWidth(shown == Shown.INIT || shown == Shown.OUT_OF_SERVICE ? line * 0.7 : line);
    if (shown == Shown.MAINTENANCE) gc.setLineDashes(line * 5, line * 3.5);
    else if (shown == Shown.INIT || shown == Shown.OUT_OF_SERVICE) gc.setLineDashes(line * 1.2, line * 2.6);
    else gc.setLineDashes();
    gc.strokeRoundRect(band.x(), band.y(), band.w(), band.h(), arc, arc);
    gc.setLineDashes();
  }
}
