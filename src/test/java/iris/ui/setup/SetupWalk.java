package iris.ui.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Rights;
import iris.alarm.Role;
import iris.alarm.Rules;
import iris.flow.Cell;
import iris.ui.desk.Boards;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.station.Station;
import iris.ui.walk.Walking;
import iris.words.Lang;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The settings in the workstation's window, on real files. */
abstract class SetupWalk extends Walking {
  @TempDir Path dir;
  final List<Act> acts = new CopyOnWriteArrayList<>();
  final Cell<Board> board = new Cell<>(Boards.calm().board());
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  TrialBench bench;
  Path main;
  Station station;

  @BeforeEach
  void files() throws Exception {
    main = dir.resolve("iris.yaml");
    bench = new TrialBench(main);
  }

  void open(Lang lang) throws Exception {
    station(lang, Optional.empty());
    until(() -> find("feed-add") != null);
  }

  /** @param subject opened in the same breath as the window */
  void station(Lang lang, Optional<String> subject) throws Exception {
    onFx(() -> {
      Ports ports = new Ports(board, new Cell<>(EventLog.EMPTY), acts::add, () -> Boards.NOW, faults::add, "Marie", w -> {});
      station = new Station(ports, words(lang), dark(), List.of((p, words) -> new SetupPage(p, words, bench)));
      stage = new Stage();
      stage.setWidth(960);
      stage.setHeight(700);
      station.show(stage);
      station.open(Optional.of("settings"), subject);
      return null;
    });
  }

  static WindowOptions dark() {
    return WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED);
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      station.close();
      return null;
    });
    assertEquals(List.of(), ours(faults), () -> trace(faults));
  }

  TextInputControl input(String option) {
    return (TextInputControl) find("input-" + option);
  }

  /** What a wheel does. */
  void reveal(String id) throws Exception {
    until(() -> find(id) != null);
    onFx(() -> {
      ScrollPane middle = (ScrollPane) stage.getScene().getRoot().lookup(".setup-middle");
      stage.getScene().getRoot().applyCss();
      stage.getScene().getRoot().layout();
      double seen = middle.getViewportBounds().getHeight();
      double hidden = middle.getContent().getLayoutBounds().getHeight() - seen;
      Node node = find(id);
      double y = middle.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
      middle.setVvalue(hidden <= 0 ? 0 : Math.clamp((y - seen / 2) / hidden, 0, 1));
      middle.layout();
      return null;
    });
  }

  void save() {
    press(KeyCode.CONTROL, KeyCode.S);
  }

  /** From now on only an administrator may set up, and Marie is none. */
  void restrict() {
    Board open = board.get();
    Rules rules = new Rules(open.rules().feeds(), open.rules().services(),
        new Rights(Role.OPERATE, Map.of("ops", Role.ADMINISTER)));
    board.set(new Board(rules, open.at(), open.feeds(), open.services(), open.alarms(), open.silencedUntil(),
        open.health()));
  }
}
