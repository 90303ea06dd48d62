package iris.ui.charts.paint;

/** A strip of the picture, over its whole width, in pixels from the top. */
public record Band(int y, int h) {
  public int bottom() {
    return y + h;
  }
}
