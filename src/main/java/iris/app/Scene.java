package iris.app;

/** What a demonstration plays. */
public enum Scene {
  /** Nothing happens. */
  CALM,
  /** An outage of the external party half a minute after the start, then the recovery. */
  OUTAGE,
  /** A service that goes down and up again and again. */
  FLAP,
  /** Twenty-five services go down at once. */
  STORM,
  /** The feed becomes a login page, then a cut document, then is well again. */
  GARBLED,
  /** The feed is reachable and its content frozen. */
  SILENT,
  /** A day of rush hours, in minutes. */
  DAY
}
