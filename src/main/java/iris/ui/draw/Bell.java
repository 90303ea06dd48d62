package iris.ui.draw;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** The sign of an alarm: filled while it calls, outlined when somebody has it, struck on the shelf. */
public final class Bell {
  /** How the bell is drawn. */
  public enum Form {
    FILLED,
    OUTLINED,
    /** The bell cut out of a filled square: calls without moving. */
    INVERSE,
    STRUCK,
    CHECKED
  }

  private Bell() {}

  public static void draw(GraphicsContext gc, Form form, Box box, Color ink, Color hole) {
    double size = Math.min(box.w(), box.h());
    gc.save();
    gc.translate(box.x() + (box.w() - size) / 2, box.y() + (box.h() - size) / 2);
    gc.scale(size / 100, size / 100);
    gc.setLineCap(StrokeLineCap.ROUND);
    gc.setLineJoin(StrokeLineJoin.ROUND);
    gc.setLineDashes();
    gc.setLineWidth(8);
    gc.setFill(ink);
    gc.setStroke(ink);
    if (form == Form.INVERSE) {
      gc.fillRoundRect(0, 0, 100, 100, 20, 20);
      gc.setFill(hole);
      gc.setStroke(hole);
      gc.translate(12, 12);
      gc.scale(0.76, 0.76);
    }
    body(gc);
    if (form == Form.FILLED || form == Form.INVERSE) gc.fill();
    gc.stroke();
    gc.strokeLine(43, 92, 57, 92);
    if (form == Form.STRUCK) gc.strokeLine(10, 90, 90, 10);
    if (form == Form.CHECKED) gc.strokePolyline(new double[] {37, 47, 64}, new double[] {50, 61, 37}, 3);
    gc.restore();
  }

  private static void body(GraphicsContext gc) {
    gc.beginPath();
    gc.moveTo(10, 76);
    gc.bezierCurveTo(24, 64, 22, 52, 24, 40);
    gc.bezierCurveTo(26, 20, 38, 10, 50, 10);
    gc.bezierCurveTo(62, 10, 74, 20, 76, 40);
    gc.bezierCurveTo(78, 52, 76, 64, 90, 76);
    gc.closePath();
  }
}
