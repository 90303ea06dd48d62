package iris.ui.wall;

import iris.alarm.Alarm;
import iris.alarm.Lifecycle;
import iris.alarm.Suppression;
import iris.signal.Priority;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a tile says of the alarms of its service: the one that most wants a person.
 *
 * @param changes transitions in 60 min where the alarm flaps, else 0
 * @param until end of the shelf
 * @param more how many others stand besides
 */
public record Mark(Kind kind, Priority priority, int changes, Optional<Instant> until, int more) {
  /** In the order in which a person is wanted. */
  public enum Kind {
    /** Stands, nobody took it: blinks at 1.5 Hz. */
    UNACKED,
    /** Went away, nobody saw it: blinks at 0.75 Hz. */
    RETURNED,
    LATCHED,
    ACKED,
    SHELVED,
    NONE
  }

  public static final Mark NONE = new Mark(Kind.NONE, Priority.P3, 0, Optional.empty(), 0);

  public Mark {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(priority);
    Objects.requireNonNull(until);
  }

  /** The sign moves, to be found in the corner of an eye. */
  public boolean calls() {
    return kind == Kind.UNACKED || kind == Kind.RETURNED;
  }

  /** @param alarms those of one service that are not quiet */
  static Mark of(List<Alarm> alarms) {
    if (alarms.isEmpty()) return NONE;
    List<Mark> all = alarms.stream().map(Mark::of)
        .sorted(Comparator.comparing(Mark::kind).thenComparing(Mark::priority)).toList();
    Mark first = all.getFirst();
    int changes = all.stream().mapToInt(Mark::changes).max().orElse(0);
    return new Mark(first.kind, first.priority, changes, first.until, all.size() - 1);
  }

  private static Mark of(Alarm alarm) {
    Optional<Suppression> shelf = alarm.suppression().filter(s -> s.kind() == Suppression.Kind.SHELVED);
    Kind kind = shelf.isPresent() ? Kind.SHELVED : kindOf(alarm.state());
    int changes = alarm.flapping() ? alarm.changes() : 0;
    return new Mark(kind, alarm.priority(), changes, shelf.flatMap(Suppression::until), 0);
  }

  private static Kind kindOf(Lifecycle state) {
    return switch (state) {
      case UNACKED, CLEARING_UNACKED -> Kind.UNACKED;
      case RETURNED_UNACKED -> Kind.RETURNED;
      case LATCHED_UNACKED, LATCHED_ACKED -> Kind.LATCHED;
      case ACKED, CLEARING_ACKED -> Kind.ACKED;
      case NORMAL, PENDING -> Kind.NONE;
    };
  }
}
