package iris.ui.fallback;

import java.util.Objects;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * Does its deed only when it was held down for two seconds, by the mouse, Enter or the space bar: what changes
 * production is not done by a stray click. While it is held a ring closes; let go early, nothing happens and that is said.
 */
final class HoldButton extends Button {
  static final Duration HOLD = Duration.seconds(2);

  private final Ring ring = new Ring();
  private final DoubleProperty held = new SimpleDoubleProperty();
  private final Timeline hold = new Timeline(new KeyFrame(HOLD, new KeyValue(held, 1)));
  private final Hand hand;
  /** Nothing is held down. */
  private boolean idle = true;

  /** What holding leads to. */
  interface Hand {
    /** It begins; false: not now, and that was said. */
    boolean begins();

    void done();

    void letGo();
  }

  HoldButton(String id, String text, Hand hand) {
    super(text);
    this.hand = Objects.requireNonNull(hand);
    setId(id);
    getStyleClass().add("hold");
    setMinWidth(USE_PREF_SIZE);
    setGraphic(ring);
    held.addListener((p, before, now) -> ring.show(now.doubleValue()));
    hold.setOnFinished(e -> {
      rest();
      hand.done();
    });
    addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
      if (e.getButton() == MouseButton.PRIMARY) {
        // Before it begins: who is told to write first is led to where.
        requestFocus();
        begin();
      }
      e.consume();
    });
    addEventFilter(MouseEvent.MOUSE_RELEASED, e -> release());
    addEventFilter(MouseEvent.MOUSE_EXITED, e -> release());
    // A key that is held repeats: only the first one begins.
    addEventFilter(KeyEvent.KEY_PRESSED, e -> {
      if (!key(e)) return;
      begin();
      e.consume();
    });
    addEventFilter(KeyEvent.KEY_RELEASED, e -> {
      if (!key(e)) return;
      release();
      e.consume();
    });
    focusedProperty().addListener((p, before, now) -> {
      if (!now) release();
    });
    disabledProperty().addListener((p, before, now) -> {
      if (now) release();
    });
  }

  private static boolean key(KeyEvent e) {
    return e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE;
  }

  boolean holding() {
    return hold.getStatus() == Timeline.Status.RUNNING;
  }

  private void begin() {
    if (!idle || isDisabled()) return;
    idle = false;
    if (hand.begins()) hold.playFromStart();
  }

  private void release() {
    boolean early = holding();
    idle = true;
    rest();
    if (early) hand.letGo();
  }

  private void rest() {
    hold.stop();
    held.set(0);
  }
}
