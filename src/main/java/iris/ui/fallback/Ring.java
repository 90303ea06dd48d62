package iris.ui.fallback;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/** A ring that closes from 0 to 1, clockwise from the top. */
final class Ring extends StackPane {
  private static final double RADIUS = 9;

  private final Arc arc = new Arc(RADIUS, RADIUS, RADIUS, RADIUS, 90, 0);

  Ring() {
    Circle whole = new Circle(RADIUS);
    whole.getStyleClass().add("ring-whole");
    arc.setType(ArcType.OPEN);
    arc.getStyleClass().add("ring-part");
    arc.setManaged(false);
    arc.setCenterX(RADIUS + 2);
    arc.setCenterY(RADIUS + 2);
    setMinSize(2 * RADIUS + 4, 2 * RADIUS + 4);
    setMaxSize(2 * RADIUS + 4, 2 * RADIUS + 4);
    setMouseTransparent(true);
    getChildren().addAll(whole, arc);
  }

  /** Sixteen steps are enough to see it grow, and few enough not to draw sixty times a second. */
  void show(double part) {
    arc.setLength(-Math.floor(part * 16) / 16 * 360);
  }
}
