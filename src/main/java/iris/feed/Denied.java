package iris.feed;

import iris.signal.Reason;

/** Something that a fetch needs is not to be had; the reason goes to the screen. */
public final class Denied extends Exception {
  private final transient Reason reason;

  Denied(String key, Object... args) {
    super(Reason.of(key, args).toString());
    reason = Reason.of(key, args);
  }

  public Reason reason() {
    return reason;
  }
}
