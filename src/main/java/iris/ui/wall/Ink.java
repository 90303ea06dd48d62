package iris.ui.wall;

import iris.alarm.Shown;
import iris.signal.Priority;
import iris.ui.draw.Palette;
import iris.ui.draw.Role;
import iris.ui.draw.Shape;
import javafx.scene.paint.Color;

/** The colours of one tile: those of the palette, dimmed where what is shown is old. */
record Ink(Palette palette, boolean stale) {
  private static final double DIMMED = 0.42;

  Color of(Role role) {
    return palette.of(role);
  }

  /** What is known of the service: dimmed when it is old. */
  Color data(Role role) {
    return stale ? palette.between(role, Role.TILE, DIMMED) : palette.of(role);
  }

  /** Colour that tells a state apart; only the abnormal has one. */
  static Role role(Shown shown) {
    return switch (shown) {
      case DOWN -> Role.DOWN;
      case DEGRADED -> Role.DEGRADED;
      case MAINTENANCE -> Role.MAINTENANCE;
      case LOST, UNKNOWN -> Role.UNKNOWN;
      case UP -> Role.UP;
      case INIT, OUT_OF_SERVICE -> Role.SOFT;
    };
  }

  /** Edge of what has this state's colour: the light palette's yellow needs a dark one. */
  static Role edge(Shown shown) {
    return shown == Shown.DEGRADED ? Role.DEGRADED_EDGE : role(shown);
  }

  static Shape shape(Shown shown) {
    return switch (shown) {
      case DOWN -> Shape.CROSS;
      case DEGRADED -> Shape.TRIANGLE;
      case MAINTENANCE -> Shape.WRENCH;
      case LOST, UNKNOWN -> Shape.DIAMOND;
      case UP -> Shape.RING;
      case INIT -> Shape.DOTS;
      case OUT_OF_SERVICE -> Shape.BARRED;
    };
  }

  static Role alarm(Priority priority) {
    return switch (priority) {
      case P1 -> Role.DOWN;
      case P2 -> Role.DEGRADED_EDGE;
      case P3 -> Role.FALLBACK;
    };
  }

}
