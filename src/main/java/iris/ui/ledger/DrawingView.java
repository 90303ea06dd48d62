package iris.ui.ledger;

import iris.report.draw.Drawing;
import iris.report.draw.Ink;
import iris.report.draw.Spot;
import iris.report.draw.Stroke;
import iris.ui.draw.Paints;
import iris.ui.draw.Palette;
import iris.ui.draw.Role;
import iris.ui.draw.Ruler;
import iris.ui.theme.Type;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Strokes on the screen, as wide as their place: what stands on paper, larger, in the colours of the palette. */
final class DrawingView extends Region {
  /** Pixels for a point: the smallest letters of paper are too small for a screen. */
  private static final double SCALE = 1.6;

  private final DoubleFunction<Drawing> maker;
  private final Ruler ruler = new Ruler();
  private final Canvas canvas = new Canvas();
  private final Paints paints = new Paints(this::requestLayout);
  private final double high;

  /** @param maker draws for a width in points */
  DrawingView(DoubleFunction<Drawing> maker, String said) {
    this.maker = maker;
    high = maker.apply(600).height() * SCALE;
    getStyleClass().add("ledger-drawing");
    setAccessibleText(said);
    setMinWidth(200);
    getChildren().addAll(canvas, paints);
  }

  @Override
  public @Nullable Orientation getContentBias() {
    return null;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(high);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 600;
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    GraphicsContext gc = canvas.getGraphicsContext2D();
    gc.clearRect(0, 0, getWidth(), getHeight());
    if (getWidth() < 50) return;
    Palette palette = paints.palette();
    for (Stroke stroke : maker.apply(getWidth() / SCALE).strokes()) draw(gc, stroke, palette);
  }

  private void draw(GraphicsContext gc, Stroke stroke, Palette palette) {
    Color colour = colour(stroke.ink(), palette);
    gc.setFill(colour);
    gc.setStroke(colour);
    switch (stroke) {
      case Stroke.Line line -> {
        gc.setLineWidth(Math.max(1, line.thick() * SCALE));
        gc.setLineDashes(line.dash() > 0 ? new double[] {line.dash() * SCALE, 2 * SCALE} : new double[0]);
        gc.strokePolyline(xs(line.through()), ys(line.through()), line.through().size());
      }
      case Stroke.Area area -> gc.fillPolygon(xs(area.around()), ys(area.around()), area.around().size());
      case Stroke.Box box ->
          gc.fillRect(box.x() * SCALE, box.y() * SCALE, box.width() * SCALE, box.height() * SCALE);
      case Stroke.Text text -> {
        double size = text.size() * SCALE;
        double wide = ruler.width(text.text(), Type.REGULAR, size);
        double back = switch (text.side()) {
          case LEFT -> 0;
          case MIDDLE -> wide / 2;
          case RIGHT -> wide;
        };
        gc.setFont(Type.REGULAR.at(size));
        gc.fillText(text.text(), Math.max(0, text.x() * SCALE - back), Math.round(text.y() * SCALE));
      }
    }
  }

  private static double[] xs(List<Spot> spots) {
    return spots.stream().mapToDouble(s -> s.x() * SCALE).toArray();
  }

  private static double[] ys(List<Spot> spots) {
    return spots.stream().mapToDouble(s -> s.y() * SCALE).toArray();
  }

  private static Color colour(Ink ink, Palette palette) {
    return switch (ink) {
      case TEXT, FIRST -> palette.of(Role.TEXT);
      case SOFT, THIRD -> palette.of(Role.SOFT);
      case GRID -> palette.of(Role.LINE);
      case UP -> palette.between(Role.TILE, Role.UP, 0.35);
      case DEGRADED -> palette.of(Role.DEGRADED);
      case DEGRADED_EDGE -> palette.of(Role.DEGRADED_EDGE);
      case DOWN -> palette.of(Role.DOWN);
      case ON_DOWN -> palette.of(Role.ON_DOWN);
      case UNKNOWN -> palette.of(Role.UNKNOWN);
      case WORKS -> palette.of(Role.MAINTENANCE);
      case SECOND -> palette.of(Role.FALLBACK);
      case FOURTH -> palette.of(Role.FAINT);
    };
  }
}
