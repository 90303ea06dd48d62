package iris.ui.wall;

import iris.ui.draw.Box;
import java.util.List;

/**
 * Lays out a tile. The state word and the name take what the reader's sight asks for as far as the tile has it; the
 * running text has the unit; what is left goes to the curve.
 */
final class Planner {
  private final double w;
  private final double h;
  private final double u;
  private final Sight sight;
  /** Width of the widest state word in parts of its size. */
  private final double widest;

  private Planner(double w, double h, double u, Sight sight, double widest) {
    this.w = w;
    this.h = h;
    this.u = u;
    this.sight = sight;
    this.widest = widest;
  }

  /** @param widest width of the widest state word at size 1 */
  static Plan plan(Variant variant, double w, double h, double unit, Sight sight, double widest) {
    Planner planner = new Planner(w, h, unit, sight, widest);
    return switch (variant) {
      case HERO -> planner.hero();
      case FULL -> planner.full();
      case COMPACT -> planner.compact();
    };
  }

  /** As large as wished, not under {@code least}, and never wider than the band or higher than {@code most}. */
  private double state(double room, double least, double most) {
    double fits = room / (widest + SHAPE + 2 * BAND_PAD);
    return Math.min(Math.clamp(sight.state(), least, Math.max(least, most)), fits);
  }

  /** Of the state's size: the shape with its distance to the word, the distance of both from the band's ends. */
  static final double SHAPE = 1.12;
  static final double BAND_PAD = 0.42;
  /** Of the state's size: height of the band. */
  static final double BAND = 1.5;

  private Plan compact() {
    double p = 0.75 * u;
    double in = w - 2 * p;
    double free = h - 2 * p - 1.5 * u - 1.45 * u - 1.15 * u;
    double state = state(in, 1.2 * u, (free - 0.5 * u) / BAND);
    double name = Math.clamp(sight.easy(), 1.1 * u, Math.max(1.1 * u, Math.min(1.5 * u, state)));
    double band = state * BAND;
    double rest = Math.max(0, free - band);
    double y = p;
    double top = 1.5 * u + Math.min(rest * 0.2, name - 1.1 * u);
    Box bell = new Box(w - p - 1.35 * u, y + (top - 1.35 * u) / 2, 1.35 * u, 1.35 * u);
    Box priority = new Box(bell.x() - 1.75 * u, y, 1.55 * u, top);
    Box fallback = new Box(priority.x() - 1.6 * u, bell.y(), 1.35 * u, 1.35 * u);
    Box title = new Box(p, y, fallback.x() - 0.4 * u - p, top);
    double gap = Math.max(0, h - 2 * p - top - band - 1.45 * u - 1.15 * u) / 3;
    y += top + gap;
    Box bandBox = new Box(p, y, in, band);
    y += band + gap;
    Box since = new Box(p, y, in * 0.66, 1.45 * u);
    Box value = new Box(p + in * 0.66, y, in * 0.34, 1.45 * u);
    y += 1.45 * u + gap;
    Box ring = new Box(p, y, 1.15 * u, 1.15 * u);
    Box strip = new Box(p + 1.6 * u, y, in - 1.6 * u, 1.15 * u);
    var sizes = new Plan.Sizes(u, name, state, u, u, 0.85 * u, 1.05 * u, 0.85 * u);
    return new Plan(Variant.COMPACT, sizes, new Box(0, 0, w, h), title, fallback, bell, priority, bandBox, since,
        Box.NONE, List.of(value), Box.NONE, strip, Box.NONE, ring, Box.NONE, Box.NONE);
  }

