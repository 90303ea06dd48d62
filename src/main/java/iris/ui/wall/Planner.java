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
  private final Widths widths;

  private Planner(double w, double h, double u, Sight sight, Widths widths) {
    this.w = w;
    this.h = h;
    this.u = u;
    this.sight = sight;
    this.widths = widths;
  }

  /**
   * Widths at size 1 of the longest texts that must never be cut.
   *
   * @param state the widest state word
   * @param value the longest time that is usual: five digits
   * @param since the longest short since
   */
  record Widths(double state, double value, double since) {}

  static Plan plan(Variant variant, double w, double h, double unit, Sight sight, Widths widths) {
    // Seen from afar, the state word needs the room more than the figures do.
    boolean afar = variant == Variant.FULL && sight.state() > 1.8 * unit;
    double running = afar ? Math.min(unit, Math.max(Grid.FULL_FLOOR, 0.86 * unit)) : unit;
    // Text larger than is read with ease would take the room of the curve.
    if (variant == Variant.WIDE)
      running = sight.least() > AFAR * unit ? Math.max(Grid.FULL_FLOOR, 0.86 * unit) : Math.min(unit, sight.easy());
    Planner planner = new Planner(w, h, running, sight, widths);
    return switch (variant) {
      case HERO -> planner.hero();
      case FULL -> planner.full();
      case WIDE -> planner.wide();
      case COMPACT -> planner.compact();
    };
  }

  /** As large as wished, not under {@code least}, and never wider than the band or higher than {@code most}. */
  private double state(double room, double least, double most) {
    double fits = room / (widths.state + SHAPE + 2 * BAND_PAD);
    return Math.min(Math.clamp(sight.state(), least, Math.max(least, most)), fits);
  }

  /** Of the state's size: the shape with its distance to the word, the distance of both from the band's ends. */
  static final double SHAPE = 1.12;
  static final double BAND_PAD = 0.42;
  /** Of the running text: where the least that can be read is larger, the name and the state are all that counts. */
  private static final double AFAR = 1.3;
  /** Size of the figures of a wide tile, in units. */
  private static final double WIDE_VALUE = 1.3;
  /** Of the state's size: height of the band. */
  static final double BAND = 1.5;

  private Plan compact() {
    double p = 0.65 * u;
    double in = w - 2 * p;
    double figure = widths.value * 1.3 * u + 0.6 * u;
    double free = h - 2 * p - 1.5 * u - 1.3 * u - 0.5 * u;
    double state = state(in - figure, 1.3 * u, free / BAND);
    double band = state * BAND;
    double spare = Math.max(0, free - band);
    double name = Math.clamp(sight.easy(), 1.15 * u, Math.clamp(1.15 * u + spare * 0.3, 1.15 * u, 1.7 * u));
    double top = 1.5 * u + (name - 1.15 * u);
    double gap = Math.max(0, h - 2 * p - top - band - 1.3 * u) / 2;
    double y = p;
    Box bell = new Box(w - p - 1.35 * u, y + (top - 1.35 * u) / 2, 1.35 * u, 1.35 * u);
    Box priority = new Box(bell.x() - 1.75 * u, y, 1.5 * u, top);
    Box fallback = new Box(priority.x() - 1.6 * u, bell.y(), 1.35 * u, 1.35 * u);
    Box title = new Box(p, y, fallback.x() - 0.4 * u - p, top);
    y += top + gap;
    Box bandBox = new Box(p, y, in - figure, band);
    Box value = new Box(w - p - figure, y, figure, band);
    y += band + gap;
    Box ring = new Box(p, y + 0.1 * u, 1.15 * u, 1.15 * u);
    Box since = new Box(p + 1.6 * u, y, Math.min(widths.since * u + 0.2 * u, in - 1.6 * u), 1.3 * u);
    Box strip = new Box(since.right() + 0.7 * u, y + 0.12 * u, w - p - since.right() - 0.7 * u, 1.1 * u);
    var sizes = new Plan.Sizes(u, name, state, u, u, 0.85 * u, 1.3 * u, 0.85 * u);
    return new Plan(Variant.COMPACT, sizes, new Box(0, 0, w, h), title, fallback, bell, priority, bandBox, since,
        Box.NONE, List.of(value), Box.NONE, strip, Box.NONE, ring, Box.NONE, Box.NONE);
  }

  private Plan full() {
    double p = 0.95 * u;
    double in = w - 2 * p;
    double free = h - 2 * p - (1.7 + 1.5 + 2.56 + 3.75 + 1.1 + 1.7 + 2.05) * u;
    double state = state(in, 1.7 * u, Math.max(1.7 * u, (free - 2.4 * u) * 0.8 / BAND));
    double band = state * BAND;
    double name = Math.clamp(sight.easy(), 1.3 * u, 1.55 * u);
    double spare = Math.max(0, free - band);
    double gap = 0.3 * u + Math.min(spare * 0.05, u);
    double chart = Math.max(0, spare - 6 * (gap - 0.3 * u));
    double y = p;
    Box bell = new Box(w - p - 1.5 * u, y + 0.1 * u, 1.5 * u, 1.5 * u);
    Box priority = new Box(bell.x() - 2 * u, y, 1.7 * u, 1.7 * u);
    Box fallback = new Box(priority.x() - 1.8 * u, y + 0.1 * u, 1.5 * u, 1.5 * u);
    Box title = new Box(p, y, fallback.x() - 0.5 * u - p, 1.7 * u);
    y += 1.7 * u + gap;
    Box bandBox = new Box(p, y, in, band);
    y += band + gap;
    Box since = new Box(p, y, in, 1.5 * u);
    y += 1.5 * u;
    Box lines = new Box(p, y, in, 2.56 * u);
    y += 2.56 * u + gap;
    List<Box> figures = thirds(p, y, in, 3.75 * u);
    y += 3.75 * u + gap;
    double foot = h - p - 1.7 * u;
    double axis = chart > 4.2 * u ? 1.2 * u : 0;
    double strip = 1.1 * u + (chart > 5 * u ? 0.4 * u : 0);
    Box chartBox = new Box(p, y, in, Math.max(0, foot - gap - axis - strip - 0.25 * u - y));
    Box stripBox = new Box(p, chartBox.bottom() + 0.25 * u, in, strip);
    Box axisBox = axis == 0 ? Box.NONE : new Box(p, stripBox.bottom(), in, axis);
    Box ring = new Box(p, foot + 0.1 * u, 1.5 * u, 1.5 * u);
    // Between the two stays a gap that no eye reads over.
    Box age = new Box(p + 2 * u, foot, in * 0.44 - 2 * u, 1.7 * u);
    Box clocks = new Box(age.right() + u, foot, in * 0.56 - u, 1.7 * u);
    var sizes = new Plan.Sizes(u, name, state, 1.05 * u, u, 0.85 * u, value(figures, 1.6 * u), 0.85 * u);
    return new Plan(Variant.FULL, sizes, new Box(0, 0, w, h), title, fallback, bell, priority, bandBox, since, lines,
        figures, chartBox, stripBox, axisBox, ring, age, clocks);
  }

  /** The figures take what they need, the words the rest; seen from afar, that is all for the state word. */
  private Plan wide() {
    double p = 0.65 * u;
    double in = w - 2 * p;
    double needed = (widths.value * WIDE_VALUE + 0.7) * u / 0.31;
    boolean afar = sight.least() > AFAR * u;
    double right = afar ? needed : Math.max(needed, in * 0.46);
    double left = in - right - 1.1 * u;
    double foot = h - p - 1.5 * u;
    double least = afar ? 1.7 * u : 1.2 * u;
    double free = foot - p - 1.1 * least - (0.3 + 1.35 + 2.56 + 0.6) * u;
    double state = state(left, 1.3 * u, free / BAND);
    double band = state * BAND;
    double spare = Math.max(0, free - band);
    double name = Math.clamp(sight.easy(), least, Math.max(least, Math.min(1.9 * u, least + spare * 0.36)));
    double top = 0.3 * u + name * 1.1;
    Box bell = new Box(w - p - 1.35 * u, p + 0.08 * u, 1.35 * u, 1.35 * u);
    Box priority = new Box(bell.x() - 1.8 * u, p, 1.5 * u, 1.5 * u);
    Box fallback = new Box(priority.x() - 1.6 * u, bell.y(), 1.35 * u, 1.35 * u);
    Box title = new Box(p, p, fallback.x() - 0.4 * u - p, top);
    double y = p + top + 0.2 * u;
    Box bandBox = new Box(p, y, left, band);
    Box since = new Box(p, bandBox.bottom() + 0.2 * u, left, 1.35 * u);
    Box lines = new Box(p, since.bottom(), left, foot - 0.2 * u - since.bottom());
    double x = p + left + 1.1 * u;
    List<Box> figures = thirds(x, y, right, 3.4 * u);
    double from = figures.getFirst().bottom() + 0.15 * u;
    double axis = foot - from > 6.5 * u ? 1.2 * u : 0;
    Box strip = new Box(x, foot - 0.35 * u - axis - 1.05 * u, right, 1.05 * u);
    Box chart = new Box(x, from, right, Math.max(0, strip.y() - 0.2 * u - from));
    Box axisBox = axis == 0 ? Box.NONE : new Box(x, strip.bottom(), right, axis);
    Box ring = new Box(p, foot + 0.1 * u, 1.3 * u, 1.3 * u);
    Box age = new Box(p + 1.8 * u, foot, left - 1.8 * u, 1.5 * u);
    Box clocks = new Box(x, foot, right, 1.5 * u);
    var sizes = new Plan.Sizes(u, name, state, 1.05 * u, u, 0.85 * u, WIDE_VALUE * u, 0.85 * u);
    return new Plan(Variant.WIDE, sizes, new Box(0, 0, w, h), title, fallback, bell, priority, bandBox, since, lines,
        figures, chart, strip, axisBox, ring, age, clocks);
  }

  /** As large as wished, and never so large that five digits and their unit leave their place. */
  private double value(List<Box> figures, double wished) {
    return Math.min(wished, (figures.getFirst().w() - 0.7 * u) / widths.value);
  }

  private static List<Box> thirds(double x, double y, double w, double h) {
    return List.of(new Box(x, y, w * 0.31, h), new Box(x + w * 0.31, y, w * 0.32, h),
        new Box(x + w * 0.63, y, w * 0.37, h));
  }

  private Plan hero() {
    double p = 1.4 * u;
    double in = w - 2 * p;
    double y = p;
    Box title = new Box(p, y, in - 12 * u, 2.8 * u);
    Box bell = new Box(w - p - 2.5 * u, y + 0.15 * u, 2.5 * u, 2.5 * u);
    Box priority = new Box(bell.x() - 3.6 * u, y, 3.2 * u, 2.8 * u);
    Box fallback = new Box(priority.x() - 3 * u, y + 0.15 * u, 2.5 * u, 2.5 * u);
    y += 2.8 * u + 0.7 * u;
    double state = state(in, 3 * u, Math.max(3 * u, h * (w > Variant.BROAD * h ? 0.15 : 0.135)));
    Box band = new Box(p, y, in, state * BAND);
    y = band.bottom() + 0.9 * u;
    double left = in * 0.36;
    double x = p + left + 1.4 * u;
    double right = w - p - x;
    double foot = h - p - 2.4 * u;
    Box since = new Box(p, y, left, 2.2 * u);
    Box lines = new Box(p, since.bottom() + 0.5 * u, left, foot - u - since.bottom() - 0.5 * u);
    List<Box> figures = thirds(x, y, right, 5 * u);
    double strip = 2.2 * u;
    double axis = 1.7 * u;
    double top = y + 5.4 * u;
    Box chart = new Box(x, top, right, Math.max(0, foot - 0.8 * u - axis - strip - 0.4 * u - top));
    Box stripBox = new Box(x, chart.bottom() + 0.4 * u, right, strip);
    Box axisBox = new Box(x, stripBox.bottom(), right, axis);
    Box ring = new Box(p, foot, 2.4 * u, 2.4 * u);
    Box age = new Box(p + 3.2 * u, foot, left - 3.2 * u, 2.4 * u);
    Box clocks = new Box(x, foot, right, 2.4 * u);
    var sizes = new Plan.Sizes(u, 2.2 * u, state, 1.5 * u, 1.1 * u, u, value(figures, 2.5 * u), 1.05 * u);
    return new Plan(Variant.HERO, sizes, new Box(0, 0, w, h), title, fallback, bell, priority, band, since, lines,
        figures, chart, stripBox, axisBox, ring, age, clocks);
  }
}
