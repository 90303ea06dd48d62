package iris.ui.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Fallback;
import iris.flow.Cell;
import iris.signal.FallbackSight;
import iris.signal.Origin;
import iris.signal.Report.Switching;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.desk.Wish;
import iris.ui.station.Station;
import iris.ui.walk.Walking;
import iris.words.Lang;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.testfx.util.WaitForAsyncUtils;

/** The page of fallbacks in the workstation's window; the board itself answers, who runs the plan is the test. */
abstract class FallbackWalk extends Walking {
  final List<Act> acts = new CopyOnWriteArrayList<>();
  final List<Wish> wishes = new CopyOnWriteArrayList<>();
  final List<Throwable> faults = new CopyOnWriteArrayList<>();
  Rooms rooms = Rooms.planned().outage(Origin.EXTERNAL);
  final Cell<Board> board = new Cell<>(rooms.board());
  final Cell<EventLog> log = new Cell<>(rooms.log());
  Station window;

  void open(Lang lang) throws Exception {
    open(lang, rooms);
  }

  void open(Lang lang, Rooms with) throws Exception {
    rooms = with;
    passOn();
    onFx(() -> {
      Ports ports = new Ports(board, log, this::act, () -> rooms.now, faults::add, "Marie", wishes::add);
      window = new Station(ports, words(lang),
          WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED),
          List.of(FallbackPage::new));
      stage = new Stage();
      window.show(stage);
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  void act(Act act) {
    acts.add(act);
    rooms.act(act);
    passOn();
  }

  void passOn() {
    log.set(rooms.log());
    board.set(rooms.board());
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      window.close();
      return null;
    });
    assertEquals(List.of(), faults.stream().filter(f -> !(f instanceof IndexOutOfBoundsException && Stream.of(
        f.getStackTrace()).anyMatch(at -> at.getClassName().startsWith("com.sun.glass.ui.headless.")))).toList());
  }

  Fallback state() {
    return rooms.board().fallback("siv").now();
  }

  void because(String words) throws Exception {
    if (!onFx(() -> find("fallback-reason").isFocused())) robot.type(KeyCode.B);
    until(() -> find("fallback-reason").isFocused());
    robot.write(words);
  }

  void untilWord(Lang lang, String state) throws Exception {
    String word = words(lang).say("ui.fallback.word." + state);
    until(() -> text("fallback-word").equals(word));
  }

  static Rooms running() {
    return Rooms.planned().outage(Origin.EXTERNAL).ordered(true, "Marie")
        .step(Switching.Stage.VERIFIED, "fallback.verified-on", FallbackSight.RUNNING).seen(FallbackSight.RUNNING, "200")
        .over(Origin.EXTERNAL);
  }
}
