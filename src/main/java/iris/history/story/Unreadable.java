package iris.history.story;

import iris.signal.Reason;
import org.jspecify.annotations.Nullable;

/** What was kept cannot be read now; the reason says the way out. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Reason why;

  public Unreadable(Reason why, @Nullable Throwable cause) {
    super(why.toString(), cause);
    this.why = why;
  }

  public Reason why() {
    return why;
  }
}
