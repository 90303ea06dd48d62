package iris.report.plot;

import iris.report.draw.Drawing;
import iris.report.draw.Ink;
import iris.report.draw.Spot;
import iris.report.draw.Stroke;
import iris.report.draw.Stroke.Text.Side;
import java.util.ArrayList;
import java.util.List;

/** Collects strokes. */
final class Sketch {
  private static final double HATCH = 3.2;

  private final List<Stroke> strokes = new ArrayList<>();

  void line(Ink ink, double thick, double x1, double y1, double x2, double y2) {
    strokes.add(new Stroke.Line(List.of(new Spot(x1, y1), new Spot(x2, y2)), ink, thick, 0));
  }

  void path(List<Spot> through, Ink ink, double thick, double dash) {
    strokes.add(new Stroke.Line(through, ink, thick, dash));
  }

  void area(Ink ink, List<Spot> around) {
    strokes.add(new Stroke.Area(around, ink));
  }

  void box(double x, double y, double width, double height, Ink ink) {
    if (width > 0 && height > 0) strokes.add(new Stroke.Box(x, y, width, height, ink));
  }

  void frame(double x, double y, double width, double height, Ink ink, double thick, double dash) {
    path(List.of(new Spot(x, y), new Spot(x + width, y), new Spot(x + width, y + height), new Spot(x, y + height),
        new Spot(x, y)), ink, thick, dash);
  }

  /** Lines at 45 degrees, cut at the edges: a pattern that every medium can draw. */
  void hatch(double x, double y, double width, double height, Ink ink) {
    for (double c = HATCH / 2; c < width + height; c += HATCH) {
      // Along x + y = c of this box, from its left or bottom edge to its top or right one.
      double left = Math.max(0, c - height);
      double right = Math.min(width, c);
      if (right > left) line(ink, 0.5, x + left, y + c - left, x + right, y + c - right);
    }
  }

  void text(double x, double y, String text, double size, Side side, Ink ink) {
    if (!text.isEmpty()) strokes.add(new Stroke.Text(x, y, text, size, side, ink));
  }

  Drawing done(double width, double height) {
    return new Drawing(width, height, strokes);
  }
}
