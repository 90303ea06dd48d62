package iris.ui.control;

import javafx.scene.Node;

/** Whether something is there: what is not seen takes no room either. On the FX thread. */
public final class Presence {
  private Presence() {}

  public static void of(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
