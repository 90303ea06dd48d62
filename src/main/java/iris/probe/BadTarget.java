package iris.probe;

import iris.signal.Reason;

/** Not a target as one is written; the reason shows how one is ({@code probe.target.*}). */
public final class BadTarget extends IllegalArgumentException {
  private final transient Reason reason;

  BadTarget(String key, Object... args) {
    super(Reason.of(key, args).toString());
    reason = Reason.of(key, args);
  }

  public Reason reason() {
    return reason;
  }
}
