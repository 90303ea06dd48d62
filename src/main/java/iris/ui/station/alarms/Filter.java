package iris.ui.station.alarms;

import iris.alarm.OriginVerdict.Fault;
import iris.signal.Priority;
import java.util.Objects;
import java.util.Optional;

/** What of the alarms is shown. An empty priority or origin is any. */
record Filter(State state, Optional<Priority> priority, Optional<Fault> origin, Muted muted) {
  /** What an operator has still to do. */
  enum State {
    ALL,
    UNACKED,
    ACKED,
    RETURNED
  }

  /** What is set aside stands in a list of its own, unless somebody wants to see both. */
  enum Muted {
    WITHOUT,
    WITH,
    ONLY;

    /** What one press of the key shows: first all that is set aside. */
    Muted next() {
      return switch (this) {
        case WITHOUT -> ONLY;
        case ONLY -> WITH;
        case WITH -> WITHOUT;
      };
    }
  }

  /** All that is not set aside. */
  static final Filter USUAL = new Filter(State.ALL, Optional.empty(), Optional.empty(), Muted.WITHOUT);

  Filter {
    Objects.requireNonNull(state);
    Objects.requireNonNull(priority);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(muted);
  }

  boolean passes(Line line) {
    boolean aside = line.muted().isPresent();
    return muted(aside) && state(line)
        && priority.map(p -> line.alarm().map(row -> row.priority() == p).orElse(false)).orElse(true)
        && origin.map(o -> line.fault().filter(f -> f == o).isPresent()).orElse(true);
  }

  private boolean muted(boolean aside) {
    return switch (muted) {
      case WITHOUT -> !aside;
      case WITH -> true;
      case ONLY -> aside;
    };
  }

  private boolean state(Line line) {
    return switch (state) {
      case ALL -> true;
      case UNACKED -> line.alarm().map(row -> row.state().unacked()).orElse(false);
      case ACKED -> line.alarm().map(row -> !row.state().unacked() && row.state().active()).orElse(false);
      case RETURNED -> line.alarm().map(row -> !row.state().active()).orElse(false);
    };
  }
}
