package iris.ui.replay;

import iris.history.film.Cut;
import iris.history.story.Episode;
import iris.signal.Priority;
import iris.ui.draw.Box;
import iris.ui.draw.Hatch;
import iris.ui.draw.Paints;
import iris.ui.draw.Palette;
import iris.ui.draw.Pen;
import iris.ui.draw.Role;
import iris.ui.draw.Ruler;
import iris.ui.theme.Type;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The time line: alarms as bars whose height says how grave they were before their colour does, what happened as strokes,
 * what there is no film of as a hatch. A press or a drag goes there.
 */
final class Reel extends Region {
  private static final double TRACK = 24;
  private static final double LABELS = 15;
  private static final double LABEL = 11.5;
  /** Pixels for each label. */
  private static final int APART = 74;

  private final Canvas canvas = new Canvas();
  private final Paints paints = new Paints(this::requestLayout);
  private final Ruler ruler = new Ruler();
  private final Instants instants;
  private final Words words;
  private Optional<Frame> shown = Optional.empty();

  Reel(Words words, Consumer<Instant> sought) {
    this.words = words;
    instants = new Instants(words);
    getChildren().addAll(paints, canvas);
    getStyleClass().add("replay-reel");
    setId("replay-reel");
    setMinWidth(160);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(words.say("ui.replay.reel"));
    addEventHandler(MouseEvent.MOUSE_PRESSED, e -> seek(e, sought));
    addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> seek(e, sought));
  }

  private void seek(MouseEvent e, Consumer<Instant> sought) {
    if (e.getButton() != MouseButton.PRIMARY || shown.isEmpty() || getWidth() <= 0) return;
    requestFocus();
    sought.accept(at(Math.clamp(e.getX() / getWidth(), 0, 1)));
    e.consume();
  }

  /** The instant at this share of the width. */
  private Instant at(double share) {
    Playhead head = shown.orElseThrow().head();
    return head.from().plusMillis(Math.round(Duration.between(head.from(), head.to()).toMillis() * share));
  }

  void show(Frame frame) {
    shown = Optional.of(frame);
    draw();
  }

  @Override
  protected double computePrefHeight(double width) {
    return TRACK + LABELS;
  }

  @Override
  protected double computeMinHeight(double width) {
    return TRACK + LABELS;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(Math.max(1, getWidth()));
    canvas.setHeight(TRACK + LABELS);
    draw();
  }

  private double x(Instant at, Playhead head) {
    double whole = Duration.between(head.from(), head.to()).toMillis();
    return Math.clamp(Duration.between(head.from(), at).toMillis() / whole, 0, 1) * canvas.getWidth();
  }

  private void draw() {
    GraphicsContext gc = canvas.getGraphicsContext2D();
    gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (shown.isEmpty()) return;
    Frame frame = shown.get();
    Playhead head = frame.head();
    Palette palette = paints.palette();
    gc.setFill(palette.of(Role.TILE));
    gc.fillRect(0, 0, canvas.getWidth(), TRACK);
    gc.setFill(palette.of(Role.FAINT));
    for (Instant busy : frame.marks().busy()) gc.fillRect(Math.floor(x(busy, head)), TRACK - 6, 1, 6);
    // The highest first: none hides another.
    for (Episode e : frame.marks().episodes().stream().sorted(Comparator.comparing(Episode::worst)).toList())
      alarm(gc, e, head, frame, palette);
    for (Cut cut : frame.marks().cuts()) cut(gc, cut, head, palette);
    outside(gc, frame, palette);
    labels(gc, head, palette);
    position(gc, x(frame.at(), head), palette);
  }

  private void alarm(GraphicsContext gc, Episode e, Playhead head, Frame frame, Palette palette) {
    double from = x(e.raised(), head);
    double to = x(e.ended().or(e::closed).orElse(frame.extent().to()), head);
    double height = e.worst() == Priority.P1 ? 15 : e.worst() == Priority.P2 ? 10 : 5;
    gc.setFill(palette.of(switch (e.worst()) {
      case P1 -> Role.DOWN;
      case P2 -> Role.DEGRADED;
      case P3 -> Role.SOFT;
    }));
    double width = Math.max(2, to - from);
    gc.fillRect(Math.floor(from), 1, width, height);
    if (e.worst() != Priority.P2) return;
    gc.setStroke(palette.of(Role.DEGRADED_EDGE));
    gc.setLineWidth(1);
    gc.strokeRect(Math.floor(from) + 0.5, 1.5, Math.max(1, width - 1), height - 1);
  }

  private void cut(GraphicsContext gc, Cut cut, Playhead head, Palette palette) {
    double from = x(cut.before(), head);
    double to = Math.max(from + 2, x(cut.after(), head));
    gc.setFill(palette.of(Role.PAGE));
    gc.fillRect(from, 0, to - from, TRACK);
    Hatch.fill(gc, new Box(from, 0, to - from, TRACK), 7, 1.5, palette.between(Role.PAGE, Role.UNKNOWN, 0.6));
  }

  /** What lies before the film begins or after it ends. */
  private void outside(GraphicsContext gc, Frame frame, Palette palette) {
    Playhead head = frame.head();
    gc.setFill(palette.of(Role.PAGE));
    double from = x(frame.extent().from(), head);
    double to = x(frame.extent().to(), head);
    gc.fillRect(0, 0, from, TRACK);
    gc.fillRect(to, 0, canvas.getWidth() - to, TRACK);
    gc.setStroke(palette.of(Role.LINE));
    gc.setLineWidth(1);
    gc.strokeRect(0.5, 0.5, canvas.getWidth() - 1, TRACK - 1);
  }

  private void labels(GraphicsContext gc, Playhead head, Palette palette) {
    Pen pen = new Pen(gc, ruler);
    gc.setStroke(palette.of(Role.LINE));
    for (Instant label : instants.labels(head.from(), head.to(), Math.max(1, (int) (canvas.getWidth() / APART)))) {
      double x = Math.floor(x(label, head)) + 0.5;
      gc.strokeLine(x, TRACK - 3, x, TRACK + 3);
      String said = label.atZone(words.figures().zone()).toLocalTime().toSecondOfDay() == 0
          ? words.figures().date(label) : words.figures().time(label);
      double wide = pen.width(said, Type.REGULAR, LABEL);
      double left = Math.clamp(x - wide / 2, 0, Math.max(0, canvas.getWidth() - wide));
      pen.write(said, left, TRACK + LABELS - 2, Type.REGULAR, LABEL, palette.of(Role.SOFT));
    }
  }

  private void position(GraphicsContext gc, double x, Palette palette) {
    gc.setFill(palette.of(Role.PAGE));
    gc.fillRect(x - 2.5, 0, 5, TRACK);
    gc.setFill(palette.of(Role.TEXT));
    gc.fillRect(x - 1.5, 0, 3, TRACK);
    gc.fillPolygon(new double[] {x - 6, x + 6, x}, new double[] {0, 0, 8}, 3);
  }
}
