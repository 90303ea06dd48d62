package iris.report.plot;

import iris.report.Block.Chart;
import iris.report.draw.Drawing;
import iris.report.draw.Ink;
import iris.report.draw.Spot;
import iris.report.draw.Stroke.Text.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lines over time as strokes. Each line has a colour and a dash of its own: a copy in grey tells them apart. */
public final class ChartPlot {
  private static final double HEIGHT = 150;
  private static final double SIZE = 7.5;
  private static final double LEFT = 46;
  private static final double RIGHT = 8;
  private static final double TOP = 20;
  private static final double BOTTOM = 16;
  private static final double DOT = 1.8;
  private static final double BEYOND = 2.5;
  private static final List<Ink> INKS = List.of(Ink.FIRST, Ink.SECOND, Ink.THIRD, Ink.FOURTH);
  private static final double[] DASHES = {0, 5, 2, 8};

  private final Chart chart;
  private final double width;
  private final Sketch sketch = new Sketch();

  private ChartPlot(Chart chart, double width) {
    this.chart = chart;
    this.width = width;
  }

  /** @param width in points */
  public static Drawing of(Chart chart, double width) {
    ChartPlot plot = new ChartPlot(chart, width);
    plot.axes();
    plot.names();
    for (int i = 0; i < chart.series().size(); i++) plot.series(chart.series().get(i), i);
    return plot.sketch.done(width, HEIGHT);
  }

  private double x(Instant at) {
    double share = (double) Duration.between(chart.from(), at).toMillis()
        / Duration.between(chart.from(), chart.to()).toMillis();
    return LEFT + Math.clamp(share, 0, 1) * (width - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - Math.clamp(value / chart.top(), 0, 1) * (HEIGHT - BOTTOM - TOP);
  }

  private void axes() {
    for (Chart.Level level : chart.levels()) {
      double y = y(level.value());
      sketch.line(Ink.GRID, 0.5, LEFT, y, width - RIGHT, y);
      sketch.text(LEFT - 4, y + SIZE * 0.35, level.label(), SIZE, Side.RIGHT, Ink.SOFT);
    }
    for (Chart.Tick tick : chart.ticks()) {
      double x = x(tick.at());
      sketch.line(Ink.GRID, 0.5, x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 3);
      Side side = x < LEFT + 10 ? Side.LEFT : x > width - RIGHT - 12 ? Side.RIGHT : Side.MIDDLE;
      sketch.text(x, HEIGHT - 4, tick.label(), SIZE, side, Ink.SOFT);
    }
  }

  /** Above the lines, each with a piece of its own line before it, in columns as wide as the longest might need. */
  private void names() {
    double column = (width - LEFT - RIGHT) / Math.max(1, chart.series().size());
    for (int i = 0; i < chart.series().size(); i++) {
      double x = LEFT + i * column;
      sketch.path(List.of(new Spot(x, 7), new Spot(x + 20, 7)), ink(i), thick(i), dash(i));
      sketch.text(x + 24, 7 + SIZE * 0.35, chart.series().get(i).name(), SIZE, Side.LEFT, Ink.TEXT);
    }
  }

  private void series(Chart.Series series, int at) {
    for (List<Chart.Point> run : series.runs()) {
      List<Spot> spots = run.stream().map(p -> new Spot(x(p.at()), y(p.value()))).toList();
      for (Chart.Point p : run) if (p.value() > chart.top()) beyond(x(p.at()), at);
      // One stretch between two gaps is a dot: a line would need a second.
      if (spots.size() == 1) sketch.box(spots.getFirst().x() - DOT / 2, spots.getFirst().y() - DOT / 2, DOT, DOT, ink(at));
      else sketch.path(spots, ink(at), thick(at), dash(at));
    }
  }

  private void beyond(double x, int at) {
    double y = y(chart.top());
    sketch.area(ink(at), List.of(new Spot(x - BEYOND, y), new Spot(x + BEYOND, y), new Spot(x, y - 1.6 * BEYOND)));
  }

  private static Ink ink(int at) {
    return INKS.get(at % INKS.size());
  }

  private static double dash(int at) {
    return DASHES[at % DASHES.length];
  }

  private static double thick(int at) {
    return at == 0 ? 1.2 : 0.9;
  }
}
