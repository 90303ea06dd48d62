package iris.ui.draw;

/** The shapes of section 10: a state is told by its shape and its word before its colour. */
public enum Shape {
  /** Works. */
  RING,
  /** Down: filled square, cross. */
  CROSS,
  /** Degraded: triangle, exclamation mark. */
  TRIANGLE,
  /** Unknown: diamond, question mark. */
  DIAMOND,
  /** Fallback runs: double arrow. */
  ARROWS,
  /** Maintenance. */
  WRENCH,
  /** Nothing heard yet: three dots. */
  DOTS,
  /** Out of service: a barred circle. */
  BARRED,
  /** Drifts: a curve that leaves its level. */
  RISE
}
