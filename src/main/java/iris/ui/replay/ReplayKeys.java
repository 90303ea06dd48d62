package iris.ui.replay;

import iris.history.film.Stop;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** The keys of a film, before those of the window that shows it; none while words are typed. */
final class ReplayKeys {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN = Duration.ofMinutes(10);

  private final Player player;
  private final Stage stage;
  private boolean taken;

  private ReplayKeys(Player player, Stage stage) {
    this.player = player;
    this.stage = stage;
  }

  static void on(Stage stage, Player player) {
    ReplayKeys keys = new ReplayKeys(player, stage);
    // On the window, which is asked before its scene.
    stage.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
      keys.taken = keys.pressed(e);
      if (keys.taken) e.consume();
    });
    stage.addEventFilter(KeyEvent.KEY_TYPED, e -> {
      if (keys.taken || keys.typed(e.getCharacter())) e.consume();
      keys.taken = false;
    });
  }

  private boolean typing() {
    return stage.getScene().getFocusOwner() instanceof TextInputControl;
  }

  private ReplayBar bar() {
    Node bar = stage.getScene().getRoot().lookup("#replay");
    return (ReplayBar) bar;
  }

  private boolean pressed(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE) return bar().leave();
    if (typing() || e.isAltDown()) return false;
    if (e.isShortcutDown()) return skip(e);
    Stop stop = e.isShiftDown() ? Stop.ALARM : Stop.EVENT;
    switch (e.getCode()) {
      case SPACE -> player.toggle();
      case N -> player.stop(true, stop);
      case P -> player.stop(false, stop);
      case G -> bar().type();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean skip(KeyEvent e) {
    if (e.getCode() != KeyCode.LEFT && e.getCode() != KeyCode.RIGHT) return false;
    Duration by = e.isShiftDown() ? TEN : MINUTE;
    player.skip(e.getCode() == KeyCode.LEFT ? by.negated() : by);
    return true;
  }

  /** Where plus and minus lie is the keyboard's business. */
  private boolean typed(String character) {
    if (typing()) return false;
    switch (character) {
      case "+" -> player.faster();
      case "-" -> player.slower();
      default -> {
        return false;
      }
    }
    return true;
  }
}
