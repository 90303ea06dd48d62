package iris.ui.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Transition;
import iris.flow.Cell;
import iris.signal.Reason;
import iris.ui.desk.Boards;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.desk.Wish;
import iris.ui.page.Page;
import iris.ui.station.alarms.AlarmsPage;
import iris.ui.station.keep.Keepsake;
import iris.ui.walk.Fingers;
import iris.ui.walk.Patience;
import iris.words.Lang;
import iris.words.Words;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The workstation's window, walked through with keyboard and mouse; the board answers by the hand of the test. */
public abstract class StationWalk {
  protected static final AlarmKey SIV = new AlarmKey(Kind.OUTAGE, "siv");

  protected final Fingers robot = new Fingers();
  protected final Cell<Board> board = new Cell<>(Boards.outage().board());
  protected final Cell<EventLog> log = new Cell<>(EventLog.EMPTY);
  protected final AtomicReference<Now> now = new AtomicReference<>(Boards.NOW);
  protected final List<Act> acts = new CopyOnWriteArrayList<>();
  protected final List<Wish> wishes = new CopyOnWriteArrayList<>();
  protected Keepsake keepsake = Keepsake.forgetful();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  protected Station window;
  protected Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  protected List<Page.Making> pages() {
    return List.of((ports, words) -> new AlarmsPage(ports, words, keepsake));
  }

  protected void open(Lang lang, WindowOptions options) throws Exception {
    onFx(() -> {
      Ports ports = new Ports(board, log, acts::add, now::get, faults::add, "Marie", wishes::add);
      window = new Station(ports, words(lang), options, pages(), keepsake, 1100, 700);
      stage = new Stage();
      window.show(stage);
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  protected static Words words(Lang lang) {
    return Words.of(lang, ZoneId.of("Europe/Paris"));
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      window.close();
      return null;
    });
    keepsake.close();
    assertEquals(List.of(), faults.stream().filter(f -> !ofTheHeadlessScreen(f)).toList(), this::trace);
  }

  /** JavaFX's headless screen sometimes copies a picture of the size that a window had before it changed. */
  private static boolean ofTheHeadlessScreen(Throwable fault) {
    return fault instanceof IndexOutOfBoundsException && Stream.of(fault.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith("com.sun.glass.ui.headless."));
  }

  private String trace() {
    StringWriter out = new StringWriter();
    faults.forEach(fault -> fault.printStackTrace(new PrintWriter(out)));
    return out.toString();
  }

  protected static <T> T onFx(Callable<T> task) throws Exception {
    return Patience.onFx(task);
  }

  protected static void until(Callable<Boolean> condition) throws Exception {
    Patience.until(condition);
  }

  protected Node find(String query) {
    return Patience.seen(() -> stage.getScene().getRoot().lookup(query));
  }

  protected String text(String query) {
    return ((Labeled) find(query)).getText();
  }

  protected String notice() throws Exception {
    return onFx(() -> text("#station-notice"));
  }

  protected TableView<?> table() {
    return (TableView<?>) find("#alarms");
  }

  protected int rows() throws Exception {
    return onFx(() -> table().getItems().size());
  }

  protected void done(Act act) {
    log.set(log.get().plus(List.of(new Transition.Acted(now.get().wall(), act))));
  }

  protected void refused(Act act, String why) {
    log.set(log.get().plus(List.of(new Transition.Refused(now.get().wall(), act, Reason.of(why)))));
  }

  protected Act lastAct() throws Exception {
    until(() -> !acts.isEmpty());
    return acts.getLast();
  }

  /** Nobody touches anything for so long. */
  protected void pass(Duration time) {
    now.set(now.get().plus(time));
  }

  protected static WindowOptions dark() {
    return WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED);
  }
}
