package iris.ui.draw;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.paint.Color;

/** The colours of all roles at one moment. */
public final class Palette {
  private final Map<Role, Color> colours;

  Palette(Map<Role, Color> colours) {
    this.colours = new EnumMap<>(colours);
  }

  public Color of(Role role) {
    return Objects.requireNonNull(colours.get(role));
  }

  /** Between two roles; {@code share} 0 is the first, 1 the second. */
  public Color between(Role first, Role second, double share) {
    return of(first).interpolate(of(second), share);
  }
}
