package iris.ui.draw;

import iris.ui.theme.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Text;

/**
 * Widths of texts. Measured once at a large size and scaled: nothing on the wall is hinted to whole pixels. For one
 * thread, the screen's.
 */
public final class Ruler {
  private static final double AT = 100;
  private static final int KEPT = 4000;

  private final Text text = new Text();
  private final Map<String, Double> widths = new LinkedHashMap<>(64, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
      return size() > KEPT;
    }
  };

  /** Width in pixels at a font size. */
  public double width(String said, Type type, double size) {
    return widths.computeIfAbsent(type.ordinal() + said, key -> measure(said, type)) * size / AT;
  }

  private double measure(String said, Type type) {
    text.setFont(type.at(AT));
    text.setText(said);
    return text.getLayoutBounds().getWidth();
  }

  /** What of it fits: whole, or cut at a word with an ellipsis, or, for one long word, inside it. */
  public String cut(String said, Type type, double size, double room) {
    if (width(said, type, size) <= room) return said;
    int end = said.length();
    while (end > 1) {
      int space = said.lastIndexOf(' ', end - 1);
      end = space > said.length() / 4 ? space : end - 1;
      // A comma before the dots promises nothing.
      String shorter = said.substring(0, end).replaceFirst("[\\s,;:·(]+$", "") + "…";
      if (width(shorter, type, size) <= room) return shorter;
    }
    return "…";
  }
}
