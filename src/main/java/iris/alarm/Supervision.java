package iris.alarm;

/** May a feed be believed: second region of the alarm model. Only {@link #FRESH} can prove anything good. */
public enum Supervision {
  INIT,
  FRESH,
  LATE,
  LOST
}
