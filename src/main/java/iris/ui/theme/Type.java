package iris.ui.theme;

import iris.report.paper.Cut;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * The one typeface, which travels with the program: the same widths and pictures on every machine. IBM Plex Sans: its
 * figures all have one width, 1, l and I differ, and its capitals are {@link #CAP} of its size.
 */
public enum Type {
  REGULAR(Cut.REGULAR),
  STRONG(Cut.STRONG),
  NARROW(Cut.NARROW),
  NARROW_STRONG(Cut.NARROW_STRONG);

  /** Height of a capital in parts of the size. */
  public static final double CAP = 0.698;

  private static final Map<Type, Font> LOADED = new EnumMap<>(Type.class);

  private final Cut cut;

  Type(Cut cut) {
    this.cut = cut;
  }

  /** Makes all of them known to style sheets, as "IBM Plex Sans" and "IBM Plex Sans Condensed". Once is enough. */
  public static void load() {
    for (Type type : values()) type.loaded();
  }

  /** This type at a size in pixels. */
  public Font at(double size) {
    return new Font(loaded().getName(), size);
  }

  private Font loaded() {
    synchronized (LOADED) {
      return LOADED.computeIfAbsent(this, Type::read);
    }
  }

  /**
   * JavaFX copies it into the folder of temporary files first. Where that is full or gone, a wall in the system's letters
   * is better than none.
   */
  private static Font read(Type type) {
    try (InputStream in = type.cut.file()) {
      Font font = Font.loadFont(in, 12);
      if (font != null) return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.getLogger(Type.class.getName()).log(System.Logger.Level.WARNING, () -> type.cut
        + " cannot be loaded, the system's letters take its place: is " + System.getProperty("java.io.tmpdir") + " full or gone?");
    boolean strong = type == STRONG || type == NARROW_STRONG;
    return Font.font(Font.getDefault().getFamily(), strong ? FontWeight.BOLD : FontWeight.NORMAL, 12);
  }
}
