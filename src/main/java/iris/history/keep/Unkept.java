package iris.history.keep;

import iris.signal.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** It was not done, and nothing was changed; the reason says the way out. */
public final class Unkept extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Reason why;
  private final transient List<Reason> more;

  Unkept(Reason why, @Nullable Throwable cause) {
    super(why.toString(), cause);
    this.why = why;
    more = List.of();
  }

  Unkept(Reason why, List<Reason> more) {
    super(why.toString());
    this.why = why;
    this.more = List.copyOf(more);
  }

  Unkept(String key, @Nullable Object... args) {
    this(Reason.of(key, args), List.of());
  }

  public Reason why() {
    return why;
  }

  /** What is to be said after it. */
  public List<Reason> more() {
    return more;
  }
}
