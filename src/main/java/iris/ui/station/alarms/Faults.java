package iris.ui.station.alarms;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.ServiceState;
import java.util.Optional;

/** Whose fault an alarm is, as the board says it of the service or of the first service of the feed. */
final class Faults {
  private Faults() {}

  static Optional<Fault> of(Board board, AlarmKey key) {
    Optional<ServiceState> service = key.kind() == AlarmKey.Kind.SUPERVISION_LOST
        ? board.services().values().stream().filter(s -> s.feed().equals(key.subject())).findFirst()
        : Optional.ofNullable(board.services().get(key.subject()));
    return service.map(s -> s.origin().fault()).filter(fault -> fault != Fault.NORMAL);
  }
}
