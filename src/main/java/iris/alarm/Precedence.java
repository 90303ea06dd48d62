package iris.alarm;

/** What gives a tile its state, first that applies first (alarm-model.md section 1). */
public enum Precedence {
  /** Nothing is heard or believed of the feed; an active alarm that nothing mutes outranks it. */
  SIGHT,
  OUT_OF_SERVICE,
  MAINTENANCE,
  /** An outage or a degradation stands. */
  ALARM,
  /** The feed is late, or something announced is unclear. */
  DOUBT,
  /** What the newest window says; on a page without figures, what is announced. */
  SAID
}
