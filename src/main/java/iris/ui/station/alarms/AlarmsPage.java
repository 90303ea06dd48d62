package iris.ui.station.alarms;

import iris.alarm.Board;
import iris.ui.desk.AlarmRow;
import iris.ui.desk.Ports;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.words.Words;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;

/** All alarms, as long as there are any. */
public final class AlarmsPage implements Page {
  private final Words words;
  private final ListView<String> list = new ListView<>();

  public AlarmsPage(Ports ports, Words words) {
    this.words = words;
  }

  @Override
  public String id() {
    return "alarms";
  }

  @Override
  public Region root() {
    return list;
  }

  @Override
  public void show(Seen seen) {
    var rows = AlarmRow.active(seen.board(), seen.now(), words).stream().map(AlarmRow::spoken).toList();
    if (!rows.equals(list.getItems())) list.getItems().setAll(rows);
  }

  @Override
  public int waiting(Seen seen) {
    Board board = seen.board();
    return (int) board.alarms().values().stream()
        .filter(a -> a.state().unacked() && a.suppression().isEmpty()).count();
  }
}
