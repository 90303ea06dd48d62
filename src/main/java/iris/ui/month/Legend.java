package iris.ui.month;

import iris.history.month.Shade;
import iris.ui.draw.Box;
import iris.ui.draw.Paints;
import iris.ui.draw.Pen;
import iris.ui.draw.Role;
import iris.ui.draw.Ruler;
import iris.ui.theme.Type;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/** What the squares mean, on one line. */
final class Legend extends Region {
  private static final double SQUARE = 14;
  private static final double SIZE = 12;

  private final Canvas canvas = new Canvas();
  private final Paints paints = new Paints(this::requestLayout);
  private final Ruler ruler = new Ruler();
  private final Sayer sayer;
  private boolean slow;

  Legend(Sayer sayer) {
    this.sayer = sayer;
    canvas.setManaged(false);
    getChildren().addAll(paints, canvas);
    setMinHeight(SQUARE + 8);
    setPrefHeight(SQUARE + 8);
  }

  void show(boolean ofTimes) {
    slow = ofTimes;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    var gc = canvas.getGraphicsContext2D();
    gc.clearRect(0, 0, getWidth(), getHeight());
    Pen pen = new Pen(gc, ruler);
    double x = 0;
    for (Shade shade : Shade.values()) {
      if (shade == Shade.NOTHING) continue;
      String said = sayer.shade(shade, slow);
      double w = pen.width(said, Type.NARROW, SIZE);
      if (x + SQUARE + 5 + w > getWidth()) return;
      Swatch.draw(gc, paints.palette(), shade, false, new Box(Math.round(x), 4, SQUARE, SQUARE));
      pen.line(said, new Box(x + SQUARE + 5, 4, w + 2, SQUARE), Type.NARROW, SIZE, Pen.Side.LEFT, paints.palette().of(Role.SOFT));
      x += SQUARE + 5 + w + 14;
    }
  }
}
