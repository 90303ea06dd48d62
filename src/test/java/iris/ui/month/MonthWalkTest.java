package iris.ui.month;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.month.Novembers;
import iris.history.month.Span.Place;
import iris.ui.desk.Wish;
import iris.ui.draw.Box;
import iris.ui.page.Page;
import iris.ui.receipt.PageRoom;
import iris.ui.theme.Theme;
import iris.ui.walk.Fingers;
import iris.ui.walk.Patience;
import iris.words.Lang;
import iris.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Through a month by keyboard and by mouse, in both languages; the past is asked elsewhere. */
class MonthWalkTest {
  private final Fingers robot = new Fingers();
  private final List<Wish> wishes = new CopyOnWriteArrayList<>();
  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private final Rooms rooms = new Rooms();
  private Stage stage;
  private Page page;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private void open(Lang lang) throws Exception {
    open(lang, new Novembers());
  }

  private void open(Lang lang, Novembers past) throws Exception {
    onFx(() -> {
      page = MonthPage.by(Optional.of(past), reader).make(rooms.ports(wishes::add), Words.of(lang, Novembers.PARIS));
      stage = new Stage();
      stage.setScene(PageRoom.scene(page, Theme.DARK, 960, 700));
      stage.getScene().addEventFilter(KeyEvent.KEY_PRESSED, e -> {
        if (page.pressed(e)) e.consume();
      });
      page.show(rooms.seen());
      stage.show();
      page.focus();
      return null;
    });
    until(() -> !text("#month-said").isEmpty());
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      page.close();
      stage.close();
      return null;
    });
    reader.shutdown();
  }

  private static <T> T onFx(Callable<T> task) throws Exception {
    return Patience.onFx(task);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    Patience.until(condition);
  }

  private String text(String id) {
    return plain(((Label) page.root().lookup(id)).getText());
  }

  private static String plain(String said) {
    return said.replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  @Test
  void theCursorBeginsAtNowAndReadsEachHourByKeys() throws Exception {
    open(Lang.FR);
    assertEquals("novembre 2026", onFx(() -> text("#month-title")));
    assertTrue(onFx(() -> text("#month-said")).startsWith("dimanche 22 novembre 2026, 15 h – 16 h : disponibilité 100,00 %, couverture 100 %"),
        onFx(() -> text("#month-said")));
    robot.type(KeyCode.UP, 5).type(KeyCode.LEFT);
    until(() -> text("#month-said").startsWith("mardi 17 novembre 2026, 14 h – 15 h : disponibilité"));
    assertTrue(onFx(() -> text("#month-said")).contains("indisponible 45 min"), onFx(() -> text("#month-said")));
    until(() -> ((ListView<?>) page.root().lookup("#month-lines")).getItems().size() == 2);
    robot.type(KeyCode.ENTER);
    until(() -> wishes.size() == 1);
    assertTrue(wishes.getFirst() instanceof Wish.Desk d && d.page().equals(Optional.of("episode"))
        && d.subject().orElseThrow().startsWith("siv|OUTAGE@"), wishes::toString);
    robot.type(KeyCode.C);
    until(() -> wishes.size() == 2);
    Wish.Desk charts = (Wish.Desk) wishes.getLast();
    assertEquals(Optional.of("charts"), charts.page());
    assertEquals(Optional.of(Novembers.at("2026-11-17T14:00")), Wish.moment(charts.subject().orElseThrow()));
    assertTrue(List.of("siv", "pay").contains(Wish.about(charts.subject().orElseThrow())), charts::toString);
    assertEquals("a@b", Wish.about("a@b"), "a name with that sign is a name");
  }

  @Test
  void aDayThatWasDownForLongerThanItsAlarmsSaysSoAndShowsNoLineByHalf() throws Exception {
    open(Lang.FR, new Novembers().unheard("siv", "2026-11-17T20:00", 30));
    until(() -> page.root().lookup("#month-day-2026-11-17") != null);
    robot.clickOn("#month-day-2026-11-17");
    until(() -> text("#month-day-title").equals("mardi 17 novembre 2026 · 1 h 15 d’indisponibilité mesurées, en partie lues après coup"));
    Pane day = onFx(() -> (Pane) page.root().lookup("#month-day-2026-11-17"));
    assertTrue(onFx(() -> day.getChildren().size()) > 3, "more than a small cell has room for");
    assertEquals(List.of(), onFx(() -> day.getChildren().stream().filter(Node::isVisible)
        .filter(line -> line.getBoundsInParent().getMaxY() > day.getHeight()).map(line -> ((Label) line).getText()).toList()));
  }

  @Test
  void whatWasNotMeasuredSaysSoUnderTheMouseToo() throws Exception {
    open(Lang.EN);
    Leaf leaf = onFx(() -> (Leaf) page.root().lookup("#month-leaf"));
    Box box = onFx(() -> leaf.where(new Place(13, 4)).orElseThrow());
    Point2D at = onFx(() -> leaf.localToScreen(box.x() + box.w() / 2, box.y() + box.h() / 2));
    robot.moveTo(at);
    until(() -> text("#month-said").equals("Saturday 14 November 2026, 4:00 – 5:00: not measured"));
    robot.clickOn(at);
    until(() -> text("#month-day-title").equals("Saturday 14 November 2026"));
    String line = onFx(() -> plain(((ListView<?>) page.root().lookup("#month-lines")).getItems().getFirst().toString()));
    assertTrue(line.contains("02:00 – 07:00 · 5 h 00 · supervision lost · DARVA"), line);
  }

  @Test
  void monthsTurnAndTheYearLeadsBackToADay() throws Exception {
    open(Lang.FR);
    robot.type(KeyCode.PAGE_UP, 3);
    until(() -> text("#month-title").equals("août 2026") && page.root().lookup("#month-day-2026-08-03") != null);
    robot.clickOn("#month-day-2026-08-03");
    until(() -> text("#month-said").endsWith("avant la première mesure"));
    robot.type(KeyCode.PAGE_DOWN, 2);
    until(() -> text("#month-title").equals("octobre 2026"));
    robot.clickOn("#month-after");
    until(() -> text("#month-title").equals("novembre 2026") && page.root().lookup("#month-day-2026-11-03") != null);
    robot.clickOn("#month-day-2026-11-03");
    until(() -> text("#month-day-title").equals("mardi 3 novembre 2026"));
    robot.clickOn("#month-year");
    until(() -> text("#month-title").equals("2026") && text("#month-said").startsWith("mardi 3 novembre 2026 : disponibilité"));
    onFx(() -> {
      page.focus();
      return null;
    });
    robot.type(KeyCode.ENTER);
    until(() -> text("#month-title").equals("novembre 2026") && text("#month-day-title").equals("mardi 3 novembre 2026"));
  }

  @Test
  void oneServiceIsChosenAndItsSlownessShown() throws Exception {
    open(Lang.FR);
    onFx(() -> {
      page.open("siv");
      return null;
    });
    assertEquals("siv", onFx(() -> ((ComboBox<?>) page.root().lookup("#month-service")).getValue()));
    until(() -> page.root().lookup("#month-day-2026-11-17").getAccessibleText().contains("25"));
    robot.clickOn("#month-day-2026-11-12");
    robot.type(KeyCode.R);
    onFx(() -> {
      page.focus();
      return null;
    });
    robot.type(KeyCode.HOME).type(KeyCode.RIGHT, 9);
    until(() -> text("#month-said").contains("SIV : transaction 979 ms, ×2,4 de l’habituel (408 ms)"));
  }

  @Test
  void withoutAHistoryItSaysSo() throws Exception {
    onFx(() -> {
      page = MonthPage.by(Optional.empty(), reader).make(rooms.ports(wishes::add), Words.of(Lang.FR, Novembers.PARIS));
      stage = new Stage();
      stage.setScene(PageRoom.scene(page, Theme.LIGHT, 960, 700));
      page.show(rooms.seen());
      stage.show();
      return null;
    });
    until(() -> text("#month-trouble").equals("aucun historique n’est tenu sur ce poste"));
  }
}
