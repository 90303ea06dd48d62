package iris.ui.wall;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Group;
import javafx.scene.Node;

/**
 * Tiles by tens. The toolkit paints a parent whole as soon as more than twelve of its children have something new: an
 * age that counts on each of fifty tiles would repaint the wall each second. Where they stand is the wall's matter.
 */
final class Shelves {
  private static final int ROOM = 10;

  private final ObservableList<Node> wall;
  private final List<Group> shelves = new ArrayList<>();

  Shelves(ObservableList<Node> wall) {
    this.wall = wall;
  }

  /** These in this order, and no others; what stands already is not touched. */
  void hold(List<? extends Node> tiles) {
    for (int i = 0; i < Math.max(shelves.size() * ROOM, tiles.size()); i += ROOM) {
      List<? extends Node> wanted = tiles.subList(Math.min(i, tiles.size()), Math.min(i + ROOM, tiles.size()));
      ObservableList<Node> held = shelf(i / ROOM).getChildren();
      if (!held.equals(wanted)) held.setAll(wanted);
    }
  }

  private Group shelf(int number) {
    while (shelves.size() <= number) {
      Group shelf = new Group();
      // Its tiles are placed by the wall, and it has no say in how large that is.
      shelf.setManaged(false);
      shelf.setAutoSizeChildren(false);
      shelves.add(shelf);
      wall.add(shelf);
    }
    return shelves.get(number);
  }
}
