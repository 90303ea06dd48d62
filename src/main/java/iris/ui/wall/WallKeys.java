package iris.ui.wall;

import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Keys and clicks on the board: arrows, Home, End, Page Up and Down move; Enter, space and a double click open. */
final class WallKeys {
  private final WallView wall;

  WallKeys(WallView wall) {
    this.wall = wall;
  }

  void listen() {
    wall.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  ServiceTile made(ServiceTile tile, int onPage) {
    tile.focusedProperty().addListener((property, was, is) -> {
      if (is) wall.chosen(onPage);
    });
    tile.addEventHandler(MouseEvent.MOUSE_PRESSED, click -> {
      boolean primary = click.getButton() == MouseButton.PRIMARY;
      // A menu is about the tile under the hand.
      if (!primary && click.getButton() != MouseButton.SECONDARY) return;
      if (tile.isFocusTraversable()) tile.requestFocus();
      if (primary && click.getClickCount() == 2) wall.opened(onPage);
    });
    return tile;
  }

  private void pressed(KeyEvent key) {
    Grid grid = wall.grid();
    int at = wall.selected().map(this::index).orElse(-1);
    if (grid == null || at < 0) return;
    if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
      wall.opened(at - wall.page() * grid.page());
    } else {
      int to = target(key.getCode(), at, grid);
      if (to < 0) return;
      wall.focus(Math.clamp(to, 0, wall.count() - 1));
    }
    key.consume();
  }

  private int index(String id) {
    for (int i = 0; i < wall.shown().size(); i++)
      if (wall.shown().get(i).id().equals(id)) return wall.page() * Objects.requireNonNull(wall.grid()).page() + i;
    return -1;
  }

  /** Where a key leads from a place; -1: nowhere, the key is not ours. */
  private int target(KeyCode code, int at, Grid grid) {
    return switch (code) {
      case LEFT -> Math.max(0, at - 1);
      case RIGHT -> at + 1;
      case UP -> at - grid.columns() < 0 ? at : at - grid.columns();
      case DOWN -> at + grid.columns() >= wall.count() ? at : at + grid.columns();
      case HOME -> 0;
      case END -> wall.count() - 1;
      case PAGE_UP -> Math.max(0, at - grid.page());
      case PAGE_DOWN -> at + grid.page();
      default -> -1;
    };
  }
}
