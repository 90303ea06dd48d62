package iris.ui.wall;

import eu.hansolo.tilesfx.Tile;
import javafx.scene.AccessibleRole;
import org.jspecify.annotations.Nullable;

/** A tile of the board: TilesFX's control with a skin of ours, which draws instead of stacking nodes. */
final class ServiceTile extends Tile {
  private final ServiceSkin face;

  ServiceTile() {
    super(SkinType.CUSTOM);
    getStyleClass().add("iris-tile");
    setAccessibleRole(AccessibleRole.BUTTON);
    setFocusTraversable(true);
    face = new ServiceSkin(this);
    setSkin(face);
  }

  ServiceSkin face() {
    return face;
  }

  /** None: TilesFX's sheet styles nodes that this skin does not have, and costs a parse at start. */
  @Override
  public @Nullable String getUserAgentStylesheet() {
    return null;
  }
}
