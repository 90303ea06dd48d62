package iris.ui.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.flow.Cell;
import iris.history.story.Afternoon;
import iris.history.story.Recollection;
import iris.ui.desk.ConsoleWindow;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.ui.theme.Theme;
import iris.ui.walk.Walking;
import iris.words.Lang;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;

/** The page of episodes in a window of its own; the board answers, the archive is asked elsewhere. */
abstract class StoryWalk extends Walking {
  final List<Act> acts = new CopyOnWriteArrayList<>();
  final List<Throwable> faults = new CopyOnWriteArrayList<>();
  final ExecutorService reader = Executors.newSingleThreadExecutor();
  Cell<Board> board;
  Cell<EventLog> log;
  Recollection past;
  Now now;
  Page page;

  void open(Lang lang, String until) throws Exception {
    open(lang, Afternoon.until(until));
  }

  void open(Lang lang, Afternoon day) throws Exception {
    past = day.recollection();
    board = new Cell<>(day.board());
    log = new Cell<>(EventLog.EMPTY.plus(day.transitions()));
    now = day.now();
    onFx(() -> {
      Ports ports = new Ports(board, log, this::act, () -> now, faults::add, "Marie", wish -> {});
      page = EpisodePage.by(past, reader).make(ports, words(lang));
      StackPane root = new StackPane(page.root());
      root.getStyleClass().add("console");
      Scene scene = new Scene(root, 960, 700);
      scene.getStylesheets().addAll(Theme.DARK.sheets());
      scene.getStylesheets().add(Objects.requireNonNull(ConsoleWindow.class.getResource("desk.css")).toExternalForm());
      // As the window that hosts it offers keys: none while words are typed but the one that leaves them.
      boolean[] taken = {false};
      scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
        boolean typing = scene.getFocusOwner() instanceof TextInputControl;
        taken[0] = (!typing || e.getCode() == KeyCode.ESCAPE) && page.pressed(e);
        if (taken[0]) e.consume();
      });
      scene.addEventFilter(KeyEvent.KEY_TYPED, e -> {
        if (taken[0]) e.consume();
      });
      stage = new Stage();
      stage.setScene(scene);
      stage.show();
      draw();
      return null;
    });
    until(() -> !story().getItems().isEmpty());
    onFx(() -> {
      episodes().requestFocus();
      return null;
    });
  }

  /** The board decides, the archive and the log hear of it, the page is drawn: as in the house. */
  void act(Act act) {
    acts.add(act);
    now = now.plus(java.time.Duration.ofSeconds(1));
    Outcome outcome = board.get().after(new Input.Did(act), now);
    past.keep(outcome.transitions());
    log.set(log.get().plus(outcome.transitions()));
    board.set(outcome.board());
    draw();
  }

  void draw() {
    page.show(new Seen(board.get(), log.get(), now));
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      page.close();
      stage.close();
      return null;
    });
    reader.shutdownNow();
    assertEquals(List.of(), faults);
  }

  @SuppressWarnings("unchecked")
  ListView<StoryLine> story() {
    return (ListView<StoryLine>) find("story");
  }

  @SuppressWarnings("unchecked")
  ListView<EpisodeRow> episodes() {
    return (ListView<EpisodeRow>) find("episodes");
  }

  boolean says(String part) {
    return story().getItems().stream().anyMatch(l -> l.spoken().contains(part));
  }

  static final String DURING = "2026-11-22T14:13:20Z";
  static final String AFTER = "2026-11-22T14:31:00Z";

  int place(String id) throws Exception {
    return onFx(() -> {
      for (int i = 0; i < episodes().getItems().size(); i++)
        if (episodes().getItems().get(i).episode().id().startsWith(id)) return i;
      throw new AssertionError("no " + id + " among " + episodes().getItems());
    });
  }
}
