package iris.agent;

import iris.signal.Reason;
import java.util.Objects;

/** A front that cannot be opened: a port that is taken, a certificate that is none. The reason says the way out. */
public final class CannotPublish extends Exception {
  private final transient Reason reason;

  public CannotPublish(Reason reason) {
    super(reason.key() + " " + reason.args());
    this.reason = Objects.requireNonNull(reason);
  }

  public Reason reason() {
    return reason;
  }
}
