package iris.rss.foreign;

/** What one update does to the state of its incident. */
enum Phase {
  OPEN,
  CLOSED,
  /** Said after the end, as a post-mortem: over, but not the update that ended it. */
  AFTER,
  /** Keeps the state that the updates before it left. */
  SAME
}
