package iris.ui.wall;

/**
 * From where a screen is looked at: gives text sizes by the visual angle of a capital, h = 2 d tan(angle / 2)
 * (alarm-model.md, section 10). All in pixels of the screen.
 *
 * @param metres viewing distance, over 0
 * @param inches diagonal of the screen, over 0
 * @param pixels diagonal of the screen in pixels, over 0
 */
public record Sight(double metres, double inches, double pixels) {
  /** A 24-inch full HD screen on a desk. */
  public static final Sight DESK = new Sight(0.6, 24, Math.hypot(1920, 1080));

  private static final double MM_PER_INCH = 25.4;
  /** Height of a capital in parts of the font size, as in iris.ui.theme.Type. */
  private static final double CAP = 0.698;

  public Sight {
    if (!(metres > 0 && inches > 0 && pixels > 0))
      throw new IllegalArgumentException("sight " + metres + " m, " + inches + " in, " + pixels + " px");
  }

  /** Font size in pixels whose capitals have this visual angle, in minutes of arc. */
  public double size(double minutes) {
    double mm = 2 * metres * 1000 * Math.tan(Math.toRadians(minutes / 60) / 2);
    return mm / (inches * MM_PER_INCH / pixels) / CAP;
  }

  /** The least that can be read: 16'. */
  public double least() {
    return size(16);
  }

  /** What is read with ease: 21'. */
  public double easy() {
    return size(21);
  }

  /** The state word: 45'. */
  public double state() {
    return size(45);
  }
}
