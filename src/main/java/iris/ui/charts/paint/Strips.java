package iris.ui.charts.paint;

import iris.signal.Origin;
import iris.ui.charts.model.Bars;
import iris.ui.charts.model.Levels;
import iris.ui.charts.model.Shares;
import iris.ui.charts.model.State;
import iris.ui.draw.Role;

/** Columns in bands: how time was spent, and failures by origin. */
final class Strips {
  /** Five minutes of outage in a month are seen all the same, px high and wide. */
  private static final int SEEN = 3;
  private static final int HATCH = 5;

  private final Raster raster;
  private final Inks inks;

  Strips(Raster raster, Inks inks) {
    this.raster = raster;
    this.inks = inks;
  }

  /**
   * By share of time, from the foot: down (solid), degraded (slanting), up (grey), at work (empty, between two lines); at
   * the top, hatched, what is not known.
   */
  void spent(Band band, Shares shares) {
    int up = inks.faint(Role.UP, 0.5);
    for (int c = 0; c < shares.width(); c++) {
      double known = shares.of(State.UP, c) + shares.of(State.DEGRADED, c) + shares.of(State.DOWN, c);
      double works = shares.of(State.WORKS, c);
      int filled = known <= 0 ? 0 : Math.max(1, (int) Math.round(band.h() * known));
      raster.rect(c, band.bottom() - filled, 1, filled, up);
      if (works > 0) works(band, c, (int) Math.round(band.h() * (1 - known - works)), least(works, band.h()));
      unknown(band, c, least(shares.missing(c) + shares.of(State.UNKNOWN, c), band.h()));
    }
    for (int c = 0; c < shares.width(); c++) bad(band, shares, c, State.DEGRADED);
    for (int c = 0; c < shares.width(); c++) bad(band, shares, c, State.DOWN);
  }

  private void unknown(Band band, int c, int high) {
    if (high == 0) return;
    raster.rect(c, band.y(), 1, high, inks.of(Role.TILE));
    raster.hatch(c, band.y(), 1, high, HATCH, inks.faint(Role.UNKNOWN, 0.6));
  }

  private static int least(double share, int height) {
    return share <= 0 ? 0 : Math.max(SEEN, (int) Math.round(share * height));
  }

  private void works(Band band, int c, int from, int high) {
    int y = band.y() + Math.clamp(from, 0, band.h() - high);
    raster.rect(c, y, 1, high, inks.of(Role.TILE));
    if (c % 7 >= 4) return;
    raster.rect(c, y, 1, 1, inks.of(Role.MAINTENANCE));
    raster.rect(c, y + high - 1, 1, 1, inks.of(Role.MAINTENANCE));
  }

  private void bad(Band band, Shares shares, int c, State state) {
    double share = shares.of(state, c);
    if (share <= 0) return;
    double below = state == State.DEGRADED ? shares.of(State.DOWN, c) : 0;
    int foot = below <= 0 ? 0 : least(below, band.h());
    int high = Math.min(band.h() - foot, least(share, band.h()));
    // Alone between columns that are well, it is widened to where a person sees it.
    boolean lone = (c == 0 || shares.of(state, c - 1) <= 0) && (c + 1 == shares.width() || shares.of(state, c + 1) <= 0);
    int x = lone ? c - SEEN / 2 : c;
    int wide = lone ? SEEN : 1;
    if (state == State.DOWN) {
      raster.rect(x, band.bottom() - high, wide, high, inks.of(Role.DOWN));
      return;
    }
    int stripe = Raster.mix(inks.of(Role.ON_DEGRADED), inks.of(Role.DEGRADED), 0.4);
    for (int i = 0; i < wide; i++)
      for (int y = band.bottom() - foot - high; y < band.bottom() - foot; y++)
        raster.rect(x + i, y, 1, 1, Math.floorMod(x + i + y, 5) == 0 ? stripe : inks.of(Role.DEGRADED));
  }

  /** Stacked, each origin with its own pattern. */
  void failures(Band band, Bars bars, Levels levels) {
    for (int c = 0; c < bars.width(); c++) {
      if (!(bars.failed(c) > 0)) continue;
      double sum = 0;
      int foot = band.bottom();
      for (Origin origin : Origin.values()) {
        sum += bars.failed(c, origin);
        int top = band.bottom() - (int) Math.round(levels.share(sum) * band.h());
        // One failure is seen.
        if (sum > 0 && top == band.bottom()) top--;
        int colour = inks.of(Stroke.role(origin));
        int empty = Raster.mix(inks.of(Role.TILE), colour, 0.35);
        for (int y = top; y < foot; y++) raster.rect(c, y, 1, 1, Stroke.inked(origin, c, y) ? colour : empty);
        foot = Math.min(foot, top);
      }
    }
  }
}
