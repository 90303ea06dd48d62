package iris.ui.wall;

import iris.alarm.Shown;
import iris.ui.draw.Box;
import iris.ui.draw.Palette;
import iris.ui.draw.Pen;
import iris.ui.draw.Role;
import iris.ui.draw.Ruler;
import iris.ui.draw.Shapes;
import iris.ui.theme.Type;
import iris.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Over a wall of several pages or groups, on every page the same: a field for each group with its worst state, and one
 * line with all that is down. As high for every state: nothing below it moves when something breaks.
 */
final class SummaryBar extends Region {
  /** Width of a field, and what a line takes, in sizes of the text. */
  private static final double FIELD = 15;
  private static final double LINE = 1.75;

  private final Words words;
  private final Canvas canvas = new Canvas();
  private @Nullable Summary drawn;
  private double size;

  SummaryBar(Words words) {
    this.words = words;
    getChildren().add(canvas);
    getStyleClass().add("iris-wall-summary");
    setMouseTransparent(true);
  }

  private static double size(double height) {
    return Math.clamp(height * 0.019, 11, 34);
  }

  private static int columns(int groups, double width, double size) {
    return Math.clamp((int) (width / (FIELD * size)), 1, Math.max(1, groups));
  }

  /** How high it is over a wall of this size with so many groups. */
  static double height(int groups, double width, double height) {
    double size = size(height);
    int columns = columns(groups, width, size);
    int rows = (groups + columns - 1) / columns;
    return (rows + 1) * LINE * size + size * 0.4;
  }

  void show(Summary summary, double width, double height, double wall, Palette palette, Ruler ruler) {
    double now = size(wall);
    if (summary.equals(drawn) && canvas.getWidth() == width && canvas.getHeight() == height && size == now) return;
    drawn = summary;
    size = now;
    canvas.setWidth(width);
    canvas.setHeight(height);
    GraphicsContext gc = canvas.getGraphicsContext2D();
    gc.clearRect(0, 0, width, height);
    Pen pen = new Pen(gc, ruler);
    Ink ink = new Ink(palette, false);
    List<Summary.Group> groups = summary.groups();
    int columns = columns(groups.size(), width, size);
    double w = (width - size) / columns;
    for (int i = 0; i < groups.size(); i++)
      field(pen, ink, groups.get(i),
          new Box(size * 0.5 + i % columns * w, size * 0.3 + Math.floorDiv(i, columns) * LINE * size, w, LINE * size));
    red(pen, ink, summary.red(), new Box(size * 0.5, height - LINE * size, width - size, LINE * size));
    setAccessibleText(said(summary));
  }

  /** Drawn anew in other colours. */
  void forget() {
    drawn = null;
  }

  private void field(Pen pen, Ink ink, Summary.Group group, Box box) {
    Box shape = new Box(box.x(), box.y() + (box.h() - size * 1.05) / 2, size * 1.05, size * 1.05);
    boolean well = group.worst() == Shown.UP;
    Shapes.draw(pen.gc(), Ink.shape(group.worst()), shape, ink.of(Ink.edge(group.worst())), ink.of(Role.TILE));
    String figure = figure(group);
    double right = pen.width(figure, Type.STRONG, size) + size * 0.4;
    double x = shape.right() + size * 0.45;
    pen.line(name(group), new Box(x, box.y(), box.right() - size - right - x, box.h()), Type.REGULAR, size,
        Pen.Side.LEFT, ink.of(Role.TEXT));
    pen.line(figure, new Box(box.right() - size - right, box.y(), right, box.h()), Type.STRONG, size, Pen.Side.RIGHT,
        ink.of(well ? Role.SOFT : Role.TEXT));
  }

  private void red(Pen pen, Ink ink, List<String> red, Box box) {
    if (red.isEmpty()) {
      pen.line(words.say("ui.wall.red.none"), box, Type.REGULAR, size, Pen.Side.LEFT, ink.of(Role.SOFT));
      return;
    }
    Box shape = new Box(box.x(), box.y() + (box.h() - size * 1.05) / 2, size * 1.05, size * 1.05);
    Shapes.draw(pen.gc(), Ink.shape(Shown.DOWN), shape, ink.of(Role.DOWN), ink.of(Role.TILE));
    Box line = new Box(shape.right() + size * 0.45, box.y(), box.right() - shape.right() - size * 0.45, box.h());
    pen.line(fitting(pen, red, line), line, Type.STRONG, size, Pen.Side.LEFT, ink.of(Role.TEXT));
  }

  /** As many names as the line holds, and how many more there are. */
  private String fitting(Pen pen, List<String> red, Box line) {
    for (int n = Math.min(red.size(), 40); n > 1; n--) {
      String said = red(red, n);
      if (pen.width(said, Type.STRONG, size) <= line.w()) return said;
    }
    return red(red, 1);
  }

  private String red(List<String> red, int names) {
    String some = red.stream().limit(names).collect(Collectors.joining(", "));
    return red.size() == names ? words.say("ui.wall.red", red.size(), some)
        : words.say("ui.wall.red.more", red.size(), some, red.size() - names);
  }

  private String name(Summary.Group group) {
    if (!group.name().isEmpty()) return group.name();
    return words.say(Objects.requireNonNull(drawn).groups().size() == 1 ? "ui.wall.group.every" : "ui.wall.group.none");
  }

  private String figure(Summary.Group group) {
    return group.worst() == Shown.UP ? words.say("ui.wall.group.all", group.all())
        : words.say("ui.wall.group.some", group.so(), group.all());
  }

  private String said(Summary summary) {
    String groups = summary.groups().stream().map(g -> words.say("ui.wall.group.said", name(g),
        words.say("ui.wall.state." + g.worst()), g.so(), g.all())).collect(Collectors.joining(" ; "));
    return summary.red().isEmpty() ? groups : red(summary.red(), Math.min(summary.red().size(), 5)) + " ; " + groups;
  }
}
