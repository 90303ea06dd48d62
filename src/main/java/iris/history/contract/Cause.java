package iris.history.contract;

import iris.signal.Reason;
import java.util.Locale;

/** Why nothing was measured, as far as it is known. */
public enum Cause {
  /** There is a window, and it says that it knows nothing. */
  SAID,
  /** Before the first window that was ever kept of the service. */
  BEFORE,
  /** This console was not running, and the feed did not hold it any more when it came back. */
  STOPPED,
  /** The feed was lost from sight. */
  LOST,
  /** The feed was seen, and silent about this service. */
  SILENT,
  /** An administrator had taken the service out of service here. */
  ASIDE,
  /** The window never came, and nobody knows why. */
  MISSING;

  public Reason words() {
    return Reason.of("history.contract.cause." + name().toLowerCase(Locale.ROOT));
  }
}
