package iris.notify.tray;

import iris.alarm.Shown;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** IRIS's icon with the mark of a state on it, in the sizes that trays ask for. */
final class Pictures {
  private static final int[] SIZES = {16, 24, 32, 48, 64};
  /** Points within a pixel, in each direction. */
  private static final int FINE = 4;
  /** How much of the icon the mark covers; one that wants a person covers all of it. */
  private static final double QUIET = 0.62;
  private static final double WANTED = 1;
  /** The wall's ground under the mark, so that it is read on a light panel and on a dark one. */
  private static final int GROUND = 0x23272B;
  private static final int HOLE = 0xFF14181C;

  private final List<BufferedImage> icons = new ArrayList<>();

  /** @param icons the PNG of a size in pixels */
  Pictures(IntFunction<InputStream> icons) {
    for (int size : SIZES) this.icons.add(read(icons.apply(size)));
  }

  private static BufferedImage read(InputStream png) {
    // Not ImageIO.read(InputStream), which keeps what it reads in a file.
    try (InputStream in = png) {
      return ImageIO.read(new MemoryCacheImageInputStream(in));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  List<Pixmap> of(Shown state, boolean wanted) {
    return icons.stream().map(icon -> marked(icon, state, wanted ? WANTED : QUIET)).toList();
  }

  /** The dark palette of section 10: a state that is not abnormal has no colour. */
  static int ink(Shown state) {
    return switch (state) {
      case DOWN -> 0xFFFF6B5E;
      case DEGRADED -> 0xFFFFD119;
      case LOST, UNKNOWN -> 0xFFFFFFFF;
      case UP -> 0xFFAEB6BE;
      case MAINTENANCE -> 0xFF8FA0B2;
      case INIT, OUT_OF_SERVICE -> 0xFFB9C1C8;
    };
  }

  /** What cannot be seen is faded under its mark, as on the wall. */
  private static boolean faded(Shown state) {
    return state == Shown.LOST || state == Shown.UNKNOWN || state == Shown.INIT;
  }

  private static Pixmap marked(BufferedImage icon, Shown state, double share) {
    int size = icon.getWidth();
    Glyph glyph = Glyph.of(state);
    // Whole pixels: edges stay sharp.
    double plate = Math.rint(size * share);
    double edge = Math.max(1, Math.rint(plate / 16));
    byte[] argb = new byte[size * size * 4];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int under = faded(state) ? faded(icon.getRGB(x, y)) : icon.getRGB(x, y);
        Blend blend = new Blend();
        for (int i = 0; i < FINE * FINE; i++) {
          int line = i / FINE;
          double px = x + (i % FINE + 0.5) / FINE - (size - plate);
          double py = y + (line + 0.5) / FINE - (size - plate);
          double scale = 100 / (plate - 2 * edge);
          blend.add(px < 0 || py < 0 ? under : switch (glyph.at((px - edge) * scale, (py - edge) * scale)) {
            case INK -> ink(state);
            case HOLE -> HOLE;
            // Not where the icon ends: its round corner stays one.
            case NOTHING -> under & 0xFF000000 | GROUND;
          });
        }
        blend.into(argb, (y * size + x) * 4);
      }
    }
    return new Pixmap(size, size, argb);
  }

  /** Without colour, and half way to the ground. */
  private static int faded(int argb) {
    int grey = ((argb >> 16 & 255) * 3 + (argb >> 8 & 255) * 6 + (argb & 255)) / 10;
    int faded = argb & 0xFF000000;
    for (int shift = 0; shift <= 16; shift += 8) faded |= (grey + (GROUND >> shift & 255)) / 2 << shift;
    return faded;
  }

  /** The mean of colours, each as heavy as it is opaque. */
  private static final class Blend {
    private long alpha;
    private long red;
    private long green;
    private long blue;
    private int count;

    void add(int argb) {
      int a = argb >>> 24;
      alpha += a;
      red += (long) a * (argb >> 16 & 255);
      green += (long) a * (argb >> 8 & 255);
      blue += (long) a * (argb & 255);
      count++;
    }

    void into(byte[] out, int at) {
      if (alpha == 0) return;
      out[at] = (byte) (alpha / count);
      out[at + 1] = (byte) (red / alpha);
      out[at + 2] = (byte) (green / alpha);
      out[at + 3] = (byte) (blue / alpha);
    }
  }
}
