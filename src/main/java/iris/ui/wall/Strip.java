package iris.ui.wall;

import iris.signal.Verdict;
import iris.ui.draw.Box;
import iris.ui.draw.Hatch;
import iris.ui.draw.Pen;
import iris.ui.draw.Role;
import iris.ui.theme.Type;
import java.time.Instant;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * The last 24 hours in 288 cells. Told apart by height before colour: what worked is low and grey, degraded higher,
 * down as high as the strip; a gap is hatched, maintenance is an empty frame.
 */
final class Strip {
  private static final List<Verdict> WORST_LAST =
      List.of(Verdict.UNKNOWN, Verdict.MAINTENANCE, Verdict.UP, Verdict.DEGRADED, Verdict.DOWN);
  private static final double LOW = 0.36;
  private static final double MIDDLE = 0.7;
  /** A lone bad cell is drawn this wide at least, px: five minutes of outage must not vanish on a small tile. */
  private static final double SEEN = 3;

  private Strip() {}

  static void draw(GraphicsContext gc, Box box, Day day, Ink ink) {
    // In the order of what must not be covered: the worst last.
    for (Verdict verdict : WORST_LAST)
      runs(gc, box, day, ink, verdict);
  }

  private static void runs(GraphicsContext gc, Box box, Day day, Ink ink, Verdict verdict) {
    int from = 0;
    while (from < Day.CELLS) {
      int to = from;
      while (to < Day.CELLS && day.verdict(to) == verdict) to++;
      if (to > from) run(gc, place(box, from, to), ink, verdict);
      from = Math.max(to, from + 1);
    }
  }

  private static Box place(Box box, int from, int to) {
    double left = Math.round(box.x() + box.w() * from / Day.CELLS);
    double right = Math.round(box.x() + box.w() * to / Day.CELLS);
    return new Box(left, Math.round(box.y()), Math.max(1, right - left), Math.round(box.h()));
  }

  private static void run(GraphicsContext gc, Box run, Ink ink, Verdict verdict) {
    switch (verdict) {
      case UP -> bar(gc, run, LOW, ink.palette().between(Role.TILE, Role.UP, ink.stale() ? 0.35 : 0.6));
      case DEGRADED -> bar(gc, seen(run), MIDDLE, ink.data(Role.DEGRADED));
      case DOWN -> bar(gc, seen(run), 1, ink.data(Role.DOWN));
      case UNKNOWN -> {
        Color lines = ink.palette().between(Role.TILE, Role.UNKNOWN, 0.5);
        Hatch.fill(gc, run, Math.clamp(run.h() * 0.3, 4, 9), 1, lines);
      }
      case MAINTENANCE -> frame(gc, run, ink.data(Role.MAINTENANCE));
    }
  }

  private static Box seen(Box run) {
    return run.w() >= SEEN ? run : new Box(run.x() - (SEEN - run.w()) / 2, run.y(), SEEN, run.h());
  }

  private static void bar(GraphicsContext gc, Box run, double high, Color colour) {
    double h = Math.max(1, Math.round(run.h() * high));
    gc.setFill(colour);
    gc.fillRect(run.x(), run.bottom() - h, run.w(), h);
  }

  private static void frame(GraphicsContext gc, Box run, Color colour) {
    gc.setStroke(colour);
    gc.setLineWidth(1);
    gc.setLineDashes(4, 3);
    gc.strokeRect(run.x() + 0.5, run.y() + 0.5, Math.max(1, run.w() - 1), run.h() - 1);
    gc.setLineDashes();
  }

  /** Hours under the strip: each sixth hour of the reader's day. */
  static void axis(Pen pen, Box box, Box strip, Day day, TileWords words, double size, Color colour) {
    if (box.isNone()) return;
    Instant start = day.end().minus(Day.CELL.multipliedBy(Day.CELLS));
    for (int cell = 0; cell < Day.CELLS; cell++) {
      Instant at = start.plus(Day.CELL.multipliedBy(cell));
      if (!words.sixthHour(at)) continue;
      String hour = words.hour(at);
      double x = strip.x() + strip.w() * cell / Day.CELLS;
      double half = pen.width(hour, Type.REGULAR, size) / 2;
      pen.gc().setFill(colour);
      pen.gc().fillRect(Math.round(x), strip.bottom(), 1, Math.max(2, size * 0.25));
      if (x - half >= strip.x() && x + half <= strip.right())
        pen.line(hour, new Box(x - half, box.y() + size * 0.2, 2 * half + 1, box.h() - size * 0.2),
            Type.REGULAR, size, Pen.Side.LEFT, colour);
    }
  }
}
