package iris.ui.origin;

import iris.alarm.Chain;
import iris.alarm.Chain.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The way from our desk to the external service: four nodes, three links, over the whole width. */
final class Drawing extends Region {
  /** A node is at least so much wider than a link that names keep their line. */
  private static final double NODE_SHARE = 0.165;
  private static final double LEAST_LINK = 78;

  private final List<PartView> parts = new ArrayList<>();

  Drawing(Says says, Consumer<Part> choose) {
    getStyleClass().add("drawing");
    for (Part part : Part.values()) {
      parts.add(new PartView(part, says, () -> choose.accept(part)));
    }
    getChildren().addAll(parts);
  }

  void show(Chain chain, Optional<Part> chosen) {
    parts.forEach(p -> {
      p.show(chain);
      p.chosen(chosen.filter(c -> c == p.part).isPresent());
    });
  }

  private double node(double width) {
    return Math.min(Math.floor(width * NODE_SHARE), Math.floor((width - 3 * LEAST_LINK) / 4));
  }

  private double width(PartView part, double width) {
    return part.part.node() ? node(width) : Math.floor((width - 4 * node(width)) / 3);
  }

  @Override
  protected double computePrefHeight(double width) {
    double wide = width > 0 ? width : 660;
    double tallest = parts.stream().mapToDouble(p -> p.prefHeight(width(p, wide))).max().orElse(0);
    return snappedTopInset() + tallest + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 660;
  }

  @Override
  public javafx.geometry.Orientation getContentBias() {
    return javafx.geometry.Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    double wide = getWidth() - snappedLeftInset() - snappedRightInset();
    double high = getHeight() - snappedTopInset() - snappedBottomInset();
    double x = snappedLeftInset();
    for (PartView part : parts) {
      double own = width(part, wide);
      ((Node) part).resizeRelocate(x, snappedTopInset(), own, high);
      x += own;
    }
  }
}
