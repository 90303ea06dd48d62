package iris.ui.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.flow.Cell;
import iris.notify.Pattern;
import iris.signal.Reason;
import iris.signal.Report;
import iris.ui.desk.Boards;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.shift.paper.Press;
import iris.ui.station.Station;
import iris.ui.walk.Fingers;
import iris.ui.walk.Patience;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The workstation's window with the page of the shift alone; its acts are answered by the board itself. */
abstract class ShiftWalk {
  final Fingers robot = new Fingers();
  final List<Act> acts = new CopyOnWriteArrayList<>();
  final List<Throwable> faults = new CopyOnWriteArrayList<>();
  final List<Pattern> sounded = new CopyOnWriteArrayList<>();
  final Cell<EventLog> log = new Cell<>(EventLog.EMPTY);
  final AtomicReference<Now> now = new AtomicReference<>(Boards.NOW);
  /** What the desktop says to a notification. */
  volatile Report.Health desktop = new Report.Health("toast", true, Reason.of("notify.toast.well", "dunst"));
  @TempDir Path home;
  Press press = Press.ofThisMachine();
  Cell<Board> board;
  Station window;
  Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  void open(Lang lang, Board first) throws Exception {
    board = new Cell<>(first);
    Trials trials = new Trials() {
      @Override
      public void sound(Pattern pattern) {
        sounded.add(pattern);
      }

      @Override
      public void toast(Consumer<Report.Health> answer) {
        answer.accept(desktop);
      }
    };
    onFx(() -> {
      Ports ports = new Ports(board, log, this::act, now::get, faults::add, "Marie", wish -> { });
      window = new Station(ports, Words.of(lang, ZoneId.of("Europe/Paris")),
          WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED),
          List.of((p, w) -> new ShiftPage(p, w, trials, home, press)));
      stage = new Stage();
      stage.setWidth(960);
      stage.setHeight(700);
      window.show(stage);
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void act(Act act) {
    acts.add(act);
    step(new Input.Did(act));
  }

  private void step(Input input) {
    Outcome outcome = board.get().after(input, now.get());
    log.set(log.get().plus(outcome.transitions()));
    board.set(outcome.board());
  }

  /** Time passes, and the board with it. */
  void pass(Duration time) throws Exception {
    onFx(() -> {
      now.set(now.get().plus(time));
      step(new Input.Tick());
      return null;
    });
  }

  /** Somebody acts elsewhere, in the list of the alarms for one. */
  void elsewhere(Act act) throws Exception {
    onFx(() -> {
      step(new Input.Did(act));
      return null;
    });
  }

  @AfterEach
  void close() throws Exception {
    if (window == null) return;
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

  Node find(String query) {
    return Patience.seen(() -> stage.getScene().getRoot().lookup(query));
  }

  boolean shown(String query) {
    Node node = find(query);
    return node != null && node.isVisible();
  }

  String text(String query) {
    return ((Label) find(query)).getText().replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  String field(String query) {
    return ((TextField) find(query)).getText();
  }

  /** All that the sheet says, line by line. */
  String sheet() {
    VBox page = (VBox) ((ScrollPane) find("#shift-sheet")).getContent();
    return String.join("\n", page.getChildren().stream().map(n -> ((Label) n).getText()).toList())
        .replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  void says(String words) throws Exception {
    until(() -> sheet().contains(words));
  }

  void focused(String query) throws Exception {
    until(() -> find(query) != null && find(query).isFocused());
  }
}
