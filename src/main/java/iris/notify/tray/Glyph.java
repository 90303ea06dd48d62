package iris.notify.tray;

import iris.alarm.Shown;

/**
 * The shapes of section 10 of the alarm model, as iris.ui.draw draws them, in a square of 100: whether a point is ink,
 * a hole in the ink, or neither. Computed, since neither JavaFX nor AWT may start for a picture of 24 pixels.
 */
enum Glyph {
  RING,
  CROSS,
  TRIANGLE,
  DIAMOND,
  DOTS,
  WRENCH,
  BARRED;

  enum Part {
    INK,
    HOLE,
    NOTHING
  }

  static Glyph of(Shown shown) {
    return switch (shown) {
      case DOWN -> CROSS;
      case DEGRADED -> TRIANGLE;
      case MAINTENANCE -> WRENCH;
      case LOST, UNKNOWN -> DIAMOND;
      case UP -> RING;
      case INIT -> DOTS;
      case OUT_OF_SERVICE -> BARRED;
    };
  }

  Part at(double x, double y) {
    return switch (this) {
      case RING -> part(Math.abs(distance(x, y, 50, 50) - 40) <= 8, false);
      case CROSS -> part(Math.max(Math.abs(x - 50), Math.abs(y - 50)) <= 48,
          near(x, y, 29, 29, 71, 71) <= 8.5 || near(x, y, 71, 29, 29, 71) <= 8.5);
      case TRIANGLE -> part(y >= 4 && y <= 95 && Math.abs(x - 50) <= 3 + (y - 4) * 47 / 91,
          near(x, y, 50, 38, 50, 61) <= 6.5 || distance(x, y, 50, 79) <= 7.5);
      case DIAMOND -> part(Math.abs(x - 50) + Math.abs(y - 50) <= 50, question(x, y));
      case DOTS -> part(near(x, y, 15, 50, 15, 50) <= 13 || near(x, y, 50, 50, 50, 50) <= 13
          || near(x, y, 85, 50, 85, 50) <= 13, false);
      case WRENCH -> part(near(x, y, 16, 84, 56, 44) <= 9 || jaw(x, y), false);
      case BARRED -> part(Math.abs(distance(x, y, 50, 50) - 41) <= 7 || near(x, y, 23, 77, 77, 23) <= 7, false);
    };
  }

  private static Part part(boolean ink, boolean hole) {
    return !ink ? Part.NOTHING : hole ? Part.HOLE : Part.INK;
  }

  private static boolean question(double x, double y) {
    boolean hook = Math.abs(distance(x, y, 50, 38) - 13) <= 5.5 && !(x < 50 && y > 38);
    return hook || near(x, y, 50, 51, 50, 58) <= 5.5 || distance(x, y, 50, 74) <= 6.5;
  }

  /** Open to the upper right. */
  private static boolean jaw(double x, double y) {
    double angle = Math.toDegrees(Math.atan2(30 - y, x - 70));
    return Math.abs(distance(x, y, 70, 30) - 22) <= 8 && (angle < 10 || angle > 80);
  }

  private static double distance(double x, double y, double toX, double toY) {
    return Math.hypot(x - toX, y - toY);
  }

  /** Distance to a line from (x1, y1) to (x2, y2). */
  private static double near(double x, double y, double x1, double y1, double x2, double y2) {
    double length = (x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1);
    double along = length == 0 ? 0 : Math.clamp(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length, 0, 1);
    return distance(x, y, x1 + along * (x2 - x1), y1 + along * (y2 - y1));
  }
}
