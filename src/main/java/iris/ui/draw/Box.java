package iris.ui.draw;

/** A place on a canvas, in pixels. */
public record Box(double x, double y, double w, double h) {
  public static final Box NONE = new Box(0, 0, 0, 0);

  public boolean isNone() {
    return w <= 0 || h <= 0;
  }

  public double right() {
    return x + w;
  }

  public double bottom() {
    return y + h;
  }

  public Box inset(double by) {
    return new Box(x + by, y + by, Math.max(0, w - 2 * by), Math.max(0, h - 2 * by));
  }

  /** On whole pixels, so that edges are sharp and a zone that is drawn alone meets what is around it. */
  public Box snapped() {
    double left = Math.floor(x);
    double top = Math.floor(y);
    return new Box(left, top, Math.ceil(right()) - left, Math.ceil(bottom()) - top);
  }
}
