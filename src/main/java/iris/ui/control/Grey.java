package iris.ui.control;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/** Buttons that are grey. On the FX thread. */
public final class Grey {
  private Grey() {}

  /**
   * A press on a grey button of a bar is an attempt, and goes into the journal with its refusal as one by key does.
   * The toolkit tells the button nothing of it.
   */
  public static void pressed(Pane bar, Consumer<Button> attempt) {
    bar.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
      if (e.getButton() != MouseButton.PRIMARY) return;
      for (Node node : bar.getChildren()) {
        boolean under = node.isVisible() && node.contains(node.sceneToLocal(e.getSceneX(), e.getSceneY()));
        if (under && node.isDisabled() && node instanceof Button button) attempt.accept(button);
      }
    });
  }
}
