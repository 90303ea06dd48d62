package iris.ui.charts;

import iris.signal.Origin;
import iris.ui.charts.model.Columns;
import iris.ui.charts.model.Figure;
import iris.ui.charts.model.Levels;
import iris.ui.charts.model.Sheet;
import iris.ui.charts.model.Ticks;
import iris.ui.charts.paint.Band;
import iris.ui.charts.paint.Layout;
import iris.ui.charts.paint.Painter;
import iris.ui.charts.paint.Stroke;
import iris.ui.draw.Box;
import iris.ui.draw.Palette;
import iris.ui.draw.Pen;
import iris.ui.draw.Role;
import iris.ui.draw.Ruler;
import iris.ui.theme.Type;
import iris.words.Words;
import java.time.Duration;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** What is written around a chart: values at the left, names of the curves at the right, times at the foot. */
final class Margins {
  static final double LEFT = 62;
  static final double RIGHT = 92;
  static final double FOOT = 32;
  private static final double SIZE = 12;
  private static final double LINE = 14;
  private static final double SAMPLE = 20;

  private static final Duration TURNS = Duration.ofDays(15);

  final Canvas left = new Canvas();
  final Canvas right = new Canvas();
  final Canvas foot = new Canvas();
  private final Words words;
  private final Moments moments;
  private final Ruler ruler = new Ruler();

  Margins(Words words, Moments moments) {
    this.words = words;
    this.moments = moments;
  }

  /** @param width of the picture, px */
  void size(double width, double height) {
    left.setWidth(LEFT);
    left.setHeight(height + FOOT);
    right.setWidth(RIGHT);
    right.setHeight(height);
    foot.setWidth(width + RIGHT);
    foot.setHeight(FOOT);
  }

  void draw(Shot shot, Layout layout, Palette palette) {
    values(shot.sheet(), layout, palette);
    names(shot, layout, palette);
    times(shot, palette);
  }

  private Pen pen(Canvas canvas) {
    GraphicsContext gc = canvas.getGraphicsContext2D();
    gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    return new Pen(gc, ruler);
  }

  private void values(Sheet sheet, Layout layout, Palette palette) {
    Pen pen = pen(left);
    values(pen, layout.times(), sheet.millis(), palette);
    values(pen, layout.traffic(), sheet.traffic(), palette);
    values(pen, layout.failures(), sheet.failed(), palette);
  }

  private void values(Pen pen, Band band, Levels levels, Palette palette) {
    for (double value : levels.ticks(band.h(), Painter.APART)) {
      double y = band.y() + levels.y(value, band.h() - 1.0);
      String said = value == Math.rint(value) ? words.figures().number(Math.round(value)) : fraction(value);
      pen.line(said, new Box(0, y - LINE / 2, LEFT - 6, LINE), Type.REGULAR, SIZE, Pen.Side.RIGHT, palette.of(Role.SOFT));
    }
  }

  private String fraction(double value) {
    return String.format(words.lang().locale(), value < 0.1 ? "%.2f" : "%.1f", value);
  }

  /** The name of a curve, where it is last known. */
  private record Name(String said, Stroke stroke, double y) {}

  private void names(Shot shot, Layout layout, Palette palette) {
    Pen pen = pen(right);
    Sheet sheet = shot.sheet();
    List<Name> names = new ArrayList<>();
    for (Map.Entry<Figure, Columns> e : sheet.times().entrySet())
      name(names, words.say("ui.charts.figure." + e.getKey()), Stroke.of(e.getKey()), e.getValue(), sheet, layout);
    int place = 0;
    for (Map.Entry<String, Columns> e : sheet.responses().entrySet())
      name(names, shot.party(e.getKey()), Stroke.party(place++), e.getValue(), sheet, layout);
    name(names, words.say("ui.charts.behind.name"), Stroke.BEHIND, sheet.behind(), sheet, layout);
    shot.limit().ifPresent(ms -> Painter.y(layout.times(), sheet.millis(), ms)
        .ifPresent(y -> names.add(new Name(words.say("ui.charts.limit"), Stroke.LIMIT, y))));
    write(pen, apart(names, layout.times()), palette);
    origins(pen, sheet, layout.failures(), palette);
  }

  /** With the pattern that failures of this origin have. */
  private void origins(Pen pen, Sheet sheet, Band band, Palette palette) {
    double y = band.y();
    for (Origin origin : sheet.failures().origins()) {
      Color ink = palette.of(Stroke.role(origin));
      Color empty = palette.between(Role.TILE, Stroke.role(origin), 0.35);
      for (int dx = 0; dx < SAMPLE; dx++)
        for (int dy = 2; dy < LINE - 2; dy++) {
          pen.gc().setFill(Stroke.inked(origin, dx, dy) ? ink : empty);
          pen.gc().fillRect(4 + dx, Math.round(y) + dy, 1, 1);
        }
      pen.line(words.say("ui.charts.origin." + origin), new Box(SAMPLE + 8, y, RIGHT - SAMPLE - 8, LINE), Type.REGULAR, SIZE,
          Pen.Side.LEFT, palette.of(Role.TEXT));
      y += LINE;
    }
  }

