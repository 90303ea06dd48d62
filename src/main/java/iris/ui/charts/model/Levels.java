package iris.ui.charts.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Which height a value has, and the round values beside the picture.
 *
 * @param low the value at the foot; over 0 where the scale is logarithmic, else 0
 * @param high the value at the top
 */
public record Levels(double low, double high, boolean logarithmic) {
  /** Where the longest dwarfs what is usual by so much, a linear scale would press the rest flat. */
  private static final double DWARFS = 12;
  private static final double[] STEPS = {1, 2, 5};

  public Levels {
    if (!(low < high) || logarithmic && !(low > 0)) throw new IllegalArgumentException("from " + low + " to " + high);
  }

  /** What a reader may wish. */
  public enum Wish {
    FITTING,
    LINEAR,
    LOGARITHMIC
  }

  /**
   * @param peak the greatest value, {@code usual} one in the middle, {@code floor} the least above 0; NaN where nothing
   *     is known
   */
  public static Levels of(Wish wish, double peak, double usual, double floor) {
    if (!(peak > 0)) return new Levels(0, 1, false);
    boolean log = wish == Wish.LOGARITHMIC || wish == Wish.FITTING && usual > 0 && peak > DWARFS * usual;
    if (!log || Double.isNaN(floor)) return new Levels(0, up(peak), false);
    double low = Math.min(down(floor), up(peak) / 10);
    return new Levels(low, up(peak), true);
  }

  /** From 0 to what holds this many; NaN where nothing is known. */
  public static Levels counting(double peak) {
    return new Levels(0, peak > 1 ? up(peak) : 1, false);
  }

  private static double up(double value) {
    double ten = Math.pow(10, Math.floor(Math.log10(value)));
    // A step finer than the labels: half of the picture must not stay empty.
    for (double step : new double[] {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10}) if (step * ten >= value) return step * ten;
    return 10 * ten;
  }

  private static double down(double value) {
    double ten = Math.pow(10, Math.floor(Math.log10(value)));
    for (int i = STEPS.length - 1; i >= 0; i--) if (STEPS[i] * ten <= value) return STEPS[i] * ten;
    return ten;
  }

  /** 0 at the foot, 1 at the top; what lies beyond is cut off there. */
  public double share(double value) {
    if (!logarithmic) return Math.clamp(value / high, 0, 1);
    return value <= low ? 0 : Math.clamp(Math.log(value / low) / Math.log(high / low), 0, 1);
  }

  /** Distance of a value from the top of a picture of this height, px. */
  public double y(double value, double height) {
    return height * (1 - share(value));
  }

  /** Round values from the foot up, at least {@code apart} px from each other. */
  public List<Double> ticks(double height, double apart) {
    return logarithmic ? decades(height, apart) : steps(height, apart);
  }

  private List<Double> steps(double height, double apart) {
    double least = high * apart / height;
    double ten = Math.pow(10, Math.floor(Math.log10(least)));
    double step = 10 * ten;
    for (double s : STEPS) if (s * ten >= least) step = Math.min(step, s * ten);
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= high * (1 + 1e-9); i++) ticks.add(i * step);
    return ticks;
  }

  private List<Double> decades(double height, double apart) {
    List<Double> ticks = new ArrayList<>();
    for (double ten = Math.pow(10, Math.floor(Math.log10(low))); ten <= high; ten *= 10)
      for (double step : STEPS) {
        double value = step * ten;
        if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
        if (ticks.isEmpty() || (share(value) - share(ticks.getLast())) * height >= apart) ticks.add(value);
      }
    return ticks;
  }
}
