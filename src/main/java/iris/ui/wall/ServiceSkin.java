package iris.ui.wall;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.skins.TileSkin;
import iris.ui.draw.Bell;
import iris.ui.draw.Box;
import iris.ui.draw.Palette;
import iris.ui.draw.Pen;
import iris.ui.draw.Role;
import iris.ui.draw.Ruler;
import iris.ui.theme.Type;
import java.time.Instant;
import java.util.Objects;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Five canvases on a pane: the face, and one each for since, age, ring and bell, so that a beat of the clock makes
 * little dirty. TileSkin calls {@link #initGraphics}, {@link #resize} and {@link #redraw} from its constructor, before
 * the fields here exist: nothing is made there but the pane.
 */
final class ServiceSkin extends TileSkin {
  /** All that the skin draws with, the same for all tiles. */
  record Studio(Palette palette, Ruler ruler, TileWords words, Look look) {}

  private final Canvas face = new Canvas();
  private final Canvas since = new Canvas();
  private final Canvas age = new Canvas();
  private final Canvas ring = new Canvas();
  private final Canvas bell = new Canvas();
  private final Region focus = new Region();
  @SuppressWarnings("NullAway.Init")
  private Plan plan;
  @SuppressWarnings("NullAway.Init")
  private Studio studio;
  private @Nullable TileModel model;
  private String saidSince = "";
  private String saidAge = "";
  private int life = -1;
  private Bell.@Nullable Form form;

  ServiceSkin(Tile tile) {
    super(tile);
    focus.getStyleClass().add("iris-tile-focus");
    focus.setMouseTransparent(true);
    // Else the pane lays it out at its own wish, which is nothing: a focus that nobody sees.
    focus.setManaged(false);
    pane.getChildren().addAll(face, since, age, ring, bell, focus);
  }

  @Override
  protected void initGraphics() {
    pane = new Pane();
    getChildren().setAll(pane);
  }

  /** None of TilesFX's events concerns this skin; one of them, at the window's showing, reaches for its regions. */
  @Override
  protected void handleEvents(String type) {}

  @Override
  protected void resize() {}

  @Override
  protected void redraw() {}

  @Override
  protected double computeMaxWidth(double height, double top, double right, double bottom, double left) {
    return Double.MAX_VALUE;
  }

  @Override
  protected double computeMaxHeight(double width, double top, double right, double bottom, double left) {
    return Double.MAX_VALUE;
  }

  @Override
  protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
    return 0;
  }

  /** A new place or size, or other colours: all is drawn anew at the next {@link #show}. */
  void furnish(Plan next, Studio with) {
    plan = next;
    studio = with;
    model = null;
    place(face, next.whole());
    place(since, next.since());
    place(age, next.age());
    place(ring, next.ring());
    place(bell, next.bell());
    focus.resizeRelocate(0, 0, next.whole().w(), next.whole().h());
  }

  private static void place(Canvas canvas, Box box) {
    Box at = box.snapped();
    canvas.setVisible(!box.isNone());
    canvas.setWidth(at.w());
    canvas.setHeight(at.h());
    canvas.relocate(at.x(), at.y());
  }

  /** Draws the face if the model differs from what is drawn, then what has the time. */
  void show(TileModel next, Instant now) {
    if (next.equals(model)) {
      beat(now);
      return;
    }
    model = next;
    new Face(pen(face), plan, studio.words()).draw(next, now, ink());
    forget();
    beat(now);
    getSkinnable().setAccessibleText(studio.words().sentence(next, now));
  }

  private void forget() {
    saidSince = "";
    saidAge = "";
    life = -1;
    form = null;
  }

  /** Draws what the time has changed, and only that. */
  void beat(Instant now) {
    if (model == null) return;
    Ink ink = ink();
    String newSince = switch (plan.variant()) {
      case HERO, WIDE -> studio.words().heroSince(model, now);
      case FULL -> studio.words().since(model, now);
      case COMPACT -> studio.words().shortSince(model, now);
    };
    if (!newSince.equals(saidSince)) {
      saidSince = newSince;
      Beat.text(pen(since), plan.since(), newSince, plan.size().since(), ink.of(Role.TEXT));
    }
    Pen onAge = pen(age);
    String newAge = plan.age().isNone() ? ""
        : onAge.fitting(studio.words().ages(model, now), plan.age(), Type.REGULAR, plan.size().foot());
    if (!newAge.equals(saidAge)) {
      saidAge = newAge;
      var role = model.stale() ? Role.TEXT : Role.SOFT;
      Beat.text(onAge, plan.age(), newAge, plan.size().foot(), ink.of(role));
    }
    // In whole degrees of the ring: at most one in 0.8 s changes.
    int newLife = (int) Math.round(TileWords.life(model, now) * 360);
    if (newLife != life) {
      life = newLife;
      Beat.ring(ring.getGraphicsContext2D(), plan.ring(), newLife / 360.0, ink);
    }
    Bell.Form newForm = Beat.form(model.mark(), now, studio.look().still());
    if (newForm != form) {
      form = newForm;
      Beat.bell(bell.getGraphicsContext2D(), plan.bell(), model.mark(), newForm, ink);
    }
  }

  private Ink ink() {
    return new Ink(studio.palette(), Objects.requireNonNull(model).stale());
  }

  private Pen pen(Canvas canvas) {
    return new Pen(canvas.getGraphicsContext2D(), studio.ruler());
  }
}
