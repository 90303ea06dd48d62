package iris.alarm;

import iris.signal.Report;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** All that can happen to a board. */
public sealed interface Input {
  record Heard(Report report) implements Input {
    public Heard {
      Objects.requireNonNull(report);
    }
  }

  record Did(Act act) implements Input {
    public Did {
      Objects.requireNonNull(act);
    }
  }

  /** What became of announcements: kept for the story. All of one turn in one input, since a storm has many. */
  record Answered(List<Answer> answers) implements Input {
    public Answered {
      answers = List.copyOf(answers);
    }
  }

  /** Time passed: posted by the desk when {@link Board#wakeAt} is reached. */
  record Tick() implements Input {}

  /** The configuration was read anew; all state is kept. */
  record Reconfigured(Rules rules) implements Input {
    public Reconfigured {
      Objects.requireNonNull(rules);
    }
  }

  /** The program started from what was journaled; {@code stopped} is when it was last alive. */
  record Restarted(Instant stopped) implements Input {
    public Restarted {
      Objects.requireNonNull(stopped);
    }
  }
}
