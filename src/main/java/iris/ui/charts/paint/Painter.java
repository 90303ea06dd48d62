package iris.ui.charts.paint;

import iris.alarm.AlarmKey.Kind;
import iris.ui.charts.model.Figure;
import iris.ui.charts.model.Levels;
import iris.ui.charts.model.Mark;
import iris.ui.charts.model.Sheet;
import iris.ui.charts.model.Shares;
import iris.ui.charts.model.State;
import iris.ui.charts.model.Ticks.Tick;
import iris.ui.draw.Role;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Paints one picture of a chart. */
public final class Painter {
  /** px between two round values beside a band. */
  public static final double APART = 26;
  private static final int HATCH = 9;

  private final Raster raster;
  private final Layout layout;
  private final Inks inks;

  public Painter(Raster raster, Layout layout, Inks inks) {
    this.raster = raster;
    this.layout = layout;
    this.inks = inks;
  }

  /**
   * What is painted besides the figures.
   *
   * @param limit ms over which a p95 is degraded
   */
  public record Around(List<Tick> ticks, List<Mark> marks, OptionalDouble limit, Instant now) {}

  public void paint(Sheet sheet, Around around) {
    raster.clear(inks.of(Role.PAGE));
    for (Band band : layout.bands()) raster.rect(0, band.y(), raster.width(), band.h(), inks.of(Role.TILE));
    int lanes = layout.acts().bottom() - layout.episodes().y();
    raster.rect(0, layout.episodes().y() - 1, raster.width(), lanes + 1, inks.of(Role.TILE));
    shade(sheet, around);
    grid(sheet, around.ticks());
    times(sheet, around.limit());
    traffic(sheet);
    Strips strips = new Strips(raster, inks);
    strips.failures(layout.failures(), sheet.failures(), sheet.failed());
    strips.spent(layout.strip(), sheet.shares());
    new Lanes(raster, inks, sheet.x(), around.now()).draw(layout, around.marks());
  }

  /** What was not measured is hatched behind the curves, and an outage tints the time it took. */
  private void shade(Sheet sheet, Around around) {
    Shares shares = sheet.shares();
    int lines = inks.faint(Role.UNKNOWN, 0.16);
    for (int c = 0; c < shares.width(); c++)
      if (shares.missing(c) + shares.of(State.UNKNOWN, c) > 0.5)
        for (Band band : List.of(layout.times(), layout.traffic(), layout.failures()))
          raster.hatch(c, band.y(), 1, band.h(), HATCH, lines);
    for (Mark mark : around.marks())
      if (mark instanceof Mark.Stood s && s.episode().alarm().kind() == Kind.OUTAGE) tint(sheet, mark, around.now());
  }

  private void tint(Sheet sheet, Mark mark, Instant now) {
    int from = (int) Math.clamp(sheet.x().x(mark.from()), 0, raster.width());
    int to = (int) Math.clamp(Math.ceil(sheet.x().x(mark.to().orElse(now))), 0, raster.width());
    raster.blend(from, layout.times().y(), to - from, layout.times().h(), inks.of(Role.DOWN), 0.14);
  }

  private void grid(Sheet sheet, List<Tick> ticks) {
    int line = inks.faint(Role.LINE, 0.75);
    for (Tick tick : ticks) {
      int x = (int) Math.round(sheet.x().x(tick.at()));
      for (Band band : List.of(layout.times(), layout.traffic(), layout.failures())) raster.rect(x, band.y(), 1, band.h(), line);
    }
    levels(layout.times(), sheet.millis(), line);
    levels(layout.traffic(), sheet.traffic(), line);
    levels(layout.failures(), sheet.failed(), line);
  }

  private void levels(Band band, Levels levels, int line) {
    for (double value : levels.ticks(band.h(), APART))
      raster.rect(0, Math.min(band.bottom() - 1, band.y() + (int) Math.round(levels.y(value, band.h() - 1.0))), raster.width(), 1, line);
  }

  private void times(Sheet sheet, OptionalDouble limit) {
    Curves curves = new Curves(raster, layout.times(), sheet.millis(), inks.of(Role.TILE));
    curves.area(Objects.requireNonNull(sheet.times().get(Figure.MAX)), inks.of(Role.TEXT), 0.09);
    draw(curves, sheet, Figure.MAX);
    curves.line(sheet.behind(), Stroke.BEHIND, inks.of(Stroke.BEHIND.role()));
    draw(curves, sheet, Figure.P50);
    draw(curves, sheet, Figure.P99);
    draw(curves, sheet, Figure.P95);
    int place = 0;
    for (var party : sheet.responses().values()) {
      Stroke stroke = Stroke.party(place++);
      curves.line(party, stroke, inks.of(stroke.role()));
    }
    draw(curves, sheet, Figure.MEAN);
    limit.ifPresent(ms -> curves.level(ms, Stroke.LIMIT, inks.of(Stroke.LIMIT.role())));
  }

  private void draw(Curves curves, Sheet sheet, Figure figure) {
    Stroke stroke = Stroke.of(figure);
    int colour = figure == Figure.MAX ? inks.faint(stroke.role(), 0.55) : inks.of(stroke.role());
    curves.line(Objects.requireNonNull(sheet.times().get(figure)), stroke, colour);
  }

  private void traffic(Sheet sheet) {
    Curves curves = new Curves(raster, layout.traffic(), sheet.traffic(), inks.of(Role.TILE));
    curves.area(sheet.total(), inks.of(Role.UP), 0.3);
    curves.line(sheet.trafficBehind(), Stroke.BEHIND, inks.of(Stroke.BEHIND.role()));
    curves.line(sheet.total(), Stroke.of(Figure.MAX), inks.of(Role.UP));
  }

  /** The height of a value in a band, px from the top of the picture; empty where it is cut off. */
  public static Optional<Double> y(Band band, Levels levels, double value) {
    if (Double.isNaN(value) || value > levels.high()) return Optional.empty();
    return Optional.of(band.y() + levels.y(value, band.h() - 1.0));
  }
}
