package iris.report;

import iris.signal.Reason;

/** There is no such service, or nothing is known of that time; the reason says what there is. */
public final class Unanswerable extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Reason why;

  public Unanswerable(Reason why) {
    super(why.toString());
    this.why = why;
  }

  public Unanswerable(String key, Object... args) {
    this(Reason.of(key, args));
  }

  /** There are such services, and nothing is known of them then. */
  public boolean nothingKnown() {
    return why.key().startsWith("report.nothing-");
  }

  public Reason why() {
    return why;
  }
}
