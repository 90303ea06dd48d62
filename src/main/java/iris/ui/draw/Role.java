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
  FOCUS;

  String css() {
    return "-paint-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
