package iris.ui.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Criterion;
import iris.alarm.Input;
import iris.alarm.Preview;
import iris.alarm.Rights;
import iris.alarm.Role;
import iris.alarm.Rules;
import iris.alarm.Shown;
import iris.flow.Cell;
import iris.signal.Incident;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.receipt.Boards;
import iris.ui.receipt.PageRoom;
import iris.ui.theme.Theme;
import iris.words.Lang;
import iris.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The operator says what announcements are, by key and by mouse, in both languages; the board behind is a real one. */
class ClassifyWalkTest {
  private final FxRobot robot = new FxRobot();
  private final List<Act> acts = new CopyOnWriteArrayList<>();
  private final Boards boards = Boards.unclear();
  private final Cell<Board> board = new Cell<>(boards.board());
  private final Cell<EventLog> log = new Cell<>(boards.log());
  private Stage stage;
  private ClassifyPage page;
  private boolean taken;
  /** What the journal remembers. */
  private List<Preview.Told> past = List.of();

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private void open(Lang lang) throws Exception {
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

  private static Words words(Lang lang) {
    return Words.of(lang, ZoneId.of("Europe/Paris"));
  }

  private void act(Act act) {
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

  private static <T> T onFx(Callable<T> task) throws Exception {
    return WaitForAsyncUtils.asyncFx(task).get(20, TimeUnit.SECONDS);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onFx(condition));
  }

  private Node find(String id) {
    return page.root().lookup("#" + id);
  }

  private String text(String id) {
    return ((Label) find(id)).getText();
  }

  @Test
  void whoMayNotClassifyFindsItGreyAndIsToldWhomToAsk() throws Exception {
    Rules rules = board.get().rules();
    Rights rights = new Rights(Role.OPERATE, Map.of("ops", Role.ADMINISTER));
    board.set(board.get().after(new Input.Reconfigured(new Rules(rules.feeds(), rules.services(), rights)),
        boards.now()).board());
    open(Lang.EN);
    assertTrue(onFx(() -> find("classify-keep").isDisabled()));
    assertTrue(onFx(() -> ((Label) find("classify-grey")).getText()).endsWith("has the role “operate”; ask ops"));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aRuleIsMadeByKeysAloneAndRingsAsWhatItSays(Lang lang) throws Exception {
    open(lang);
    assertEquals(2, onFx(() -> page.waiting(boards.seen())));
    robot.type(KeyCode.E);
    until(() -> find("rule-words").isFocused());
    robot.type(KeyCode.HOME).press(KeyCode.SHIFT).type(KeyCode.END).release(KeyCode.SHIFT);
    robot.write("zorglub");
    robot.type(KeyCode.ENTER);
    until(() -> find("rule-reason").isFocused());
    robot.write("dit au telephone");
    until(() -> !find("classify-keep").isDisabled());
    robot.type(KeyCode.ENTER);
    until(() -> acts.size() == 1);
    assertEquals(new Act.Classify(new Criterion(Optional.of("ants"), Criterion.Field.ANY, "zorglub",
        Criterion.Says.DEGRADATION, Optional.empty()), "Marie", "dit au telephone"), acts.getFirst());
    until(() -> page.waiting(boards.seen()) == 1);
    assertFalse(onFx(() -> page.root().lookup(".rule-pane").isVisible()), "the rule stands over the announcement");
    assertEquals(words(lang).say("ui.classify.tab.rules", 1), onFx(() -> ((ToggleButton) find("classify-to-rules")).getText()));
  }

  @Test
  void whatWouldBeSilencedHasToBeReadFirst() throws Exception {
    open(Lang.EN);
    onFx(() -> {
      ((RowList) find("classify-items")).choose("ants\nz-3");
      return null;
    });
    robot.clickOn("#says-notice");
    robot.clickOn("#rule-reason").write("test bench");
    until(() -> find("preview-loud").isVisible());
    assertTrue(onFx(() -> text("preview-loud")).startsWith("WARNING: at this very moment this rule would silence 1 open"));
    assertTrue(onFx(() -> find("classify-keep").isDisabled()));
    robot.clickOn("#preview-understood");
    until(() -> !find("classify-keep").isDisabled());
    robot.clickOn("#classify-keep");
    until(() -> acts.size() == 1);
    assertEquals(Criterion.Says.NOTICE, ((Act.Classify) acts.getFirst()).criterion().says());
  }

  @Test
  void oneIsSetAsideWithAReasonAndStillNotGreen() throws Exception {
    open(Lang.FR);
    assertTrue(onFx(() -> find("classify-set-aside").isDisabled()));
    robot.type(KeyCode.X);
    until(() -> find("rule-reason").isFocused());
    robot.write("question posee");
    robot.clickOn("#classify-set-aside");
    until(() -> acts.size() == 1);
    assertEquals(new Act.SetAside("ants", "z-1", "Marie", "question posee"), acts.getFirst());
    until(() -> page.waiting(boards.seen()) == 1);
    assertTrue(boards.board().services().get("ants").shown() != Shown.UP);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void oneIsSetAsideByKeysAlone(Lang lang) throws Exception {
    open(lang);
    robot.type(KeyCode.X);
    until(() -> find("rule-reason").isFocused());
    robot.write("asked");
    until(() -> !find("classify-set-aside").isDisabled());
    for (int i = 0; i < 6 && !onFx(() -> find("classify-set-aside").isFocused()); i++) robot.type(KeyCode.TAB);
    assertTrue(onFx(() -> find("classify-set-aside").isFocused()), "no way there by Tab");
    robot.type(KeyCode.SPACE);
    until(() -> acts.equals(List.of(new Act.SetAside("ants", "z-1", "Marie", "asked"))));
    until(() -> page.waiting(boards.seen()) == 1);
  }

  private void clickRow(String list, String part) throws Exception {
    robot.clickOn(onFx(() -> find(list).lookupAll(".list-cell").stream()
        .filter(n -> n.getAccessibleText() != null && n.getAccessibleText().contains(part)).findFirst().orElseThrow()));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void oneIsSetAsideWithTheMouse(Lang lang) throws Exception {
    open(lang);
    clickRow("classify-items", "Bulgroz");
    robot.clickOn("#rule-reason").write("asked");
    robot.clickOn("#classify-set-aside");
    until(() -> acts.equals(List.of(new Act.SetAside("ants", "z-2", "Marie", "asked"))));
    until(() -> page.waiting(boards.seen()) == 1);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aRuleIsMadeWithTheMouseAndTakenBackWithIt(Lang lang) throws Exception {
    open(lang);
    clickRow("classify-items", "Bulgroz");
    robot.clickOn("#says-outage");
    robot.clickOn("#rule-reason").write("by phone");
    until(() -> !find("classify-keep").isDisabled());
    robot.clickOn("#classify-keep");
    until(() -> page.waiting(boards.seen()) == 1);
    Act.Classify made = (Act.Classify) acts.getFirst();
    assertEquals(Criterion.Says.OUTAGE, made.criterion().says());
    robot.clickOn("#classify-to-rules");
    until(() -> find("classify-rules").isVisible());
    robot.clickOn("#take-reason").write("wrong");
    robot.clickOn("#classify-take-back");
    until(() -> acts.size() == 2);
    assertEquals(new Act.Unclassify("r1", "Marie", "wrong"), acts.getLast());
    until(() -> page.waiting(boards.seen()) == 2);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void thePreviewTellsWhatTheRuleWouldHaveMadeOfThePast(Lang lang) throws Exception {
    Instant then = Instant.parse("2026-11-02T09:00:00Z");
    Incident now = boards.board().memory().services().get("ants").cases().values().iterator().next().told();
    past = List.of(new Preview.Told(then, Optional.of("ants"), "ants", new Incident("y-7", now.service(),
        "Zorglub du guichet, lot 4000", Incident.Kind.UNCLASSIFIED, true, Optional.empty(), Optional.empty(),
        Optional.of(then), Optional.empty(), 1, now.rule(), "Zorglub du guichet, lot 4000", now.proof())));
    open(lang);
    robot.type(KeyCode.E);
    until(() -> find("rule-words").isFocused());
    robot.type(KeyCode.HOME).press(KeyCode.SHIFT).type(KeyCode.END).release(KeyCode.SHIFT);
    robot.write("zorglub");
    String counts = words(lang).say("ui.classify.preview.counts", 4, words(lang).figures().date(then), 2, 0, 0, 2);
    until(() -> text("preview-summary").equals(counts));
    List<String> rows = onFx(() -> page.root().lookupAll(".preview-row").stream().map(n -> ((Label) n).getText()).toList());
    assertEquals(2, rows.size());
    assertTrue(rows.getFirst().contains("lot 4711") && rows.getLast().contains("lot 4000"), rows::toString);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aRuleIsTakenBackByKeysAlone(Lang lang) throws Exception {
    boards.classify("zorglub", Criterion.Says.NOTICE);
    board.set(boards.board());
    log.set(boards.log());
    open(lang);
    assertEquals(1, onFx(() -> page.waiting(boards.seen())));
    robot.type(KeyCode.R);
    until(() -> find("classify-rules").isFocused());
    robot.type(KeyCode.X);
    until(() -> find("take-reason").isFocused());
    robot.write("wrong");
    robot.type(KeyCode.ENTER);
    until(() -> acts.size() == 1);
    assertEquals(new Act.Unclassify("r1", "Marie", "wrong"), acts.getFirst());
    until(() -> page.waiting(boards.seen()) == 2);
    robot.type(KeyCode.A);
    until(() -> find("classify-items").isFocused());
  }

  @Test
  void whatAHandHasBegunStaysWhileTheListChanges() throws Exception {
    open(Lang.FR);
    robot.type(KeyCode.X);
    until(() -> find("rule-reason").isFocused());
    robot.write("en cours");
    onFx(() -> {
      boards.said("z-9", "Encore un inconnu", iris.signal.Incident.Kind.UNCLASSIFIED);
      page.show(boards.seen());
      return null;
    });
    until(() -> page.waiting(boards.seen()) == 3);
    assertEquals("en cours", onFx(() -> ((javafx.scene.control.TextField) find("rule-reason")).getText()));
    robot.type(KeyCode.ESCAPE);
    until(() -> find("classify-items").isFocused());
  }

  @Test
  void whoComesFromAServiceFindsItsAnnouncement() throws Exception {
    open(Lang.FR);
    onFx(() -> {
      page.open("ants");
      return null;
    });
    until(() -> ((RowList) find("classify-items")).chosen().equals(Optional.of("ants\nz-1")));
  }
}
