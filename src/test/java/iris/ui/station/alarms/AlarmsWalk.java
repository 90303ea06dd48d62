package iris.ui.station.alarms;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.alarm.Shown;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.ui.desk.Boards;
import iris.ui.station.StationWalk;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.skin.TableColumnHeader;

/** The page of alarms in the workstation's window, with alarms that are acknowledged, shelved, or two. */
abstract class AlarmsWalk extends StationWalk {
  static final AlarmKey JOURNAL = new AlarmKey(Kind.CONSOLE_FAULT, "journal");

  void acknowledged() {
    board.set(Boards.outage().alarm(Kind.OUTAGE, "siv", Lifecycle.ACKED, Priority.P1, Reason.of("w")).board());
  }

  static Board two() {
    return Boards.outage().service("tp", "Télépaiement", Shown.DOWN)
        .alarm(Kind.OUTAGE, "tp", Lifecycle.UNACKED, Priority.P1, Reason.of("w")).board();
  }

  void shelved() {
    board.set(Boards.outage().shelve(Kind.OUTAGE, "siv", Boards.shelf("Marie", "essais", Duration.ofMinutes(15))).board());
  }

  Node header(String column) throws Exception {
    return onFx(() -> table().lookupAll(".column-header").stream()
        .filter(n -> n instanceof TableColumnHeader h && h.getTableColumn() != null
            && column.equals(h.getTableColumn().getId())).findFirst().orElseThrow());
  }

  String firstSubject() {
    return ((iris.ui.desk.Slots.Slot<?>) table().getItems().getFirst()).row() instanceof Line line
        ? line.text(Column.SUBJECT) : "";
  }
}
