package iris.ui.setup;

import javafx.scene.layout.VBox;

/** What stands in the middle of the page. */
interface Pane {
  VBox root();

  /** Something was typed, saved or refused. */
  void show();

  /** Escape: true if there was something to leave. */
  default boolean leave() {
    return false;
  }
}
