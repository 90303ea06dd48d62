package iris.alarm;

/** What somebody may do here; each role may also do what those before it may. */
public enum Role {
  /** Looks, and says who is at the desk. */
  VIEW,
  /** Deals with alarms: acknowledges, shelves, plans maintenance, switches to the fallback, hands over. */
  OPERATE,
  /** Decides what is watched and how: out of service, classification, settings. */
  ADMINISTER
}
