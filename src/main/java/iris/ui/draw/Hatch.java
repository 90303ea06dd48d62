package iris.ui.draw;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Lines at 45 degrees: not known. They stand still on the page, whatever box they are drawn in. */
public final class Hatch {
  private Hatch() {}

  /** @param step distance of two lines along the x axis, px */
  public static void fill(GraphicsContext gc, Box box, double step, double thick, Color colour) {
    if (box.isNone()) return;
    gc.save();
    gc.beginPath();
    gc.rect(box.x(), box.y(), box.w(), box.h());
    gc.clip();
    gc.setStroke(colour);
    gc.setLineWidth(thick);
    gc.setLineDashes();
    double first = Math.floor((box.x() + box.y()) / step) * step;
    gc.beginPath();
    for (double sum = first; sum <= box.right() + box.bottom() + step; sum += step) {
      gc.moveTo(sum - box.y() + 1, box.y() - 1);
      gc.lineTo(sum - box.bottom() - 1, box.bottom() + 1);
    }
    gc.stroke();
    gc.restore();
  }
}
