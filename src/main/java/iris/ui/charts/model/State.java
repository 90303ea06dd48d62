package iris.ui.charts.model;

/** What seconds were spent in, the gravest first. */
public enum State {
  DOWN,
  DEGRADED,
  UP,
  /** A window that says nothing. */
  UNKNOWN,
  /** Maintenance or out of service, whatever was measured in it. */
  WORKS
}
