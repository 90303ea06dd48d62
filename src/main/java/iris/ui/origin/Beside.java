package iris.ui.origin;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Two panels beside each other where there is room, one below the other where there is none. */
final class Beside extends Region {
  private static final double ROOM = 940;
  private static final double GAP = 24;
  private static final double FIRST = 0.58;

  private final Region first;
  private final Region second;

  Beside(Region first, Region second) {
    this.first = first;
    this.second = second;
    getStyleClass().add("beside");
    getChildren().addAll(first, second);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private static double left(double width) {
    return Math.floor((width - GAP) * FIRST);
  }

  @Override
  protected double computePrefHeight(double width) {
    double wide = width > 0 ? width : ROOM;
    return wide >= ROOM
        ? Math.max(first.prefHeight(left(wide)), second.prefHeight(wide - GAP - left(wide)))
        : first.prefHeight(wide) + GAP + second.prefHeight(wide);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double wide = getWidth();
    if (wide >= ROOM) {
      double rest = wide - GAP - left(wide);
      first.resizeRelocate(0, 0, left(wide), first.prefHeight(left(wide)));
      second.resizeRelocate(left(wide) + GAP, 0, rest, second.prefHeight(rest));
    } else {
      first.resizeRelocate(0, 0, wide, first.prefHeight(wide));
      second.resizeRelocate(0, first.prefHeight(wide) + GAP, wide, second.prefHeight(wide));
    }
  }
}
