package iris.ui.desk;

import iris.alarm.Alarm;
import iris.alarm.Board;
import iris.alarm.ServiceState;
import iris.alarm.Suppression;

/** What is always counted, 0 included: alarms unacknowledged, acknowledged, shelved; services muted. */
public record Counters(int unacked, int acked, int shelved, int maintenance, int outOfService) {

  static Counters of(Board board) {
    int unacked = 0;
    int acked = 0;
    int shelved = 0;
    for (Alarm a : board.alarms().values()) {
      if (a.suppression().map(s -> s.kind() == Suppression.Kind.SHELVED).orElse(false)) shelved++;
      if (a.suppression().isPresent() || a.state().quiet()) continue;
      if (a.state().unacked()) unacked++;
      else acked++;
    }
    int out = (int) board.services().values().stream().filter(s -> s.outOfService().isPresent()).count();
    int maintained = (int) board.services().values().stream().filter(Counters::maintained).count();
    return new Counters(unacked, acked, shelved, maintained, out);
  }

  private static boolean maintained(ServiceState s) {
    return s.maintenance().isPresent() && s.outOfService().isEmpty();
  }

  int muted() {
    return shelved + maintenance + outOfService;
  }
}
