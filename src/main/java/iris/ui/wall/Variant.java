package iris.ui.wall;

/**
 * How much a tile says. The measures are in units (the size of its running text): less room than this, and the text
 * has to become smaller.
 */
enum Variant {
  /** One service alone on the wall. */
  HERO(52, 32),
  FULL(23, 20.8),
  /** The same where tiles are broad and low: words on the left, figures and the day on the right. */
  WIDE(38.5, 11.6),
  /** Name, state, since, response time, strip: for many, seen side by side. */
  COMPACT(24, 6.6);

  final double wide;
  final double high;

  Variant(double wide, double high) {
    this.wide = wide;
    this.high = high;
  }

  /** A room this much wider than high: a hero gives up the height of its curve before that of its words. */
  static final double BROAD = 2.6;
  private static final double HERO_HIGH_WHEN_BROAD = 27.5;

  double unit(double width, double height) {
    double needed = this == HERO && width > BROAD * height ? HERO_HIGH_WHEN_BROAD : high;
    return Math.min(width / wide, height / needed);
  }
}
