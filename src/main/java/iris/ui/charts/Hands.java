package iris.ui.charts;

import iris.ui.charts.model.View;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What the mouse does to a chart: the wheel zooms at the cursor, a drag pans, one with Shift or the right button draws a box. */
final class Hands {
  /** One notch of the wheel, in pixels of the toolkit. */
  private static final double NOTCH = 40;
  private static final double STEP = 1.25;
  /** A hand that moved less, px, has clicked. */
  private static final double STILL = 4;

  private final ChartView view;
  private final Supplier<View> seen;
  private final Consumer<View> show;
  private final Consumer<Optional<Instant>> point;
  private Optional<View> seized = Optional.empty();
  private double pressed;
  private boolean boxes;
  private boolean moved;

  /** @param show a view that is wished; {@code point} the moment under the cursor */
  Hands(ChartView view, Supplier<View> seen, Consumer<View> show, Consumer<Optional<Instant>> point) {
    this.view = view;
    this.seen = seen;
    this.show = show;
    this.point = point;
    view.setOnScroll(this::wheel);
    view.setOnMousePressed(this::press);
    view.setOnMouseDragged(this::drag);
    view.setOnMouseReleased(this::release);
    view.setOnMouseMoved(e -> point.accept(view.moment(e.getX())));
  }

  private void wheel(ScrollEvent e) {
    // With Shift the toolkit turns the wheel into a sideways one.
    if (e.getDeltaX() != 0) show.accept(seen.get().panned(-e.getDeltaX() / NOTCH / 10));
    else show.accept(seen.get().zoomed(Math.pow(STEP, -e.getDeltaY() / NOTCH), view.share(e.getX())));
    e.consume();
  }

  private void press(MouseEvent e) {
    view.requestFocus();
    pressed = e.getX();
    boxes = e.getButton() == MouseButton.SECONDARY || e.isShiftDown();
    seized = Optional.of(seen.get());
  }

  private void drag(MouseEvent e) {
    if (seized.isEmpty()) return;
    if (boxes) view.box(Optional.of(new double[] {view.share(pressed), view.share(e.getX())}));
    else if (moved || Math.abs(e.getX() - pressed) >= STILL) {
      show.accept(seized.get().panned((pressed - e.getX()) / Math.max(1, view.plot())));
      moved = true;
    }
  }

  private void release(MouseEvent e) {
    boolean drawn = boxes && seized.isPresent() && Math.abs(e.getX() - pressed) >= STILL;
    if (drawn) show.accept(seized.get().part(view.share(pressed), view.share(e.getX())));
    if (!boxes && Math.abs(e.getX() - pressed) < STILL) point.accept(view.moment(e.getX()));
    seized = Optional.empty();
    moved = false;
    view.box(Optional.empty());
  }

  /** A hand is dragging, and has moved something already. */
  boolean panning() {
    return moved;
  }

  /** A box that is begun is given up. True: there was one. */
  boolean escape() {
    boolean was = boxes && seized.isPresent();
    if (was) seized = Optional.empty();
    view.box(Optional.empty());
    return was;
  }
}
