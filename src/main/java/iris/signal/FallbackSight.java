package iris.signal;

/** What the status check of an internal fallback saw. */
public enum FallbackSight {
  RUNNING,
  STOPPED,
  /** No answer that says either: nothing is known, or there is no check. */
  UNASKED
}
