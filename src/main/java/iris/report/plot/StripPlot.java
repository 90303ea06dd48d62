package iris.report.plot;

import iris.report.Block.Strip;
import iris.report.Block.Strip.State;
import iris.report.draw.Drawing;
import iris.report.draw.Ink;
import iris.report.draw.Spot;
import iris.report.draw.Stroke.Text.Side;
import java.util.List;

/**
 * A cell for each day, filled from below by what it was: an outage of five minutes is too thin to be seen in a day, so
 * whatever was bad or unknown is never drawn thinner than {@link #LEAST}. What nobody said anything about stays empty.
 */
public final class StripPlot {
  private static final double CELLS = 46;
  private static final double LEAST = 4;
  private static final double SIZE = 7.5;
  /** Narrower cells have no room for a number each. */
  private static final double LABELLED = 12;
  private static final double GAP = 1.5;
  private static final double HEIGHT = 14 + CELLS + 12;

  private final Strip strip;
  private final double width;
  private final Sketch sketch = new Sketch();

  private StripPlot(Strip strip, double width) {
    this.strip = strip;
    this.width = width;
  }

  /** @param width in points */
  public static Drawing of(Strip strip, double width) {
    StripPlot plot = new StripPlot(strip, width);
    plot.keys();
    plot.days();
    return plot.sketch.done(width, HEIGHT);
  }

  private void keys() {
    double column = width / Math.max(1, strip.keys().size());
    for (int i = 0; i < strip.keys().size(); i++) {
      double x = i * column;
      sketch.frame(x, 1, 9, 9, Ink.GRID, 0.5, 0);
      fill(strip.keys().get(i).state(), x, 1, 9, 9);
      sketch.text(x + 13, 6 + SIZE * 0.35, strip.keys().get(i).name(), SIZE, Side.LEFT, Ink.TEXT);
    }
  }

  private void days() {
    double step = width / strip.days().size();
    double gap = Math.min(GAP, step / 5);
    int each = (int) Math.ceil(LABELLED / step);
    for (int i = 0; i < strip.days().size(); i++) {
      Strip.Day day = strip.days().get(i);
      cell(day, i * step, 14, step - gap);
      if (i % each == 0) sketch.text(i * step + (step - gap) / 2, HEIGHT - 2, day.label(), SIZE, Side.MIDDLE, Ink.SOFT);
    }
  }

  private void cell(Strip.Day day, double x, double y, double wide) {
    double floor = y + CELLS;
    double[] heights = heights(day);
    for (State state : State.values()) {
      double high = heights[state.ordinal()];
      if (high <= 0) continue;
      floor -= high;
      fill(state, x, floor, wide, high);
    }
    sketch.frame(x, y, wide, CELLS, Ink.GRID, 0.5, 0);
  }

  /** What is lifted to the least height is taken from the well, or from the emptiness above. */
  private static double[] heights(Strip.Day day) {
    double[] heights = new double[State.values().length];
    double all = 0;
    for (State state : State.values()) {
      double share = day.shares().getOrDefault(state, 0.0);
      if (share <= 0) continue;
      heights[state.ordinal()] = state == State.UP ? share * CELLS : Math.max(LEAST, share * CELLS);
      all += heights[state.ordinal()];
    }
    int up = State.UP.ordinal();
    double over = Math.max(0, all - CELLS);
    double taken = Math.min(over, heights[up]);
    heights[up] -= taken;
    // Several thin layers and no well: all shrink alike.
    if (over - taken > 0)
      for (int i = 0; i < heights.length; i++) heights[i] *= CELLS / (all - taken);
    return heights;
  }

  private void fill(State state, double x, double y, double wide, double high) {
    switch (state) {
      case UP -> sketch.box(x, y, wide, high, Ink.UP);
      case DEGRADED -> {
        sketch.box(x, y, wide, high, Ink.DEGRADED);
        sketch.frame(x, y, wide, high, Ink.DEGRADED_EDGE, 0.7, 0);
      }
      case DOWN -> {
        sketch.box(x, y, wide, high, Ink.DOWN);
        if (high >= 7 && wide >= 7) cross(x + wide / 2, y + high / 2, 2.2);
      }
      case UNKNOWN -> sketch.hatch(x, y, wide, high, Ink.UNKNOWN);
      case WORKS -> sketch.frame(x + 0.8, y + 0.8, wide - 1.6, Math.max(0.5, high - 1.6), Ink.WORKS, 0.8, 2);
    }
  }

  private void cross(double x, double y, double r) {
    sketch.path(List.of(new Spot(x - r, y - r), new Spot(x + r, y + r)), Ink.ON_DOWN, 1, 0);
    sketch.path(List.of(new Spot(x - r, y + r), new Spot(x + r, y - r)), Ink.ON_DOWN, 1, 0);
  }
}
