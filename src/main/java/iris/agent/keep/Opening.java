package iris.agent.keep;

import iris.signal.Reason;
import java.util.Objects;
import java.util.Optional;

/** How opening the state folder ended. */
public sealed interface Opening {
  /** @param damage what had to be set aside, to be said to the readers; never silently gone */
  record Opened(Store store, Optional<Reason> damage) implements Opening {
    public Opened {
      Objects.requireNonNull(store);
      Objects.requireNonNull(damage);
    }
  }

  /** Another agent runs here, a newer program made it, no right to the folder. The reason says the way out. */
  record Refused(Reason why) implements Opening {
    public Refused {
      Objects.requireNonNull(why);
    }
  }
}
