package iris.ui.wall;

import iris.ui.draw.Box;
import java.util.Objects;

/**
 * Where the tiles stand: a function of how many there are and of the room, never of what they show, so that the wall
 * does not re-flow.
 *
 * @param page tiles on one page
 * @param unit size of the running text, px
 */
record Grid(
    Variant variant, int columns, int rows, int page, int pages, double width, double height, double gap, double unit) {
  /** Running text under this is for nobody. */
  static final double FLOOR = 10.5;
  /** A tile with all its figures must reach this; else it is a compact one. */
  static final double FULL_FLOOR = 12.5;
  /** So few are known one by one: their figures and sentences are worth smaller text. */
  static final int FEW = 4;
  /** One service in a room too low for a hero has a full tile. */
  static final double HERO_FLOOR = 15;
  /** A full tile has more room for words than a wide one of the same text. */
  private static final double WIDE_GAIN = 1.05;
  /** More would be a table. */
  static final int MOST = 60;

  static Grid of(int count, double width, double height) {
    int all = Math.max(1, count);
    if (all == 1) {
      Grid hero = best(Variant.HERO, 1, 1, width, height);
      if (hero.unit >= HERO_FLOOR) return hero;
    }
    if (all <= MOST) {
      Grid full = best(Variant.FULL, all, 1, width, height);
      Grid wide = best(Variant.WIDE, all, 1, width, height);
      Grid larger = wide.unit > WIDE_GAIN * full.unit ? wide : full;
      if (larger.unit >= (all <= FEW ? FLOOR : FULL_FLOOR)) return larger;
    }
    int pages = (all + MOST - 1) / MOST;
    Grid compact = compact(all, pages, width, height);
    while (compact.unit < FLOOR && compact.page > 1) compact = compact(all, ++pages, width, height);
    return compact;
  }

  private static Grid compact(int all, int pages, double width, double height) {
    return best(Variant.COMPACT, (all + pages - 1) / pages, pages, width, height);
  }

  private static Grid best(Variant variant, int page, int pages, double width, double height) {
    Grid best = null;
    for (int columns = 1; columns <= page; columns++) {
      int rows = (page + columns - 1) / columns;
      if ((rows - 1) * columns >= page || (columns - 1) * rows >= page) continue;
      Grid grid = fitted(variant, page, pages, columns, rows, width, height);
      if (best == null || grid.worth() > best.worth()) best = grid;
    }
    // One column always fits.
    return Objects.requireNonNull(best);
  }

  private static Grid fitted(Variant variant, int page, int pages, int columns, int rows, double width, double height) {
    double gap = Math.clamp(Math.min(width, height) * 0.011, 4, 20) * (page > 20 ? 0.7 : 1);
    double foot = pages > 1 ? footer(height) : 0;
    double w = Math.max(1, Math.floor((width - gap * (columns + 1)) / columns));
    double h = Math.max(1, Math.floor((height - foot - gap * (rows + 1)) / rows));
    return new Grid(variant, columns, rows, page, pages, w, h, gap, variant.unit(w, h));
  }

  /** Larger text is better; of nearly equal ones, the one with fewer empty places. */
  private double worth() {
    return unit * (1 - 0.04 * (columns * rows - page));
  }

  /** Height of the line that names the pages. */
  static double footer(double height) {
    return Math.clamp(height * 0.03, 18, 40);
  }

  /** Place of the {@code n}th tile of a page, from 0. */
  Box place(int n) {
    int row = n / columns;
    return new Box(gap + n % columns * (width + gap), gap + row * (height + gap), width, height);
  }

  int pageOf(int index) {
    return index / page;
  }
}
