package iris.ui.station;

import iris.words.Words;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Which key turns to which page: F2 to F10 in the order of the rail, then the same with Shift. F1 is the help, F11 the
 * full screen, F12 asks who is at the desk.
 */
final class PageKeys {
  private static final List<KeyCode> FUNCTIONS = List.of(KeyCode.F2, KeyCode.F3, KeyCode.F4, KeyCode.F5, KeyCode.F6,
      KeyCode.F7, KeyCode.F8, KeyCode.F9, KeyCode.F10);

  /** So many pages have a key of their own, without Shift. */
  static final int PLAIN = FUNCTIONS.size();

  private PageKeys() {}

  /** What stands on the key of this page, 0 first; empty: it has none. */
  static String name(int page, Words words) {
    if (page < PLAIN) return "F" + (page + 2);
    return page < 2 * PLAIN ? words.say("ui.station.keys.shift", "F" + (page - PLAIN + 2)) : "";
  }

  /** Which page a key means; negative: it is not such a key. */
  static int page(KeyEvent e) {
    int at = FUNCTIONS.indexOf(e.getCode());
    return at >= 0 && e.isShiftDown() ? at + PLAIN : at;
  }
}
