package iris.ui.charts;

import iris.ui.charts.model.Span;
import iris.ui.page.Key;
import iris.words.Words;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What keys do to a chart. Digits and signs are known when they are typed: where they lie is the keyboard's business. */
record Keyboard(Deeds deeds) {
  /** What a key asks of the page. */
  interface Deeds extends Bar.Asks {
    /** @param share of the view, later where positive */
    void pan(double share);

    void zoom(double factor);

    void first();

    void last();

    /** The cursor goes to the next stretch, or to the one before. */
    void step(int stretches);

    void behind();

    void back();

    boolean escape();
  }

  private static final double STEP = 0.1;
  private static final double ZOOM = 1.5;

  /** @param chart the picture has the keyboard: arrows are its own there */
  boolean pressed(KeyEvent key, boolean chart) {
    if (key.isAltDown()) return false;
    if (key.isShortcutDown()) return key.getCode() == KeyCode.C && did(deeds::copyFigures);
    return switch (key.getCode()) {
      case LEFT -> chart && (key.isShiftDown() ? did(() -> deeds.step(-1)) : did(() -> deeds.pan(-STEP)));
      case RIGHT -> chart && (key.isShiftDown() ? did(() -> deeds.step(1)) : did(() -> deeds.pan(STEP)));
      case HOME -> chart && did(deeds::first);
      case END -> chart && did(deeds::last);
      case UP -> chart && did(() -> deeds.zoom(1 / ZOOM));
      case DOWN -> chart && did(() -> deeds.zoom(ZOOM));
      case PAGE_UP -> did(() -> deeds.pan(-1));
      case PAGE_DOWN -> did(() -> deeds.pan(1));
      case BACK_SPACE -> did(deeds::back);
      case B -> did(deeds::behind);
      case L -> did(deeds::scale);
      case D -> did(deeds::finer);
      case Y -> did(deeds::copyPicture);
      case C -> did(deeds::copyFigures);
      case E -> did(deeds::save);
      case ESCAPE -> deeds.escape();
      default -> false;
    };
  }

  boolean typed(String character) {
    if (character.length() != 1) return false;
    char c = character.charAt(0);
    if (c >= '1' && c <= '9') deeds.span(Span.values()[c - '1']);
    else if (c == '0') deeds.whole();
    else if (c == '+') deeds.zoom(1 / ZOOM);
    else if (c == '-') deeds.zoom(ZOOM);
    else return false;
    return true;
  }

  private static boolean did(Runnable deed) {
    deed.run();
    return true;
  }

  static List<Key> help(Words words) {
    return List.of(key(words, "1 … 9", "spans"), key(words, "0", "whole"), key(words, "← →", "pan"),
        key(words, words.say("ui.charts.key.shift", "← →"), "step"), key(words, "+ −", "zoom"),
        key(words, words.say("ui.charts.key.pages"), "page"), key(words, words.say("ui.charts.key.ends"), "ends"),
        key(words, words.say("ui.charts.key.backspace"), "back"), key(words, "B", "behind"), key(words, "L", "scale"),
        key(words, "D", "finer"), key(words, "Y", "picture"), key(words, "C", "figures"), key(words, "E", "save"),
        key(words, words.say("ui.charts.key.mouse"), "mouse"));
  }

  private static Key key(Words words, String key, String does) {
    return new Key(key, words.say("ui.charts.does." + does));
  }
}
