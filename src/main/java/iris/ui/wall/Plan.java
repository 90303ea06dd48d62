package iris.ui.wall;

import iris.ui.draw.Box;
import java.util.List;

/**
 * Where everything stands on a tile of one size, in pixels from its corner: the same for all tiles and all states.
 *
 * @param size of the state word: all state words of the language fit
 * @param figures response, transaction, availability; a compact tile has the first only
 * @param axis hours under the strip; none where there is no room
 */
record Plan(
    Variant variant,
    Sizes size,
    Box whole,
    Box name,
    Box fallback,
    Box bell,
    Box priority,
    Box band,
    Box since,
    Box lines,
    List<Box> figures,
    Box chart,
    Box strip,
    Box axis,
    Box ring,
    Box age,
    Box clocks) {

  /** Sizes of the texts in pixels. */
  record Sizes(
      double unit, double name, double state, double since, double line, double label, double value, double foot) {}

  /** Distance of what is inside from the edge of the tile. */
  double pad() {
    return name.x();
  }
}
