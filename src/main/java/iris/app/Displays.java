package iris.app;

import iris.signal.Reason;
import java.util.Map;
import java.util.Optional;

/** Whether this machine has something to open a window on, and what to say where it has not. */
final class Displays {
  private Displays() {}

  /** Why {@link Screen#start} gave none. */
  static Reason why() {
    Reason none = Reason.of("app.no-display");
    return likely() ? lacking().orElse(none) : none;
  }

  /** What a window needs of this system and it has not; a toolkit chosen by hand needs letters only. */
  static Optional<Reason> lacking() {
    return Libraries.lacking(System.getProperty("glass.platform") == null ? Libraries.WINDOW : Libraries.LETTERS);
  }

  /** {@link #likely(Map, String, String)} of this machine: known at once, where to try takes a while. */
  static boolean likely() {
    return likely(System.getenv(), System.getProperty("os.name"), System.getProperty("glass.platform"));
  }

  /**
   * Whether there may be a display. Windows and macOS have one; on Linux JavaFX speaks X11, to Wayland through
   * XWayland, and a toolkit chosen by hand needs neither.
   *
   * @param os the property os.name
   * @param glass the property glass.platform, null where nobody set it
   */
  static boolean likely(Map<String, String> env, String os, String glass) {
    if (glass != null || os.startsWith("Windows") || os.startsWith("Mac")) return true;
    return !env.getOrDefault("DISPLAY", "").isBlank() || !env.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
  }
}
