package iris.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Outcome;
import iris.flow.Cell;
import iris.ui.desk.Boards;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.Slots;
import iris.ui.desk.WindowOptions;
import iris.ui.station.Station;
import iris.ui.walk.Fingers;
import iris.ui.walk.Patience;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The workstation's window with this page alone; its acts are answered by the board itself. */
abstract class ServicesWalk {
  final Fingers robot = new Fingers();
  final List<Act> acts = new CopyOnWriteArrayList<>();
  final List<Throwable> faults = new CopyOnWriteArrayList<>();
  final Cell<EventLog> log = new Cell<>(EventLog.EMPTY);
  Cell<Board> board;
  Station window;
  Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  void open(Lang lang, Board first, String login) throws Exception {
    board = new Cell<>(first);
    onFx(() -> {
      Ports ports = new Ports(board, log, this::act, () -> Boards.NOW, faults::add, login, wish -> { });
      window = new Station(ports, words(lang),
          WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED),
          List.of(ServicesPage::new));
      stage = new Stage();
      window.show(stage);
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void act(Act act) {
    acts.add(act);
    Outcome outcome = board.get().after(new Input.Did(act), Boards.NOW);
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

  /** JavaFX's headless screen sometimes copies a picture of the size that a window had before it changed. */
  private static boolean ofTheHeadlessScreen(Throwable fault) {
    return fault instanceof IndexOutOfBoundsException && Stream.of(fault.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith("com.sun.glass.ui.headless."));
  }

  static <T> T onFx(Callable<T> task) throws Exception {
    return Patience.onFx(task);
  }

  static void until(Callable<Boolean> condition) throws Exception {
    Patience.until(condition);
  }

  static Words words(Lang lang) {
    return Words.of(lang, ZoneId.of("Europe/Paris"));
  }

  Node find(String query) {
    return Patience.seen(() -> stage.getScene().getRoot().lookup(query));
  }

  String text(String query) {
    return ((Label) find(query)).getText();
  }

  /** Puts this in the place of what stands in a field, as a paste does. */
  void write(String id, String words) throws Exception {
    onFx(() -> {
      ((TextField) find("#" + id)).setText(words);
      return null;
    });
  }

  /** Goes to a field and types. */
  void type(String id, String words) throws Exception {
    onFx(() -> {
      find("#" + id).requestFocus();
      return null;
    });
    robot.write(words);
    until(() -> ((TextField) find("#" + id)).getText().equals(words));
  }

  @SuppressWarnings("unchecked")
  void choose(String id) throws Exception {
    ListView<Slots.Slot<Kept>> list = (ListView<Slots.Slot<Kept>>) find("#kept");
    until(() -> list.getItems().stream().anyMatch(slot -> slot.row().id().equals(id)));
    onFx(() -> {
      list.requestFocus();
      list.getSelectionModel().clearSelection();
      list.getItems().stream().filter(slot -> slot.row().id().equals(id)).forEach(list.getSelectionModel()::select);
      return null;
    });
  }

  Act lastAct() throws Exception {
    until(() -> !acts.isEmpty());
    return acts.getLast();
  }

  Act act(int nth) throws Exception {
    until(() -> acts.size() > nth);
    return acts.get(nth);
  }
}
