package iris.ui.gallery;

import iris.ui.picture.Picture;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/**
 * What differs between two pictures. An edge that is smoothed otherwise by another renderer does not matter; a place
 * where much differs does, however small it is in the whole: one digit on a wall is 0.01 % of its pixels.
 */
final class Difference {
  private static final int BLOCK = 12;
  private static final int CHANNEL = 48;
  private static final double SHARE_OF_BLOCK = 0.15;
  private static final int MAGENTA = 0xffff00ff;

  private final Picture golden;
  private final Picture seen;
  private final double worst;

  Difference(Picture golden, Picture seen) {
    this.golden = golden;
    this.seen = seen;
    worst = sameSize() ? worst() : 1;
  }

  boolean matters() {
    return worst > SHARE_OF_BLOCK;
  }

  private boolean sameSize() {
    return golden.width() == seen.width() && golden.height() == seen.height();
  }

  private double worst() {
    double most = 0;
    for (int y = 0; y < seen.height(); y += BLOCK)
      for (int x = 0; x < seen.width(); x += BLOCK) most = Math.max(most, share(x, y));
    return most;
  }

  private double share(int left, int top) {
    int count = 0;
    for (int y = top; y < Math.min(seen.height(), top + BLOCK); y++)
      for (int x = left; x < Math.min(seen.width(), left + BLOCK); x++) if (differs(y * seen.width() + x)) count++;
    return (double) count / (BLOCK * BLOCK);
  }

  private boolean differs(int at) {
    int a = golden.argb()[at];
    int b = seen.argb()[at];
    for (int shift = 0; shift <= 16; shift += 8)
      if (Math.abs((a >> shift & 255) - (b >> shift & 255)) > CHANNEL) return true;
    return false;
  }

  /** What was seen, with what differs in magenta. */
  Picture picture() {
    int[] marked = seen.argb().clone();
    if (sameSize()) for (int i = 0; i < marked.length; i++) if (differs(i)) marked[i] = MAGENTA;
    return new Picture(seen.width(), seen.height(), marked);
  }

  @Override
  public String toString() {
    if (!sameSize()) return golden.width() + "x" + golden.height() + " became " + seen.width() + "x" + seen.height();
    return "in one place " + Math.round(worst * 100) + " % of the pixels differ";
  }

  static Picture read(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      Image image = new Image(in);
      if (image.isError()) throw image.getException();
      int w = (int) image.getWidth();
      int h = (int) image.getHeight();
      int[] argb = new int[w * h];
      image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
      return new Picture(w, h, argb);
    }
  }
}
