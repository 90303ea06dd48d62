package iris.history.month;

import java.util.OptionalDouble;

/** How a square is drawn: a colour and a pattern each. What was not measured has no place among those that were. */
public enum Shade {
  /** Lies ahead, or there is no such hour. */
  NOTHING,
  /** Nobody measured it. */
  UNMEASURED,
  /** Under maintenance all the while. */
  WORKS,
  /** As it should be. */
  WELL,
  TOUCHED,
  HURT,
  BAD,
  WORST;

  private static final double[] AVAILABLE = {0.998, 0.99, 0.95, 0.5};
  private static final double[] TIMES = {1.2, 1.5, 2, 3};

  /** Under it, squares say that something in them was not measured. */
  public static final double WHOLE = 0.95;

  /** By availability. */
  public static Shade available(Square s) {
    if (s.due() == 0 && s.plain().said() == 0 && s.works().said() == 0) return NOTHING;
    OptionalDouble a = s.availability();
    if (a.isEmpty()) return s.works().said() > 0 ? WORKS : UNMEASURED;
    int step = 0;
    while (step < AVAILABLE.length && a.getAsDouble() < AVAILABLE[step]) step++;
    return values()[WELL.ordinal() + step];
  }

  /** By the time of the transaction against what is usual. */
  public static Shade slow(Square s) {
    if (s.due() == 0 && s.plain().said() == 0 && s.works().said() == 0) return NOTHING;
    OptionalDouble times = s.slow().times();
    if (times.isEmpty()) return s.plain().known() == 0 && s.works().said() > 0 ? WORKS : UNMEASURED;
    int step = 0;
    while (step < TIMES.length && times.getAsDouble() >= TIMES[step]) step++;
    return values()[WELL.ordinal() + step];
  }

  /** Lower bound of availability of {@link #WELL} and the next three, as shares. */
  public static double available(int step) {
    return AVAILABLE[step];
  }

  /** Upper bound, times the usual, of {@link #WELL} and the next three. */
  public static double times(int step) {
    return TIMES[step];
  }
}
