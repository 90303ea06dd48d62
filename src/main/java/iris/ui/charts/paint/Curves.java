package iris.ui.charts.paint;

import iris.ui.charts.model.Columns;
import iris.ui.charts.model.Levels;

/** Lines and areas in a band, column by column. Where nothing is known nothing is drawn, and nothing across it. */
final class Curves {
  /** What joins two values is fainter than the values: else a restless hour is a wall. */
  private static final double JOINT = 0.45;

  private final Raster raster;
  private final Band band;
  private final Levels levels;
  private final int ground;

  Curves(Raster raster, Band band, Levels levels, int ground) {
    this.raster = raster;
    this.band = band;
    this.levels = levels;
    this.ground = ground;
  }

  private int y(double value) {
    return band.y() + (int) Math.round(levels.y(value, band.h() - 1.0));
  }

  void line(Columns columns, Stroke stroke, int colour) {
    int joint = Raster.mix(ground, colour, JOINT);
    for (int c = 0; c < columns.width(); c++) {
      if (columns.gap(c)) continue;
      int top = y(columns.most(c));
      int foot = y(columns.least(c));
      if (!columns.torn(c)) between(c, top, foot, stroke, joint);
      if (columns.joined(c)) join(c, y(columns.last(c - 1)), y(columns.first(c)), stroke, joint);
      // A break of the rhythm hides no peak: what stands out of its line is drawn all the same.
      boolean steep = foot - top > stroke.width() || columns.joined(c) && Math.abs(y(columns.last(c - 1)) - top) > stroke.width();
      if (!steep && !stroke.on(c)) continue;
      dot(c, top, stroke, colour);
      if (foot != top) dot(c, foot, stroke, colour);
    }
  }

  private void dot(int c, int y, Stroke stroke, int colour) {
    raster.rect(c, Math.clamp(y - stroke.width() / 2, band.y(), band.bottom() - stroke.width()), 1, stroke.width(), colour);
  }

  private void join(int c, int before, int now, Stroke stroke, int joint) {
    between(c, Math.min(before, now), Math.max(before, now), stroke, joint);
  }

  private void between(int c, int top, int foot, Stroke stroke, int joint) {
    if (foot - top > stroke.width()) raster.rect(c, top, 1, foot - top, joint);
  }

  /** From the foot of the band up to the greatest value of each column. */
  void area(Columns columns, int colour, double share) {
    for (int c = 0; c < columns.width(); c++) {
      if (columns.gap(c)) continue;
      int top = y(columns.most(c));
      raster.blend(c, top, 1, band.bottom() - top, colour, share);
    }
  }

  /** Over the whole width, as a limit is. */
  void level(double value, Stroke stroke, int colour) {
    if (value > levels.high()) return;
    int y = y(value);
    for (int x = 0; x < raster.width(); x++) if (stroke.on(x)) raster.rect(x, y, 1, stroke.width(), colour);
  }
}
