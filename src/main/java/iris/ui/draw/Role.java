package iris.ui.draw;

import java.util.Locale;

/** What a colour is for. In a style sheet: {@code -paint-on-down} for {@link #ON_DOWN}. */
public enum Role {
  PAGE,
  TILE,
  RAISED,
  LINE,
  TEXT,
  SOFT,
  FAINT,
  UP,
  DOWN,
  ON_DOWN,
  DEGRADED,
  DEGRADED_EDGE,
  ON_DEGRADED,
  UNKNOWN,
  FALLBACK,
  ON_FALLBACK,
  MAINTENANCE,
  FOCUS,
  /** Curves of a chart, besides the text's own colour: told apart by their strokes and names first. */
  SERIES_1,
  SERIES_2,
  SERIES_3;

  String css() {
    return "-paint-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
