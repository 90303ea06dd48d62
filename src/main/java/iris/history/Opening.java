package iris.history;

import iris.signal.Reason;
import java.util.Objects;

/** How opening the journal of a profile ended. */
public sealed interface Opening {

  /** Ours to write. */
  record Writable(Journal journal, Restored restored) implements Opening {
    public Writable {
      Objects.requireNonNull(journal);
      Objects.requireNonNull(restored);
    }
  }

  /** Another instance writes this profile: what it last knew may be looked at, nothing may be done. */
  record ReadOnly(Restored restored, Reason why) implements Opening {
    public ReadOnly {
      Objects.requireNonNull(restored);
      Objects.requireNonNull(why);
    }
  }

  /** Nothing can be used: made by a newer program, no right to the folder. The reason says the way out. */
  record Refused(Reason why) implements Opening {
    public Refused {
      Objects.requireNonNull(why);
    }
  }
}
