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

  /**
   * Nothing can be written: made by a newer program, no right to the folder, a full disk, a lock of somebody else's. The
   * reason says the way out.
   *
   * @param restored what could be read all the same
   */
  record Refused(Restored restored, Reason why) implements Opening {
    public Refused {
      Objects.requireNonNull(restored);
      Objects.requireNonNull(why);
    }
  }
}
