package iris.feed;

import iris.signal.Reason;

/** A source that cannot be as it is configured; the reason names the option at fault ({@code feed.config.*}). */
public final class Misconfigured extends IllegalArgumentException {
  private final transient Reason reason;

  Misconfigured(String key, Object... args) {
    super(Reason.of(key, args).toString());
    reason = Reason.of(key, args);
  }

  public Reason reason() {
    return reason;
  }
}
