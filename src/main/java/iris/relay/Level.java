package iris.relay;

/** How bad a signal is, as supervision servers count it (Nagios plugin codes 0 to 3). */
public enum Level {
  OK(0),
  WARNING(1),
  CRITICAL(2),
  /** Nothing is known: never shown as good. */
  UNKNOWN(3);

  private final int code;

  Level(int code) {
    this.code = code;
  }

  /** 0 to 3: the code of the Nagios plugin convention. */
  public int code() {
    return code;
  }
}
