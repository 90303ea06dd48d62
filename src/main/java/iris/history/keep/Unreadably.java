package iris.history.keep;

import iris.signal.Reason;

/** A line that says nothing that could be kept. */
final class Unreadably extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Reason why;

  Unreadably(String key, Object... args) {
    // Without a trace: a file may have millions of such lines.
    super(key, null, false, false);
    why = Reason.of(key, args);
  }

  Reason why() {
    return why;
  }
}
