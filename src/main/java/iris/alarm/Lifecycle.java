package iris.alarm;

/** What the operator must do about one alarm (ISA-18.2): third region of the alarm model. */
public enum Lifecycle {
  NORMAL,
  PENDING,
  UNACKED,
  ACKED,
  CLEARING_UNACKED,
  CLEARING_ACKED,
  RETURNED_UNACKED,
  LATCHED_UNACKED,
  LATCHED_ACKED;

  /** The condition stands: a clearing alarm is still active. */
  public boolean active() {
    return this == UNACKED || this == ACKED || this == CLEARING_UNACKED || this == CLEARING_ACKED;
  }

  /** Somebody still has to look at it. */
  public boolean unacked() {
    return this == UNACKED || this == CLEARING_UNACKED || this == RETURNED_UNACKED || this == LATCHED_UNACKED;
  }

  /** Nothing to show in a list of alarms. */
  public boolean quiet() {
    return this == NORMAL || this == PENDING;
  }
}
