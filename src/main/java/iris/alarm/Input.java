package iris.alarm;

import iris.signal.Report;

/** All that can happen to a board. */
public sealed interface Input {
  record Heard(Report report) implements Input {}

  record Did(Act act) implements Input {}

  /** Time passed: posted by the desk when {@link Board#wakeAt} is reached. */
  record Tick() implements Input {}

  /** The configuration was read anew; all state is kept. */
  record Reconfigured(Rules rules) implements Input {}

  /** The program started from what was journaled; {@code stopped} is when it was last alive. */
  record Restarted(java.time.Instant stopped) implements Input {}
}
