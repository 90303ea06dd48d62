package iris.report.draw;

/** A place on a drawing: from the left and from the top, in points. */
public record Spot(double x, double y) {
  public Spot {
    if (!Double.isFinite(x) || !Double.isFinite(y)) throw new IllegalArgumentException("nowhere: " + x + " " + y);
  }
}
