package iris.ui.desk;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keyboard: every deed has one key, and none works while words are typed. */
final class Keys {
  /** What keys ask of the window. */
  interface Board {
    void deed(Deed deed);

    void undo();

    void silence();

    void place(int number);

    void theme();

    /** The workstation's window. */
    void desk();

    /** Why what is chosen says what it says. */
    void why();

    /** A first feed, where one is offered. */
    void feed();

    void wall();

    void help();

    /** True if there was something to leave. */
    boolean escape();
  }

  private final Board board;
  private boolean taken;

  Keys(Scene scene, Board board) {
    this.board = board;
    scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
      taken = pressed(e.getCode())
          || !typing(scene) && !e.isShortcutDown() && !e.isAltDown() && letter(e.getCode());
      if (taken) e.consume();
    });
    // Where the question mark lies is the keyboard's business: it is known when it is typed.
    scene.addEventFilter(KeyEvent.KEY_TYPED, e -> {
      // The key that opened a line for words is not its first letter.
      if (taken) e.consume();
      else if (!typing(scene) && e.getCharacter().equals("?")) {
        board.help();
        e.consume();
      }
      taken = false;
    });
  }

  private static boolean typing(Scene scene) {
    return scene.getFocusOwner() instanceof TextInputControl;
  }

  private boolean pressed(KeyCode code) {
    return switch (code) {
      case F11 -> {
        board.wall();
        yield true;
      }
      case F1 -> {
        board.help();
        yield true;
      }
      case ESCAPE -> board.escape();
      default -> false;
    };
  }

  private boolean letter(KeyCode code) {
    switch (code) {
      case S -> board.silence();
      case T -> board.theme();
      case D -> board.desk();
      case W -> board.why();
      case N -> board.feed();
      case U -> board.undo();
      case DIGIT1, NUMPAD1 -> board.place(1);
      case DIGIT2, NUMPAD2 -> board.place(2);
      case DIGIT3, NUMPAD3 -> board.place(3);
      case DIGIT4, NUMPAD4 -> board.place(4);
      default -> {
        Optional<Deed> deed = Deed.ofKey(code.getChar());
        deed.ifPresent(board::deed);
        return deed.isPresent();
      }
    }
    return true;
  }
}
