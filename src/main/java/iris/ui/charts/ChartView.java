package iris.ui.charts;

import iris.ui.charts.model.Mark;
import iris.ui.charts.model.TimeScale;
import iris.ui.charts.paint.Band;
import iris.ui.charts.paint.Inks;
import iris.ui.charts.paint.Layout;
import iris.ui.charts.paint.Painter;
import iris.ui.charts.paint.Raster;
import iris.ui.draw.Paints;
import iris.words.Words;
import java.nio.IntBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The picture itself, with what is written around it, the cursor and the box. Drawn at most once a pulse. */
final class ChartView extends Pane {
  private static final List<String> BANDS = List.of("times", "traffic", "failures", "strip", "marks");

  private final Margins margins;
  private final Paints paints = new Paints(this::changed);
  private final ImageView image = new ImageView();
  private final List<Label> names;
  private final Region cursor = new Region();
  private final Region box = new Region();
  private IntFunction<Shot> maker = width -> null;
  private Runnable after = () -> {};
  private Optional<Shot> drawn = Optional.empty();
  private boolean dirty = true;
  private @Nullable PixelBuffer<IntBuffer> pixels;
  private @Nullable Raster raster;
  private Layout layout = Layout.of(0);
  private Optional<double[]> boxed = Optional.empty();

  ChartView(Words words, Moments moments) {
    margins = new Margins(words, moments);
    getStyleClass().add("charts-picture");
    setId("chart");
    setFocusTraversable(true);
    setAccessibleText(words.say("ui.charts.picture"));
    setMinSize(0, 0);
    names = BANDS.stream().map(band -> new Label(words.say("ui.charts.band." + band))).toList();
    names.forEach(name -> {
      name.getStyleClass().add("charts-name");
      name.setManaged(false);
    });
    cursor.getStyleClass().add("charts-cursor");
    box.getStyleClass().add("charts-box");
    for (Region over : List.of(cursor, box)) {
      over.setManaged(false);
      over.setMouseTransparent(true);
      over.setVisible(false);
    }
    getChildren().addAll(paints, image, margins.left, margins.right, margins.foot);
    getChildren().addAll(names);
    getChildren().addAll(cursor, box);
    widthProperty().addListener((p, before, after) -> changed());
    heightProperty().addListener((p, before, after) -> changed());
  }

  /** @param shot makes what is to be seen on so many pixels; null while nothing is known */
  void by(IntFunction<Shot> shot) {
    maker = shot;
  }

  /** @param drawn runs after each drawing */
  void after(Runnable drawn) {
    after = drawn;
  }

  /** Something that is seen has changed. */
  void changed() {
    dirty = true;
    requestLayout();
  }

  /** What was drawn last. */
  Optional<Shot> drawn() {
    return drawn;
  }

  /** Of the picture without its margins, px; 0 before it has a size. */
  int plot() {
    return (int) Math.max(0, Math.floor(getWidth() - Margins.LEFT - Margins.RIGHT));
  }

  @Override
  protected void layoutChildren() {
    if (dirty) draw();
    super.layoutChildren();
  }

  private void draw() {
    int width = plot();
    int room = (int) Math.floor(getHeight() - Margins.FOOT);
    if (width < 40 || room < 100) return;
    // Whatever comes of it: a picture that cannot be made must not be tried in each pulse.
    dirty = false;
    Shot shot = maker.apply(width);
    if (shot == null) return;
    drawn = Optional.of(shot);
    size(width, room);
    Painter painter = new Painter(Objects.requireNonNull(raster), layout, new Inks(paints.palette()));
    painter.paint(shot.sheet(), new Painter.Around(shot.ticks(), shot.marks(), shot.limit(), shot.now()));
    Objects.requireNonNull(pixels).updateBuffer(all -> null);
    margins.draw(shot, layout, paints.palette());
    point(shot.wanted().cursor());
    after.run();
  }

  private void size(int width, int room) {
    Layout next = Layout.of(room);
    if (pixels != null && pixels.getWidth() == width && layout.equals(next)) return;
    layout = next;
    int[] argb = new int[width * layout.height()];
    raster = new Raster(width, layout.height(), argb);
    pixels = new PixelBuffer<>(width, layout.height(), IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
    image.setImage(new WritableImage(pixels));
    image.relocate(Margins.LEFT, 0);
    margins.size(width, layout.height());
    margins.left.relocate(0, 0);
    margins.right.relocate(Margins.LEFT + width, 0);
    margins.foot.relocate(Margins.LEFT, layout.height());
    List<Band> bands = List.of(layout.times(), layout.traffic(), layout.failures(), layout.strip(), layout.episodes());
    for (int i = 0; i < names.size(); i++)
      names.get(i).resizeRelocate(Margins.LEFT, bands.get(i).y() - Layout.NAME, width, Layout.NAME);
  }

  Optional<TimeScale> scale() {
    return drawn.map(s -> s.sheet().x());
  }

  /** The moment under this x of the whole view; empty beside the picture. */
  Optional<Instant> moment(double x) {
    return scale().filter(s -> x >= Margins.LEFT && x < Margins.LEFT + s.width())
        .map(s -> Instant.ofEpochMilli(s.at(x - Margins.LEFT)));
  }

  /** 0 to 1 over the width of the picture. */
  double share(double x) {
    return Math.clamp((x - Margins.LEFT) / Math.max(1, plot()), 0.0, 1.0);
  }

  /** Marks of which lane lie at this y; empty: of all. */
  boolean lane(double y, Mark mark) {
    Band lane = switch (mark) {
      case Mark.Stood _, Mark.Paused _ -> layout.episodes();
      case Mark.Announced _ -> layout.announced();
      case Mark.Happened _ -> layout.acts();
    };
    return y >= lane.y() && y < lane.bottom();
  }

  /** Puts the cursor on this moment; empty, or beside what is seen: nowhere. */
  void point(Optional<Instant> moment) {
    Optional<Double> x = drawn.flatMap(s -> moment.filter(at -> !at.isBefore(s.view().from()) && at.isBefore(s.view().to())).map(at -> s.sheet().x().x(at)));
    cursor.setVisible(x.isPresent());
    x.ifPresent(at -> cursor.resizeRelocate(Margins.LEFT + Math.round(at), layout.times().y(), 1,
        layout.acts().bottom() - layout.times().y()));
  }

  /** The box that a hand draws, from one share of the width to another; empty: none. */
  void box(Optional<double[]> shares) {
    boxed = shares;
    box.setVisible(boxed.isPresent());
    boxed.ifPresent(b -> {
      double left = Math.min(b[0], b[1]) * plot();
      double right = Math.max(b[0], b[1]) * plot();
      box.resizeRelocate(Margins.LEFT + left, layout.times().y(), Math.max(1, right - left), layout.acts().bottom() - layout.times().y());
    });
  }
}
