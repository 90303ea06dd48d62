package iris.ui.classify;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Preview;
import iris.flow.Cell;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.receipt.Boards;
import iris.ui.receipt.PageRoom;
import iris.ui.theme.Theme;
import iris.ui.walk.Walking;
import iris.words.Lang;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.testfx.util.WaitForAsyncUtils;

/** The page of announcements in a window of its own; the board behind it is a real one. */
abstract class ClassifyWalk extends Walking {
  final List<Act> acts = new CopyOnWriteArrayList<>();
  final Boards boards = Boards.unclear();
  final Cell<Board> board = new Cell<>(boards.board());
  final Cell<EventLog> log = new Cell<>(boards.log());
  ClassifyPage page;
  boolean taken;
  /** What the journal remembers. */
  List<Preview.Told> past = List.of();

  void open(Lang lang) throws Exception {
    onFx(() -> {
      Ports ports = new Ports(board, log, this::act, boards::now, fault -> {}, "Marie", wish -> {});
      Trial trial = (c, on, then) -> then.accept(Preview.of(c, on, past, Optional.empty()));
      page = new ClassifyPage(ports, words(lang), trial);
      stage = new Stage();
      stage.setScene(PageRoom.scene(page, Theme.DARK, 960, 700));
      stage.getScene().addEventFilter(KeyEvent.KEY_PRESSED, e -> {
        boolean typing = stage.getScene().getFocusOwner() instanceof javafx.scene.control.TextInputControl;
        taken = (!typing || e.getCode() == KeyCode.ESCAPE) && page.pressed(e);
        if (taken) e.consume();
      });
      // As the window does: the key that opened a line for words is not its first letter.
      stage.getScene().addEventFilter(KeyEvent.KEY_TYPED, e -> {
        if (taken) e.consume();
        taken = false;
      });
      page.show(boards.seen());
      stage.show();
      find("classify-items").requestFocus();
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  void act(Act act) {
    acts.add(act);
    boards.act(act);
    board.set(boards.board());
    log.set(boards.log());
    page.show(boards.seen());
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      page.close();
      stage.close();
      return null;
    });
  }

  void clickRow(String list, String part) throws Exception {
    robot.clickOn(onFx(() -> find(list).lookupAll(".list-cell").stream()
        .filter(n -> n.getAccessibleText() != null && n.getAccessibleText().contains(part)).findFirst().orElseThrow()));
  }
}
