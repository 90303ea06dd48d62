package iris.ui.draw;

import iris.ui.theme.Type;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** Draws the shapes in a square. {@code ink} is the shape, {@code hole} what is cut out of a filled one. */
public final class Shapes {
  private Shapes() {}

  public static void draw(GraphicsContext gc, Shape shape, Box box, Color ink, Color hole) {
    double size = Math.min(box.w(), box.h());
    double x = box.x() + (box.w() - size) / 2;
    double y = box.y() + (box.h() - size) / 2;
    gc.save();
    gc.translate(x, y);
    gc.scale(size / 100, size / 100);
    gc.setLineCap(StrokeLineCap.ROUND);
    gc.setLineJoin(StrokeLineJoin.ROUND);
    gc.setLineDashes();
    gc.setStroke(ink);
    gc.setFill(ink);
    switch (shape) {
      case RING -> ring(gc);
      case CROSS -> cross(gc, hole);
      case TRIANGLE -> triangle(gc, hole);
      case DIAMOND -> diamond(gc, hole);
      case ARROWS -> arrows(gc);
      case WRENCH -> wrench(gc);
      case DOTS -> dots(gc);
      case BARRED -> barred(gc);
      case RISE -> rise(gc);
    }
    gc.restore();
  }

  private static void ring(GraphicsContext gc) {
    gc.setLineWidth(13);
    gc.strokeOval(10, 10, 80, 80);
  }

  private static void cross(GraphicsContext gc, Color hole) {
    gc.fillRoundRect(3, 3, 94, 94, 14, 14);
    gc.setStroke(hole);
    gc.setLineWidth(15);
    gc.strokeLine(29, 29, 71, 71);
    gc.strokeLine(71, 29, 29, 71);
  }

  private static void triangle(GraphicsContext gc, Color hole) {
    gc.setLineWidth(8);
    gc.beginPath();
    gc.moveTo(50, 9);
    gc.lineTo(96, 91);
    gc.lineTo(4, 91);
    gc.closePath();
    gc.fill();
    gc.stroke();
    gc.setStroke(hole);
    gc.setFill(hole);
    gc.setLineWidth(12);
    gc.strokeLine(50, 39, 50, 61);
    gc.fillOval(43, 73, 14, 14);
  }

  private static void diamond(GraphicsContext gc, Color hole) {
    gc.setLineWidth(6);
    gc.beginPath();
    gc.moveTo(50, 3);
    gc.lineTo(97, 50);
    gc.lineTo(50, 97);
    gc.lineTo(3, 50);
    gc.closePath();
    gc.fill();
    gc.stroke();
    gc.setFill(hole);
    gc.setFont(Type.STRONG.at(66));
    gc.setTextAlign(javafx.scene.text.TextAlignment.CENTER);
    gc.setTextBaseline(javafx.geometry.VPos.BASELINE);
    gc.fillText("?", 50, 73);
  }

  private static void arrows(GraphicsContext gc) {
    gc.setLineWidth(12);
    arrow(gc, 33, 8, 92);
    arrow(gc, 67, 92, 8);
  }

  private static void arrow(GraphicsContext gc, double y, double from, double to) {
    double back = Math.signum(from - to) * 22;
    gc.strokeLine(from, y, to, y);
    gc.strokePolyline(new double[] {to + back, to, to + back}, new double[] {y - 19, y, y + 19}, 3);
  }

  private static void wrench(GraphicsContext gc) {
    gc.setLineWidth(17);
    gc.strokeLine(16, 84, 56, 44);
    gc.setLineCap(StrokeLineCap.BUTT);
    gc.setLineWidth(16);
    gc.strokeArc(48, 8, 44, 44, 80, 290, ArcType.OPEN);
  }

  private static void dots(GraphicsContext gc) {
    gc.fillOval(4, 40, 21, 21);
    gc.fillOval(40, 40, 21, 21);
    gc.fillOval(76, 40, 21, 21);
  }

  private static void rise(GraphicsContext gc) {
    gc.setLineWidth(12);
    gc.beginPath();
    gc.moveTo(6, 74);
    gc.bezierCurveTo(52, 74, 48, 70, 88, 18);
    gc.stroke();
    gc.strokePolyline(new double[] {58, 90, 92}, new double[] {17, 14, 47}, 3);
  }

  private static void barred(GraphicsContext gc) {
    gc.setLineWidth(11);
    gc.strokeOval(9, 9, 82, 82);
    gc.strokeLine(23, 77, 77, 23);
  }
}
