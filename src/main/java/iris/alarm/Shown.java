package iris.alarm;

/** The one state a tile shows, by the precedence of section 1. Green needs {@link #UP}, which needs proof. */
public enum Shown {
  /** Nothing was heard yet since the start. */
  INIT,
  /** Supervision is lost and no alarm of the service is active. */
  LOST,
  OUT_OF_SERVICE,
  MAINTENANCE,
  DOWN,
  DEGRADED,
  /** Supervision stands, yet nothing is known about the current window. */
  UNKNOWN,
  UP
}
