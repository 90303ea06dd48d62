package iris.app.agent;

import iris.signal.Reason;
import java.util.Objects;

/** An agent that cannot run: another one has its folder, its port is taken. The reason says the way out. */
public final class CannotStart extends Exception {
  private final transient Reason reason;

  CannotStart(Reason reason) {
    super(reason.key() + " " + reason.args());
    this.reason = Objects.requireNonNull(reason);
  }

  public Reason reason() {
    return reason;
  }
}
