package iris.ui.setup;

import javafx.scene.layout.VBox;

/** What stands in the middle of the page. */
interface Pane {
  VBox root();

  /** Something was typed, saved or refused. */
  void show();

  /** What was typed to find something on it. */
  String sought();

  void seek(String typed);

  /** Escape: true if there was something to leave. */
  default boolean leave() {
    return false;
  }
}
