package iris.signal;

/** What was said of one window: the first of the six regions of the alarm model. */
public enum Verdict {
  UP,
  DEGRADED,
  DOWN,
  UNKNOWN,
  MAINTENANCE;

  /** A window about which something was measured: it counts in an availability. */
  public boolean known() {
    return this == UP || this == DEGRADED || this == DOWN;
  }
}
