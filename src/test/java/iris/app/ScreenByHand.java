package iris.app;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.flow.Cell;
import iris.ui.desk.Boards;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.desk.Wish;
import iris.ui.origin.OriginPage;
import iris.ui.page.Page;
import iris.ui.station.alarms.AlarmsPage;
import iris.ui.station.keep.Keepsake;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/** The two windows as {@link Screen} wires them, on a machine with a tray; see {@link ScreenByHandTest}. */
final class ScreenByHand extends ByHand {
  private final Screen screen;
  private final List<Act> acts = new CopyOnWriteArrayList<>();

  private ScreenByHand(Screen screen) {
    this.screen = screen;
  }

  public static void main(String[] args) throws Exception {
    try (Screen screen = Screen.start().orElseThrow()) {
      ScreenByHand hand = new ScreenByHand(screen);
      hand.show();
      hand.begin();
      screen.await();
      say("the last window was closed");
    }
    System.exit(0);
  }

  private void show() {
    Cell<Board> board = new Cell<>(Boards.outage().board());
    Ports ports = new Ports(board, new Cell<>(EventLog.EMPTY), acts::add, () -> Boards.NOW, bug -> say("bug " + bug),
        "Marie", screen::grant);
    List<Page.Making> pages = List.of((p, words) -> new AlarmsPage(p, words, Keepsake.forgetful()), OriginPage::new);
    screen.show(ports, words(Lang.FR), looks(), pages, Keepsake.forgetful(), () -> true);
  }

  private static WindowOptions looks() {
    return WindowOptions.desk().with(WindowOptions.Motion.REDUCED);
  }

  private static Words words(Lang lang) {
    return Words.of(lang, ZoneId.of("Europe/Paris"));
  }

  @Override
  void walk() throws Exception {
    until("the tiles", () -> wall().isPresent());
    Stage wall = onFx(() -> wall().orElseThrow());
    take(wall);
    key(wall, KeyCode.D);
    until("the desk", () -> desk().filter(Stage::isFocused).isPresent());
    Stage desk = onFx(() -> desk().orElseThrow());
    say("D opens the desk");

    key(desk, KeyCode.A);
    until("the act", () -> acts.size() == 1 && acts.getFirst() instanceof Act.Acknowledge);
    key(desk, KeyCode.W);
    until("the tiles in front", wall::isFocused);
    say("W brings the tiles to the front");
    key(wall, KeyCode.D);
    until("the same desk", desk::isFocused);
    say("D brings the same desk back");

    onFx(() -> {
      screen.grant(new Wish.Desk(Optional.of("origin"), Optional.of("siv")));
      return null;
    });
    until("the page that was wished for", () -> desk.getScene().getRoot().lookup(".origin") != null && desk.isFocused());
    say("a wish opens its page");
    screen.change(words(Lang.EN), looks());
    until("both in English", () -> read(wall).contains("Down") && read(desk).contains("Origin"));
    say("both windows change their language");

    tray(wall, desk);

    cross(wall);
    screen.nudge(() -> {});
    until("the desk stays", desk::isShowing);
    say("the desk goes on without the tiles");
    cross(desk);
  }

  /** Small, the desk is in the tray; a click there brings it back, and the tiles where it is not small. */
  private void tray(Stage wall, Stage desk) throws Exception {
    onFx(() -> {
      desk.setIconified(true);
      return null;
    });
    until("the desk in the tray", () -> !desk.isShowing());
    screen.front();
    until("the desk back", () -> desk.isShowing() && !desk.isIconified() && desk.isFocused());
    say("the tray brings the desk back");
    screen.front();
    until("the tiles in front", wall::isFocused);
    say("the tray brings the tiles to the front");
  }
}
