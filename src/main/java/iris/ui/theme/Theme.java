package iris.ui.theme;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The two palettes of alarm-model.md, section 10. */
public enum Theme {
  DARK,
  LIGHT;

  /** Style sheets to put on a scene, in order: the roles of this palette, then what uses them. */
  public List<String> sheets() {
    return List.of(sheet(name().toLowerCase(Locale.ROOT)), sheet("base"));
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name + ".css"), name).toExternalForm();
  }
}
