package iris.ui.month;

import iris.history.month.Almanac;
import iris.history.month.Shade;
import iris.history.month.Span.Place;
import iris.history.month.Square;
import iris.ui.draw.Box;
import iris.ui.draw.Paints;
import iris.ui.draw.Palette;
import iris.ui.draw.Pen;
import iris.ui.draw.Role;
import iris.ui.draw.Ruler;
import iris.ui.theme.Type;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The squares of a month or a year on one canvas, with a cursor that keys and mouse move. */
final class Leaf extends Region {
  private static final double LABEL = 11.5;
  private static final double HEAD = 18;
  private static final double TALLEST = 24;

  private final Canvas canvas = new Canvas();
  private final Paints paints = new Paints(this::requestLayout);
  private final Ruler ruler = new Ruler();
  private final Sayer sayer;
  private Optional<Almanac> shown = Optional.empty();
  private Function<Square, Shade> shading = Shade::available;
  private Place cursor = new Place(0, 0);

  /** @param over told of the place under the mouse, and when it leaves */
  Leaf(Sayer sayer, Consumer<Optional<Place>> over, Consumer<Place> chosen, Runnable opened) {
    this.sayer = sayer;
    setId("month-leaf");
    getStyleClass().add("month-leaf");
    setFocusTraversable(true);
    canvas.setManaged(false);
    getChildren().addAll(paints, canvas);
    focusedProperty().addListener((p, before, after) -> requestLayout());
    setOnMouseMoved(e -> over.accept(place(e)));
    setOnMouseExited(e -> over.accept(Optional.empty()));
    setOnMousePressed(e -> {
      requestFocus();
      place(e).ifPresent(chosen);
    });
    setOnMouseClicked(e -> {
      if (e.getClickCount() == 2 && place(e).isPresent()) opened.run();
    });
  }

  void show(Almanac almanac, Function<Square, Shade> by) {
    shown = Optional.of(almanac);
    shading = by;
    cursor(cursor);
    requestLayout();
  }

  Place cursor() {
    return cursor;
  }

  /** Within the leaf, whatever is asked. */
  void cursor(Place place) {
    int rows = shown.map(a -> a.span().rows()).orElse(31);
    int cols = shown.map(a -> a.span().cols()).orElse(31);
    cursor = new Place(Math.clamp(place.row(), 0, rows - 1), Math.clamp(place.col(), 0, cols - 1));
    requestLayout();
  }

  private double left() {
    return getInsets().getLeft() + 62;
  }

  private double cellWidth(Almanac a) {
    return Math.max(4, (getWidth() - left() - getInsets().getRight()) / a.span().cols());
  }

  private double cellHeight(Almanac a) {
    double room = getHeight() - HEAD - getInsets().getTop() - getInsets().getBottom();
    return Math.clamp(room / a.span().rows(), 4, a.span().rows() == 12 ? 2 * TALLEST : TALLEST);
  }

  /** On whole pixels: all squares have sharp edges. */
  private Box box(Almanac a, Place p) {
    double w = cellWidth(a);
    double h = cellHeight(a);
    double x = Math.round(left() + p.col() * w);
    double y = Math.round(getInsets().getTop() + HEAD + p.row() * h);
    return new Box(x, y, Math.round(left() + (p.col() + 1) * w) - x - 1, Math.round(getInsets().getTop() + HEAD + (p.row() + 1) * h) - y - 1);
  }

  private Optional<Place> place(MouseEvent e) {
    return shown.map(a -> new Place((int) Math.floor((e.getY() - HEAD - getInsets().getTop()) / cellHeight(a)),
        (int) Math.floor((e.getX() - left()) / cellWidth(a))))
        .filter(p -> p.row() >= 0 && p.col() >= 0 && p.row() < shown.get().span().rows() && p.col() < shown.get().span().cols());
  }

  /** Where a square is, in this node: for a test that clicks on it. */
  Optional<Box> where(Place place) {
    return shown.map(a -> box(a, place));
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private void draw() {
    GraphicsContext gc = canvas.getGraphicsContext2D();
    gc.clearRect(0, 0, getWidth(), getHeight());
    if (shown.isEmpty()) return;
    Almanac a = shown.get();
    Palette palette = paints.palette();
    Pen pen = new Pen(gc, ruler);
    for (int col = 0; col < a.span().cols(); col++) {
      Box top = box(a, new Place(0, col));
      pen.line(sayer.column(a.span(), col), new Box(top.x(), top.y() - HEAD, top.w(), HEAD - 3), Type.REGULAR, LABEL,
          Pen.Side.MIDDLE, palette.of(Role.SOFT));
    }
    for (int row = 0; row < a.span().rows(); row++) {
      Box first = box(a, new Place(row, 0));
      pen.line(sayer.row(a.span(), row), new Box(0, first.y(), left() - 6, first.h()), Type.REGULAR, LABEL, Pen.Side.RIGHT,
          palette.of(Role.SOFT));
      for (int col = 0; col < a.span().cols(); col++) square(gc, palette, a, new Place(row, col));
    }
    cursor(gc, palette, box(a, cursor));
  }

  private void square(GraphicsContext gc, Palette palette, Almanac a, Place place) {
    if (a.span().begin(place).isEmpty()) return;
    Square s = a.at(place);
    boolean partly = s.plain().known() > 0 && s.coverage() < Shade.WHOLE;
    Swatch.draw(gc, palette, shading.apply(s), partly, box(a, place));
  }

  /** Two lines, light on dark and dark on light: seen on every shade. */
  private void cursor(GraphicsContext gc, Palette palette, Box box) {
    gc.setLineDashes();
    gc.setLineWidth(3);
    gc.setStroke(palette.of(Role.TILE));
    gc.strokeRect(box.x() - 0.5, box.y() - 0.5, box.w() + 1, box.h() + 1);
    gc.setLineWidth(isFocused() ? 2 : 1);
    gc.setStroke(palette.of(isFocused() ? Role.FOCUS : Role.TEXT));
    gc.strokeRect(box.x() - 1, box.y() - 1, box.w() + 2, box.h() + 2);
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEAD + 31 * 17;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 560;
  }

  @Override
  protected double computeMinHeight(double width) {
    return HEAD + 31 * 8;
  }
}
