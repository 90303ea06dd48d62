package iris.ui.wall;

import iris.ui.draw.Box;
import iris.ui.draw.Pen;
import iris.ui.draw.Role;
import iris.ui.theme.Type;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;

/**
 * Times of the day: the whole transaction as a line, the external party's share as the area under it, from 0, on the
 * time axis of the strip. Interrupted where nothing is known.
 */
final class Curve {
  private Curve() {}

  static void draw(Pen pen, Box box, Day day, TileWords words, double label, Ink ink) {
    int most = most(day);
    if (box.isNone() || most <= 0) return;
    int top = top(day, most);
    GraphicsContext gc = pen.gc();
    double head = box.h() > 3.4 * label ? 1.5 * label : 0;
    Box plot = new Box(box.x(), box.y() + head, box.w(), box.h() - head);
    gc.setFill(ink.of(Role.LINE));
    gc.fillRect(plot.x(), Math.round(plot.bottom()) - 1, plot.w(), 1);
    if (head > 0) {
      gc.fillRect(plot.x(), Math.round(plot.y()), plot.w(), 1);
      Box place = new Box(box.x(), box.y(), box.w(), head);
      pen.line(words.most(most, top), place, Type.REGULAR, label, Pen.Side.RIGHT, ink.of(Role.FAINT));
    }
    gc.setFill(ink.palette().between(Role.TILE, Role.SOFT, ink.stale() ? 0.16 : 0.28));
    trace(gc, plot, day::response, top, true);
    gc.setStroke(ink.data(Role.SOFT));
    gc.setLineWidth(Math.max(1.25, label * 0.12));
    gc.setLineDashes();
    // A mitred peak of one cell would stand out of its plot, into the text above.
    gc.setLineJoin(StrokeLineJoin.ROUND);
    trace(gc, plot, day::transaction, top, false);
  }

  /** Where the curve is cut off: one timeout of 30 s would press the rest of the day flat. The label says so. */
  private static int top(Day day, int most) {
    int[] known = IntStream.range(0, Day.CELLS).map(day::transaction).filter(ms -> ms != Day.GAP).sorted().toArray();
    if (known.length == 0) return most;
    int usual = known[known.length * 9 / 10];
    return most <= 2.5 * usual ? most : Math.max(1, (int) (1.5 * usual));
  }

  /** The greatest time of the day. */
  private static int most(Day day) {
    int most = 0;
    for (int i = 0; i < Day.CELLS; i++) most = Math.max(most, Math.max(day.response(i), day.transaction(i)));
    return most;
  }

  private static void trace(GraphicsContext gc, Box plot, IntUnaryOperator value, int top, boolean area) {
    int from = 0;
    while (from < Day.CELLS) {
      int to = from;
      while (to < Day.CELLS && value.applyAsInt(to) != Day.GAP) to++;
      if (to > from) run(gc, plot, value, top, area, from, to);
      from = Math.max(to, from + 1);
    }
  }

  private static void run(
      GraphicsContext gc, Box plot, IntUnaryOperator value, int top, boolean area, int from, int to) {
    double cell = plot.w() / Day.CELLS;
    gc.beginPath();
    if (area) gc.moveTo(plot.x() + from * cell, plot.bottom());
    for (int i = from; i < to; i++) {
      double y = plot.bottom() - plot.h() * Math.min(1, (double) value.applyAsInt(i) / top);
      // A run of one cell still is as wide as its five minutes.
      if (i == from) point(gc, plot.x() + i * cell, y, area);
      gc.lineTo(plot.x() + (i + (i == to - 1 ? 1 : 0.5)) * cell, y);
    }
    if (area) {
      gc.lineTo(plot.x() + to * cell, plot.bottom());
      gc.closePath();
      gc.fill();
    } else {
      gc.stroke();
    }
  }

  private static void point(GraphicsContext gc, double x, double y, boolean area) {
    if (area) gc.lineTo(x, y);
    else gc.moveTo(x, y);
  }
}
