package iris.ui.wall;

/**
 * How much a tile says. The measures are in units (the size of its running text): less room than this, and the text
 * has to become smaller.
 */
enum Variant {
  /** One service alone on the wall. */
  HERO(52, 32),
  FULL(23, 20.8),
  /** Name, state, since, response time, strip: for many, seen side by side. */
  COMPACT(24, 6.6);

  final double wide;
  final double high;

  Variant(double wide, double high) {
    this.wide = wide;
    this.high = high;
  }

  double unit(double width, double height) {
    return Math.min(width / wide, height / high);
  }
}