  private static void name(List<Name> names, String said, Stroke stroke, Columns columns, Sheet sheet, Layout layout) {
    last(columns).ifPresent(value -> Painter.y(layout.times(), sheet.millis(), value)
        .ifPresent(y -> names.add(new Name(said, stroke, y))));
  }

  private static OptionalDouble last(Columns columns) {
    for (int c = columns.width() - 1; c >= 0; c--) if (!columns.gap(c)) return OptionalDouble.of(columns.last(c));
    return OptionalDouble.empty();
  }

  /** Pushed apart where they would cover each other, in their order, and kept beside their band. */
  private static List<Name> apart(List<Name> names, Band band) {
    List<Name> all = new ArrayList<>(names.stream().sorted(Comparator.comparingDouble(Name::y)).toList());
    double free = band.y() + LINE / 2;
    for (int i = 0; i < all.size(); i++) {
      double y = Math.max(free, all.get(i).y());
      all.set(i, new Name(all.get(i).said(), all.get(i).stroke(), y));
      free = y + LINE;
    }
    double foot = band.bottom() - LINE / 2;
    for (int i = all.size() - 1; i >= 0; i--) {
      double y = Math.min(foot, all.get(i).y());
      all.set(i, new Name(all.get(i).said(), all.get(i).stroke(), y));
      foot = y - LINE;
    }
    return all;
  }

  private static void write(Pen pen, List<Name> names, Palette palette) {
    for (Name name : names) {
      // Beside a band that is too low for all names, the uppermost are left out.
      if (name.y() < LINE / 2) continue;
      Color colour = palette.of(name.stroke().role());
      pen.gc().setFill(colour);
      for (int x = 0; x < SAMPLE; x++)
        if (name.stroke().on(x)) pen.gc().fillRect(4 + x, Math.round(name.y() - name.stroke().width() / 2.0), 1, name.stroke().width());
      pen.line(name.said(), new Box(SAMPLE + 8, name.y() - LINE / 2, RIGHT - SAMPLE - 8, LINE), Type.REGULAR, SIZE,
          Pen.Side.LEFT, palette.of(Role.TEXT));
    }
  }

  private void times(Shot shot, Palette palette) {
    Pen pen = pen(foot);
    Sheet sheet = shot.sheet();
    double free = Double.NEGATIVE_INFINITY;
    for (Ticks.Tick tick : shot.ticks()) {
      double x = sheet.x().x(tick.at());
      String said = moments.tick(tick);
      Type type = tick.form() == Ticks.Form.TIME || tick.form() == Ticks.Form.MONTH ? Type.REGULAR : Type.STRONG;
      double wide = pen.width(said, type, SIZE);
      pen.gc().setFill(palette.of(Role.SOFT));
      pen.gc().fillRect(Math.round(x), 0, 1, 4);
      if (x - wide / 2 < free || x + wide / 2 > foot.getWidth()) continue;
      pen.line(said, new Box(Math.max(0, x - wide / 2), 4, wide + 2, LINE), type, SIZE, Pen.Side.LEFT, palette.of(Role.TEXT));
      free = x + wide / 2 + 4;
    }
    // In a year an hour is no width.
    if (shot.view().span().compareTo(TURNS) > 0) return;
    for (ZoneOffsetTransition turn : Ticks.turns(shot.view(), moments.zone())) turn(pen, sheet, turn, palette);
  }

  /** Where the clock is put, the axis says so: an hour is missing or is there twice. */
  private void turn(Pen pen, Sheet sheet, ZoneOffsetTransition turn, Palette palette) {
    double x = sheet.x().x(turn.getInstant());
    String said = words.say(turn.isGap() ? "ui.charts.turn.forth" : "ui.charts.turn.back",
        words.figures().span(turn.getDuration().abs()));
    double wide = pen.width(said, Type.REGULAR, SIZE);
    pen.gc().setFill(palette.of(Role.SOFT));
    pen.gc().fillRect(Math.round(x), 0, 1, LINE + 6);
    double at = Math.min(x + 3, foot.getWidth() - wide);
    pen.line(said, new Box(at, LINE + 4, wide + 2, LINE), Type.REGULAR, SIZE, Pen.Side.LEFT, palette.of(Role.SOFT));
  }
}
