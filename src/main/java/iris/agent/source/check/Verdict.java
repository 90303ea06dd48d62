package iris.agent.source.check;

import iris.signal.Reason;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What a check says of the party that it asks. */
sealed interface Verdict {
  Reason why();

  /** @param latency where the check says it itself; else it is what the check took */
  record Known(boolean well, boolean degraded, Optional<Duration> latency, Reason why) implements Verdict {
    public Known {
      Objects.requireNonNull(latency);
      Objects.requireNonNull(why);
    }
  }

  /** Nothing can be said of the party: the check itself is out of order. */
  record Unknown(Reason why) implements Verdict {
    public Unknown {
      Objects.requireNonNull(why);
    }
  }

  static Verdict well(Reason why) {
    return new Known(true, false, Optional.empty(), why);
  }

  static Verdict degraded(Reason why) {
    return new Known(true, true, Optional.empty(), why);
  }

  static Verdict bad(Reason why) {
    return new Known(false, false, Optional.empty(), why);
  }
}
