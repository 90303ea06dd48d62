package iris.ui.charts.paint;

import iris.ui.draw.Palette;
import iris.ui.draw.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.paint.Color;

/** The colours of the roles as numbers. */
public final class Inks {
  private final Map<Role, Integer> colours = new EnumMap<>(Role.class);

  public Inks(Palette palette) {
    for (Role role : Role.values()) colours.put(role, argb(palette.of(role)));
  }

  private static int argb(Color c) {
    return 0xff000000 | channel(c.getRed()) << 16 | channel(c.getGreen()) << 8 | channel(c.getBlue());
  }

  private static int channel(double share) {
    return (int) Math.round(share * 255);
  }

  public int of(Role role) {
    return Objects.requireNonNull(colours.get(role));
  }

  /** Between the ground of a chart and this role. */
  int faint(Role role, double share) {
    return Raster.mix(of(Role.TILE), of(role), share);
  }
}
