package iris.agent.book;

import iris.agent.Evidence;
import java.time.Instant;
import java.util.Objects;

/** What moves a book. */
public sealed interface Stimulus {
  /** A source brought something of this service. */
  record Heard(Evidence evidence) implements Stimulus {
    public Heard {
      Objects.requireNonNull(evidence);
    }
  }

  /** A person says something. */
  record Told(Announcement announcement) implements Stimulus {
    public Told {
      Objects.requireNonNull(announcement);
    }
  }

  /** Time passed; due at {@link Book#wakeAt}, harmless at any other moment. */
  record Tick() implements Stimulus {}

  /**
   * The agent was started, with this book as it was kept or fresh. The first stimulus after every start.
   *
   * @param lastAlive when the agent that was before is known to have run last, now for a fresh book; windows between it
   *     and now are absent
   */
  record Resumed(Instant lastAlive) implements Stimulus {
    public Resumed {
      Objects.requireNonNull(lastAlive);
    }
  }
}
