package iris.ui.charts.paint;

import iris.signal.Origin;
import iris.ui.charts.model.Figure;
import iris.ui.draw.Role;

/**
 * How a curve is drawn: told from the others by its rhythm and its width before its colour.
 *
 * @param rhythm pixels drawn and left out in turn; empty: without a break
 */
public record Stroke(Role role, int width, int... rhythm) {
  public static final Stroke MEAN = new Stroke(Role.TEXT, 2);
  public static final Stroke BEHIND = new Stroke(Role.SOFT, 1, 3, 3);
  public static final Stroke LIMIT = new Stroke(Role.DEGRADED_EDGE, 1, 8, 4);
  private static final Stroke P50 = new Stroke(Role.SOFT, 1, 2, 2);
  private static final Stroke P95 = new Stroke(Role.SERIES_1, 2, 9, 3);
  private static final Stroke P99 = new Stroke(Role.SERIES_2, 2, 9, 3, 2, 3);
  private static final Stroke MAX = new Stroke(Role.SOFT, 1);
  private static final int[][] PARTIES = {{}, {5, 2}, {2, 3}, {12, 3}};

  public static Stroke of(Figure figure) {
    return switch (figure) {
      case MEAN -> MEAN;
      case P50 -> P50;
      case P95 -> P95;
      case P99 -> P99;
      case MAX -> MAX;
    };
  }

  /** Of the external party with this place in the order of names. */
  public static Stroke party(int place) {
    return new Stroke(Role.SERIES_3, 2, PARTIES[place % PARTIES.length]);
  }

  /** Ink falls on this pixel of a line. */
  public boolean on(int x) {
    int whole = 0;
    for (int part : rhythm) whole += part;
    if (whole == 0) return true;
    int at = Math.floorMod(x, whole);
    for (int i = 0; i < rhythm.length; i++) {
      if (at < rhythm[i]) return i % 2 == 0;
      at -= rhythm[i];
    }
    return true;
  }

  /** The colour of failures of this origin; {@link #inked} is their pattern. */
  public static Role role(Origin origin) {
    return switch (origin) {
      case PROVIDER -> Role.SERIES_1;
      case EXTERNAL -> Role.SERIES_3;
      case NETWORK -> Role.SERIES_2;
      case UNKNOWN -> Role.SOFT;
    };
  }

  /** Whether failures of this origin have ink here: solid, slanting, level, dotted. */
  public static boolean inked(Origin origin, int x, int y) {
    return switch (origin) {
      case PROVIDER -> true;
      case EXTERNAL -> Math.floorMod(x + y, 4) != 0;
      case NETWORK -> Math.floorMod(y, 3) != 0;
      case UNKNOWN -> Math.floorMod(x, 3) != 0 && Math.floorMod(y, 3) != 0;
    };
  }
}
