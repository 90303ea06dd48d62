package iris.ui.station;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keyboard of the window: the page that is seen goes first, and no letter works while words are typed. */
final class StationKeys {
  /** What keys ask of the window. */
  interface Hands {
    void gesture();

    /** 0 first; beyond the last one: nothing. */
    void page(int at);

    void step(int pages);

    void silence();

    void undo();

    void theme();

    void wall();

    void full();

    void help();

    /** "Who is at the desk?" */
    void who();

    /** Closes that question. True if it was open. */
    boolean unask();

    /** True if there was something to leave. */
    boolean escape();
  }

  private static final List<KeyCode> DIGITS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4,
      KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9);
  private static final List<KeyCode> PADS = List.of(KeyCode.NUMPAD1, KeyCode.NUMPAD2, KeyCode.NUMPAD3, KeyCode.NUMPAD4,
      KeyCode.NUMPAD5, KeyCode.NUMPAD6, KeyCode.NUMPAD7, KeyCode.NUMPAD8, KeyCode.NUMPAD9);

  private final Hands hands;
  private final Predicate<KeyEvent> page;
  private final Predicate<String> typed;
  private boolean taken;

  /** @param page offers a key to the page that is seen, {@code typed} a character; true: taken */
  StationKeys(Scene scene, Hands hands, Predicate<KeyEvent> page, Predicate<String> typed) {
    this.hands = hands;
    this.page = page;
    this.typed = typed;
    scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
      hands.gesture();
      taken = pressed(e, scene.getFocusOwner() instanceof TextInputControl);
      if (taken) e.consume();
    });
    // A box for choices opens when F4 is let go: it would, on the page that its press has just turned to.
    scene.addEventFilter(KeyEvent.KEY_RELEASED, e -> {
      if (PageKeys.page(e) >= 0) e.consume();
    });
    // Where the question mark lies is the keyboard's business: it is known when it is typed.
    scene.addEventFilter(KeyEvent.KEY_TYPED, e -> {
      // The key that opened a line for words is not its first letter.
      if (taken || !(scene.getFocusOwner() instanceof TextInputControl) && character(e.getCharacter())) e.consume();
      taken = false;
    });
  }

  private boolean character(String typedNow) {
    if (!typedNow.equals("?")) return typed.test(typedNow);
    hands.help();
    return true;
  }

  private boolean pressed(KeyEvent e, boolean typing) {
    if (everywhere(e)) return true;
    if (typing) return e.getCode() == KeyCode.ESCAPE && (hands.unask() || page.test(e) || hands.escape());
    if (page.test(e)) return true;
    if (e.getCode() == KeyCode.ESCAPE) return hands.escape();
    if (e.isShortcutDown() && e.getCode() == KeyCode.Z) hands.undo();
    else return !e.isShortcutDown() && !e.isAltDown() && letter(e.getCode());
    return true;
  }

  private boolean everywhere(KeyEvent e) {
    KeyCode code = e.getCode();
    int digit = Math.max(DIGITS.indexOf(code), PADS.indexOf(code));
    // For the keyboards whose digits want the shift key.
    int page = PageKeys.page(e);
    if (page >= 0) hands.page(page);
    else if (e.isShortcutDown() && digit >= 0) hands.page(digit);
    else if (e.isShortcutDown() && code == KeyCode.TAB) hands.step(e.isShiftDown() ? -1 : 1);
    else if (e.isShortcutDown() && (code == KeyCode.PAGE_UP || code == KeyCode.PAGE_DOWN))
      hands.step(code == KeyCode.PAGE_UP ? -1 : 1);
    else if (code == KeyCode.F1) hands.help();
    else if (code == KeyCode.F11) hands.full();
    else if (code == KeyCode.F12) hands.who();
    else return false;
    return true;
  }

  private boolean letter(KeyCode code) {
    switch (code) {
      case S -> hands.silence();
      case U -> hands.undo();
      case T -> hands.theme();
      case W -> hands.wall();
      default -> {
        return false;
      }
    }
    return true;
  }
}
