package iris.signal;

/**
 * Times of a window, in milliseconds, each {@link #ABSENT} where the feed does not give it. Primitive on purpose: a
 * day of a service holds hundreds of them.
 */
public record Timing(long mean, long p50, long p95, long p99, long max) {
  public static final long ABSENT = -1;
  public static final Timing NONE = new Timing(ABSENT, ABSENT, ABSENT, ABSENT, ABSENT);

  public Timing {
    if (mean < ABSENT || p50 < ABSENT || p95 < ABSENT || p99 < ABSENT || max < ABSENT)
      throw new IllegalArgumentException("a time is not negative");
  }

  public boolean isNone() {
    return equals(NONE);
  }
}
