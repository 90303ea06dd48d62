package iris.alarm;

/**
 * A window that counts for alarms.
 *
 * @param twice the one before it, learnt in the same breath after a time of blindness, was degraded as well
 */
record Arrival(Judged judged, boolean twice) {}
