package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Transition;
import iris.flow.Cell;
import iris.ui.walk.Fingers;
import iris.ui.walk.Patience;
import iris.words.Lang;
import iris.words.Words;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A window that is walked through; the board answers by the hand of the test. */
abstract class Walk {
  static final AlarmKey SIV = new AlarmKey(Kind.OUTAGE, "siv");

  final Fingers robot = new Fingers();
  final Cell<Board> board = new Cell<>(Boards.outage().board());
  final Cell<EventLog> log = new Cell<>(EventLog.EMPTY);
  final AtomicReference<Now> now = new AtomicReference<>(Boards.NOW);
  final List<Act> acts = new CopyOnWriteArrayList<>();
  final List<Wish> wishes = new CopyOnWriteArrayList<>();
  final List<Throwable> faults = new CopyOnWriteArrayList<>();
  List<Throwable> expectedFaults = List.of();
  ConsoleWindow window;
  Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  void open(Lang lang, WindowOptions options) throws Exception {
    onFx(() -> {
      Ports ports = new Ports(board, log, acts::add, now::get, faults::add, "Marie", wishes::add);
      window = new ConsoleWindow(ports, Words.of(lang, ZoneId.of("Europe/Paris")), options, 960, 700);
      stage = new Stage();
      window.show(stage);
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      window.close();
      return null;
    });
    assertEquals(expectedFaults, faults.stream().filter(f -> !ofTheHeadlessScreen(f)).toList(), () -> trace(faults));
  }

  /** JavaFX's headless screen sometimes copies a picture of the size that a window had before it changed. */
  static boolean ofTheHeadlessScreen(Throwable fault) {
    return fault instanceof IndexOutOfBoundsException && Stream.of(fault.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith("com.sun.glass.ui.headless."));
  }

  static String trace(List<Throwable> faults) {
    StringWriter out = new StringWriter();
    faults.forEach(fault -> fault.printStackTrace(new PrintWriter(out)));
    return out.toString();
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

  String text(String query) {
    return ((Label) find(query)).getText();
  }

  ListView<?> list(String id) {
    return (ListView<?>) find("#" + id);
  }

  void answer(Transition transition) {
    log.set(log.get().plus(List.of(transition)));
  }

  Act lastAct() throws Exception {
    until(() -> !acts.isEmpty());
    return acts.getLast();
  }

  static WindowOptions dark() {
    return WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED);
  }
}
