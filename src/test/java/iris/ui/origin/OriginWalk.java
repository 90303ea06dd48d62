package iris.ui.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Outcome;
import iris.flow.Cell;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.desk.Wish;
import iris.ui.station.Station;
import iris.ui.station.StationPicture;
import iris.ui.walk.Walking;
import iris.words.Lang;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.testfx.util.WaitForAsyncUtils;

/** The drawing of the origin in the workstation's window; the board itself answers. */
abstract class OriginWalk extends Walking {
  final List<Act> acts = new CopyOnWriteArrayList<>();
  final List<Wish> wishes = new CopyOnWriteArrayList<>();
  final List<Throwable> faults = new CopyOnWriteArrayList<>();
  final Cell<EventLog> log = new Cell<>(EventLog.EMPTY);
  Cell<Board> board;
  Now now;
  Station window;

  void open(Lang lang, Rooms rooms) throws Exception {
    board = new Cell<>(rooms.board());
    now = rooms.now;
    onFx(() -> {
      Ports ports = new Ports(board, log, this::act, () -> now, faults::add, "Marie", wishes::add);
      window = StationPicture.window(ports, words(lang),
          WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED), OriginPage::new, 960, 700);
      stage = new Stage();
      window.show(stage);
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  void act(Act act) {
    acts.add(act);
    Outcome outcome = board.get().after(new Input.Did(act), now);
    board.set(outcome.board());
    log.set(log.get().plus(outcome.transitions()));
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      window.close();
      return null;
    });
    assertEquals(List.of(), faults.stream().filter(f -> !ofTheHeadlessScreen(f)).toList());
  }

  void focus(String query) throws Exception {
    onFx(() -> {
      find(query).requestFocus();
      return null;
    });
  }

  Fault chosen() {
    return (Fault) ((ComboBox<?>) find("contest-fault")).getValue();
  }

  String verdict() {
    return ((Button) find("verdict")).getText();
  }
}
