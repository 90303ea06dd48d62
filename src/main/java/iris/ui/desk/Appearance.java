package iris.ui.desk;

import iris.ui.theme.Theme;
import iris.ui.theme.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;

/** Dark or light, still or moving: what was asked for, else what the desktop has, also when that changes. */
public final class Appearance implements AutoCloseable {
  private final Scene scene;
  private final List<String> own;
  private final Runnable changed;
  private final InvalidationListener desktop = preference -> change();
  private WindowOptions.Theme theme;
  private WindowOptions.Motion motion;
  private double size;

  Appearance(Scene scene, WindowOptions options, double size, Runnable changed) {
    this(scene, options, size, List.of(), changed);
  }

  /**
   * @param size height of the text in pixels
   * @param own sheets of this window besides those that all have
   * @param changed told after each change, on the FX thread
   */
  public Appearance(Scene scene, WindowOptions options, double size, List<String> own, Runnable changed) {
    this.scene = scene;
    this.own = List.copyOf(own);
    this.changed = changed;
    this.theme = options.theme();
    this.motion = options.motion();
    this.size = size;
    Type.load();
    Platform.getPreferences().colorSchemeProperty().addListener(desktop);
    Platform.getPreferences().reducedMotionProperty().addListener(desktop);
    apply();
  }

  public WindowOptions.Theme theme() {
    return theme;
  }

  public void theme(WindowOptions.Theme next) {
    theme = next;
    change();
  }

  public void motion(WindowOptions.Motion next) {
    motion = next;
    change();
  }

  /** Height of the text in pixels, from which all other sizes follow. */
  void size(double pixels) {
    size = pixels;
    change();
  }

  boolean dark() {
    return switch (theme) {
      case DARK -> true;
      case LIGHT -> false;
      case AUTO -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  /** The reader wants no movement. */
  public boolean still() {
    return switch (motion) {
      case REDUCED -> true;
      case FULL -> false;
      case AUTO -> Platform.getPreferences().isReducedMotion();
    };
  }

  private void apply() {
    List<String> sheets = new ArrayList<>((dark() ? Theme.DARK : Theme.LIGHT).sheets());
    sheets.add(Objects.requireNonNull(Appearance.class.getResource("desk.css")).toExternalForm());
    sheets.addAll(own);
    sheets.add(sized());
    if (!scene.getStylesheets().equals(sheets)) scene.getStylesheets().setAll(sheets);
  }

  private void change() {
    apply();
    changed.run();
  }

  private String sized() {
    String css = String.format(Locale.ROOT, ".root { -fx-font-size: %.1fpx; }", size);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    Platform.getPreferences().colorSchemeProperty().removeListener(desktop);
    Platform.getPreferences().reducedMotionProperty().removeListener(desktop);
  }
}
