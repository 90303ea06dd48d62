package iris.ui.charts.paint;

import java.util.Arrays;

/**
 * Pixels, opaque, row by row. A canvas of the toolkit takes an order for each rectangle and draws them later, forty
 * milliseconds for a chart in software; filling numbers takes one.
 */
public final class Raster {
  private final int width;
  private final int height;
  private final int[] argb;

  /** @param argb {@code width * height} numbers, which are drawn into */
  public Raster(int width, int height, int[] argb) {
    if (argb.length < width * height) throw new IllegalArgumentException(width + "x" + height + " in " + argb.length);
    this.width = width;
    this.height = height;
    this.argb = argb;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  int at(int x, int y) {
    return argb[y * width + x];
  }

  void clear(int colour) {
    Arrays.fill(argb, 0, width * height, colour);
  }

  void rect(int x, int y, int w, int h, int colour) {
    int left = Math.max(0, x);
    int right = Math.min(width, x + w);
    if (left >= right) return;
    for (int row = Math.max(0, y); row < Math.min(height, y + h); row++)
      Arrays.fill(argb, row * width + left, row * width + right, colour);
  }

  /** @param share 0 leaves what is there, 1 covers it */
  void blend(int x, int y, int w, int h, int colour, double share) {
    int part = (int) Math.round(256 * share);
    for (int row = Math.max(0, y); row < Math.min(height, y + h); row++)
      for (int at = row * width + Math.max(0, x); at < row * width + Math.min(width, x + w); at++)
        argb[at] = mixed(argb[at], colour, part);
  }

  /** Between two colours; {@code share} 0 is the first. */
  static int mix(int first, int second, double share) {
    return mixed(first, second, (int) Math.round(256 * share));
  }

  private static int mixed(int first, int second, int part) {
    int redBlue = ((first & 0xff00ff) * (256 - part) + (second & 0xff00ff) * part >>> 8) & 0xff00ff;
    int green = ((first >>> 8 & 0xff) * (256 - part) + (second >>> 8 & 0xff) * part) & 0xff00;
    return 0xff000000 | redBlue | green;
  }

  /** Lines at 45 degrees that stand still on the page: not known. */
  void hatch(int x, int y, int w, int h, int step, int colour) {
    for (int row = Math.max(0, y); row < Math.min(height, y + h); row++)
      for (int column = Math.max(0, x); column < Math.min(width, x + w); column++)
        if ((row + column) % step == 0) argb[row * width + column] = colour;
  }

  void frame(int x, int y, int w, int h, int colour) {
    rect(x, y, w, 1, colour);
    rect(x, y + h - 1, w, 1, colour);
    rect(x, y, 1, h, colour);
    rect(x + w - 1, y, 1, h, colour);
  }
}
