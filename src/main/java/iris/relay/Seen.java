package iris.relay;

import iris.signal.Reason;
import java.util.Objects;

/** What a server answered when it was asked about a signal. */
public sealed interface Seen {
  /** It holds this level. @param text what it shows a person */
  record Holds(Level level, String text) implements Seen {
    public Holds {
      Objects.requireNonNull(level);
      Objects.requireNonNull(text);
    }
  }

  /** It knows no such thing: the host or the service is not configured there. */
  record Nothing(Reason why) implements Seen {
    public Nothing {
      Objects.requireNonNull(why);
    }
  }

  /** It could not be asked. */
  record Unasked(Reason why) implements Seen {
    public Unasked {
      Objects.requireNonNull(why);
    }
  }
}