  private Plan full() {
    double p = u;
    double in = w - 2 * p;
    double fixed = 1.7 * u + 1.5 * u + 2.5 * u + 2.9 * u + 1.7 * u + 1.5 * u + 2 * p + 1.4 * u;
    double free = h - fixed;
    double state = state(in, 1.7 * u, Math.max(1.7 * u, free * 0.5 / BAND));
    double band = state * BAND;
    double name = Math.clamp(sight.easy(), 1.3 * u, 1.6 * u);
    double spare = Math.max(0, free - band);
    double chart = spare * 0.78;
    double gap = (spare - chart) / 6 + 0.28 * u;
    double y = p * 0.9;
    Box bell = new Box(w - p - 1.5 * u, y, 1.5 * u, 1.5 * u);
    Box priority = new Box(bell.x() - 2 * u, y, 1.75 * u, 1.6 * u);
    Box fallback = new Box(priority.x() - 1.8 * u, y, 1.5 * u, 1.5 * u);
    Box title = new Box(p, y, fallback.x() - 0.5 * u - p, 1.7 * u);
    y += 1.7 * u + gap;
    Box bandBox = new Box(p, y, in, band);
    y += band + gap * 0.7;
    Box since = new Box(p, y, in, 1.5 * u);
    y += 1.5 * u;
    Box lines = new Box(p, y, in, 2.5 * u);
    y += 2.5 * u + gap;
    List<Box> figures = thirds(p, y, in, 2.9 * u);
    y += 2.9 * u + gap;
    Box chartBox = new Box(p, y, in, chart);
    y += chart + 0.2 * u;
    double foot = h - p * 0.8 - 1.7 * u;
    double axis = foot - y > 3.2 * u + gap ? 1.1 * u : 0;
    Box strip = new Box(p, y, in, Math.max(1.1 * u, foot - gap - axis - y));
    Box axisBox = axis == 0 ? Box.NONE : new Box(p, strip.bottom(), in, axis);
    Box ring = new Box(p, foot, 1.7 * u, 1.7 * u);
    Box age = new Box(p + 2.2 * u, foot, in * 0.42 - 2.2 * u, 1.7 * u);
    Box clocks = new Box(p + in * 0.42, foot, in * 0.58, 1.7 * u);
    var sizes = new Plan.Sizes(u, name, state, 1.05 * u, u, 0.85 * u, 1.55 * u, 0.85 * u);
    return new Plan(Variant.FULL, sizes, new Box(0, 0, w, h), title, fallback, bell, priority, bandBox, since, lines,
        figures, chartBox, strip, axisBox, ring, age, clocks);
  }

  private static List<Box> thirds(double x, double y, double w, double h) {
    return List.of(new Box(x, y, w * 0.31, h), new Box(x + w * 0.31, y, w * 0.32, h),
        new Box(x + w * 0.63, y, w * 0.37, h));
  }

  private Plan hero() {
    double p = 1.5 * u;
    double left = (w - 3 * p) * 0.42;
    double x = 2 * p + left;
    double right = w - p - x;
    double y = p;
    Box title = new Box(p, y, left, 3 * u);
    Box bell = new Box(w - p - 2.6 * u, y + 0.2 * u, 2.6 * u, 2.6 * u);
    Box priority = new Box(bell.x() - 3.6 * u, y, 3.2 * u, 3 * u);
    Box fallback = new Box(priority.x() - 3.2 * u, y + 0.2 * u, 2.6 * u, 2.6 * u);
    y += 3 * u + u;
    double state = state(left, 2.4 * u, Math.max(2.4 * u, h * 0.16));
    Box band = new Box(p, y, left, state * BAND);
    double below = band.bottom() + 0.8 * u;
    Box since = new Box(p, below, left, 2 * u);
    double foot = h - p - 2.6 * u;
    Box lines = new Box(p, since.bottom() + 0.4 * u, left, foot - u - since.bottom() - 0.4 * u);
    List<Box> figures = thirds(x, y, right, 5 * u);
    double strip = 3 * u;
    double axis = 1.6 * u;
    double top = y + 5 * u + u;
    Box chart = new Box(x, top, right, foot - u - axis - strip - 0.4 * u - top);
    Box stripBox = new Box(x, chart.bottom() + 0.4 * u, right, strip);
    Box axisBox = new Box(x, stripBox.bottom(), right, axis);
    Box ring = new Box(p, foot, 2.6 * u, 2.6 * u);
    Box age = new Box(p + 3.4 * u, foot, left - 3.4 * u, 2.6 * u);
    Box clocks = new Box(x, foot, right, 2.6 * u);
    var sizes = new Plan.Sizes(u, 2 * u, state, 1.35 * u, 1.1 * u, 1.05 * u, 2.6 * u, 1.1 * u);
    return new Plan(Variant.HERO, sizes, new Box(0, 0, w, h), title, fallback, bell, priority, band, since, lines,
        figures, chart, stripBox, axisBox, ring, age, clocks);
  }
}
