package iris.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.text.Font;

/**
 * The one typeface, which travels with the program: the same widths and pictures on every machine. IBM Plex Sans: its
 * figures all have one width, 1, l and I differ, and its capitals are {@link #CAP} of its size.
 */
public enum Type {
  REGULAR("IBMPlexSans-Regular.ttf"),
  STRONG("IBMPlexSans-SemiBold.ttf"),
  NARROW("IBMPlexSansCondensed-Regular.ttf"),
  NARROW_STRONG("IBMPlexSansCondensed-SemiBold.ttf");

  /** Height of a capital in parts of the size. */
  public static final double CAP = 0.698;

  private static final Map<Type, Font> LOADED = new EnumMap<>(Type.class);

  private final String file;

  Type(String file) {
    this.file = file;
  }

  /** Makes all of them known to style sheets, as "IBM Plex Sans" and "IBM Plex Sans Condensed". Once is enough. */
  public static void load() {
    for (Type type : values()) type.loaded();
  }

  /** This type at a size in pixels. */
  public Font at(double size) {
    return new Font(loaded().getName(), size);
  }

  /** Its file, for who writes with it elsewhere than on a screen. The caller closes it. */
  public InputStream file() {
    InputStream in = Type.class.getResourceAsStream("/iris/ui/font/" + file);
    if (in == null) throw new IllegalStateException("the program is damaged: no font " + file);
    return in;
  }

  private Font loaded() {
    synchronized (LOADED) {
      return LOADED.computeIfAbsent(this, Type::read);
    }
  }

  private static Font read(Type type) {
    try (InputStream in = type.file()) {
      Font font = Font.loadFont(in, 12);
      if (font == null) throw new IllegalStateException("the program is damaged: no font " + type.file);
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
