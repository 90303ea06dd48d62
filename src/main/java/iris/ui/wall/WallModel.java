package iris.ui.wall;

import iris.alarm.Board;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the wall shows of a board: pure, without words and without a toolkit. Tiles in the order of the board. */
public record WallModel(Instant at, List<TileModel> tiles) {
  public static final WallModel EMPTY = new WallModel(Instant.EPOCH, List.of());

  public WallModel {
    Objects.requireNonNull(at);
    tiles = List.copyOf(tiles);
  }

  /**
   * @param now the wall clock: it moves the 24 hours; ages are not in the model, so that two models of a board within
   *     one period are equal
   */
  public static WallModel of(Board board, Instant now) {
    return new WallMaker().make(board, now);
  }

  /** Ids of the tiles that are new or differ from {@code before}: those are drawn, the others are left alone. */
  public Set<String> changedSince(WallModel before) {
    Set<String> changed = new HashSet<>();
    if (samePlaces(before)) {
      for (int i = 0; i < tiles.size(); i++) {
        TileModel tile = tiles.get(i);
        if (tile != before.tiles.get(i) && !tile.equals(before.tiles.get(i))) changed.add(tile.id());
      }
      return changed;
    }
    Map<String, TileModel> old = new HashMap<>();
    before.tiles.forEach(tile -> old.put(tile.id(), tile));
    for (TileModel tile : tiles) if (!tile.equals(old.get(tile.id()))) changed.add(tile.id());
    return changed;
  }

  /** The same tiles in the same places: nothing has to be laid out anew. */
  public boolean samePlaces(WallModel before) {
    if (tiles.size() != before.tiles.size()) return false;
    for (int i = 0; i < tiles.size(); i++)
      if (!tiles.get(i).id().equals(before.tiles.get(i).id())) return false;
    return true;
  }
}
