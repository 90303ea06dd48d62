package iris.report.pdf;

import iris.report.draw.Drawing;
import iris.report.draw.Ink;
import iris.report.draw.Spot;
import iris.report.draw.Stroke;
import iris.report.paper.Leaves;
import iris.report.paper.Typeface;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Strokes onto a page, as lines and not as a picture: sharp on every printer. */
final class Brush {
  private final PDPageContentStream pen;
  private final Typeface face;
  private final double x;
  private final double top;

  /** @param x of the drawing's left on the page, {@code top} of its top */
  private Brush(PDPageContentStream pen, Typeface face, double x, double top) {
    this.pen = pen;
    this.face = face;
    this.x = x;
    this.top = top;
  }

  static void draw(Drawing drawing, PDPageContentStream pen, Typeface face, double x, double top) throws IOException {
    Brush brush = new Brush(pen, face, x, top);
    pen.saveGraphicsState();
    pen.setLineJoinStyle(1);
    for (Stroke stroke : drawing.strokes()) brush.stroke(stroke);
    pen.restoreGraphicsState();
  }

  private void stroke(Stroke stroke) throws IOException {
    switch (stroke) {
      case Stroke.Line line -> {
        strokes(pen, line.ink());
        pen.setLineWidth((float) line.thick());
        pen.setLineDashPattern(line.dash() > 0 ? new float[] {(float) line.dash(), 2} : new float[0], 0);
        way(line.through());
        pen.stroke();
      }
      case Stroke.Area area -> {
        fills(pen, area.ink());
        way(area.around());
        pen.closePath();
        pen.fill();
      }
      case Stroke.Box(double left, double upper, double width, double height, Ink ink) -> {
        fills(pen, ink);
        pen.addRect((float) (x + left), (float) (top - upper - height), (float) width, (float) height);
        pen.fill();
      }
      case Stroke.Text text -> text(text);
    }
  }

  private void way(List<Spot> spots) throws IOException {
    for (int i = 0; i < spots.size(); i++) {
      float toX = (float) (x + spots.get(i).x());
      float toY = (float) (top - spots.get(i).y());
      if (i == 0) pen.moveTo(toX, toY);
      else pen.lineTo(toX, toY);
    }
  }

  private void text(Stroke.Text text) throws IOException {
    String can = face.writable(text.text());
    double back = switch (text.side()) {
      case LEFT -> 0;
      case MIDDLE -> face.width(can, text.size()) / 2;
      case RIGHT -> face.width(can, text.size());
    };
    fills(pen, text.ink());
    Leaves.put(pen, can, face, text.size(), x + text.x() - back, top - text.y());
  }

  static void strokes(PDPageContentStream pen, Ink ink) throws IOException {
    pen.setStrokingColor(part(ink, 16), part(ink, 8), part(ink, 0));
  }

  static void fills(PDPageContentStream pen, Ink ink) throws IOException {
    pen.setNonStrokingColor(part(ink, 16), part(ink, 8), part(ink, 0));
  }

  private static float part(Ink ink, int shift) {
    return (Integer.parseInt(ink.hex().substring(1), 16) >> shift & 0xff) / 255f;
  }
}
