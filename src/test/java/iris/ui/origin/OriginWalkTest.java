package iris.ui.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Outcome;
import iris.flow.Cell;
import iris.signal.Reason;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.Wish;
import iris.ui.desk.WindowOptions;
import iris.ui.station.Station;
import iris.ui.station.StationPicture;
import iris.words.Lang;
import iris.words.Words;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Through the page by keyboard and by mouse; acts are answered by the board itself. */
class OriginWalkTest {
  private final FxRobot robot = new FxRobot();
  private final List<Act> acts = new CopyOnWriteArrayList<>();
  private final List<Wish> wishes = new CopyOnWriteArrayList<>();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final Cell<EventLog> log = new Cell<>(EventLog.EMPTY);
  private Cell<Board> board;
  private Now now;
  private Station window;
  private Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private void open(Lang lang, Rooms rooms) throws Exception {
    board = new Cell<>(rooms.board());
    now = rooms.now;
    onFx(() -> {
      Ports ports = new Ports(board, log, this::act, () -> now, faults::add, "Marie", wishes::add);
      window = StationPicture.window(ports, words(lang),
          WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED), OriginPage::new, 960, 700);
      stage = new Stage();
      window.show(stage);
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Words words(Lang lang) {
    return Words.of(lang, ZoneId.of("Europe/Paris"));
  }

  private void act(Act act) {
    acts.add(act);
    Outcome outcome = board.get().after(new Input.Did(act), now);
    board.set(outcome.board());
    log.set(log.get().plus(outcome.transitions()));
  }

  @AfterEach
  void close() throws Exception {
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

  private static <T> T onFx(Callable<T> task) throws Exception {
    return WaitForAsyncUtils.asyncFx(task).get(20, TimeUnit.SECONDS);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onFx(condition));
  }

  private Node find(String query) {
    return stage.getScene().getRoot().lookup(query);
  }

  private String text(String id) {
    return ((Label) find("#" + id)).getText();
  }

  private void focus(String query) throws Exception {
    onFx(() -> {
      find(query).requestFocus();
      return null;
    });
  }

  @Test
  void tabGoesFromPartToPartAndTheirEvidenceComesByItself() throws Exception {
    open(Lang.FR, Rooms.external());
    focus("#verdict");
    for (int i = 0; i < 12 && !onFx(() -> find("#part-EXTERNAL").isFocused()); i++) robot.type(KeyCode.TAB);
    until(() -> text("evidence-title").equals("SIV national, en défaut\u00a0: ce qui le montre"));
    String spoken = onFx(() -> find("#part-EXTERNAL").getAccessibleText());
    assertEquals("SIV national\u00a0: en défaut, mis en cause", spoken);
  }

  @Test
  void aClickOnALinkShowsWhatItRestsOn() throws Exception {
    open(Lang.EN, Rooms.external());
    robot.clickOn(find("#part-PROVIDER_LINE"));
    until(() -> text("evidence-title").equals("Line to DARVA, well: what shows it"));
    robot.clickOn(find("#part-PROVIDER_LINE"));
    until(() -> text("evidence-title").equals("Line to DARVA, well: what shows it"));
    robot.clickOn(find("#verdict"));
    until(() -> text("evidence-title").equals("What the verdict rests on"));
  }

  @Test
  void aVerdictIsContestedByKeyboardAndTheContestStandsBesideIt() throws Exception {
    open(Lang.FR, Rooms.external());
    robot.type(KeyCode.C);
    until(() -> find("#contest-fault").isFocused());
    for (int i = 0; i < 8 && onFx(() -> chosen()) != Fault.PROVIDER; i++) robot.type(KeyCode.DOWN);
    assertEquals(Fault.PROVIDER, onFx(this::chosen));
    robot.type(KeyCode.TAB);
    until(() -> find("#contest-reason").isFocused());
    robot.write("leur pare-feu");
    robot.type(KeyCode.ENTER);
    until(() -> acts.contains(new Act.Contest("siv", Fault.PROVIDER, "Marie", "leur pare-feu")));
    until(() -> text("contest-standing").startsWith("Marie conteste depuis 15:15 et désigne\u00a0: DARVA, parce que"));
    until(() -> !find("#contest-form").isVisible());
    assertTrue(onFx(this::verdict).contains("SIV national"), "the machine's verdict stands");
    assertEquals("DARVA\u00a0: en ordre, selon Marie", onFx(() -> find("#part-PROVIDER").getAccessibleText()));
  }

  private Fault chosen() {
    return (Fault) ((ComboBox<?>) find("#contest-fault")).getValue();
  }

  @Test
  void aVerdictIsContestedByKeyboardInEnglishToo() throws Exception {
    open(Lang.EN, Rooms.external());
    robot.type(KeyCode.C);
    until(() -> find("#contest-fault").isFocused());
    for (int i = 0; i < 8 && onFx(() -> chosen()) != Fault.PROVIDER; i++) robot.type(KeyCode.DOWN);
    robot.type(KeyCode.TAB);
    until(() -> find("#contest-reason").isFocused());
    robot.write("their firewall").type(KeyCode.ENTER);
    until(() -> acts.contains(new Act.Contest("siv", Fault.PROVIDER, "Marie", "their firewall")));
    until(() -> text("contest-standing").startsWith("Marie has contested since 15:15 and names: DARVA, because"));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aContestIsTakenBackByKeyboard(Lang lang) throws Exception {
    open(lang, Rooms.contested());
    focus("#verdict");
    for (int i = 0; i < 6 && !onFx(() -> find("#contest-back").isFocused()); i++) robot.type(KeyCode.TAB);
    assertTrue(onFx(() -> find("#contest-back").isFocused()), "no way there by Tab");
    robot.type(KeyCode.ENTER);
    until(() -> !find("#contest-standing").isVisible());
    assertEquals(List.of(new Act.Uncontest("siv", "Marie")), acts, "Enter acts once");
  }

  @ParameterizedTest
  @CsvSource({"FR, notre réseau", "EN, our network"})
  void aVerdictIsContestedByMouseAndTheContestIsTakenBack(Lang lang, String ours) throws Exception {
    open(lang, Rooms.external());
    robot.clickOn(find("#contest-open"));
    until(() -> find("#contest-form").isVisible());
    robot.clickOn(find("#contest-fault"));
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> robot.lookup(ours).tryQuery().isPresent());
    robot.clickOn(ours);
    robot.clickOn(find("#contest-reason"));
    robot.write("the proxy");
    robot.clickOn(find("#contest-submit"));
    until(() -> acts.contains(new Act.Contest("siv", Fault.OUR_NETWORK, "Marie", "the proxy")));
    until(() -> find("#contest-back").isVisible());
    robot.clickOn(find("#contest-back"));
    until(() -> acts.contains(new Act.Uncontest("siv", "Marie")));
    until(() -> !find("#contest-standing").isVisible());
  }

  @Test
  void withoutAFaultOrAReasonNothingIsSentAndEscapeLeaves() throws Exception {
    open(Lang.FR, Rooms.external());
    robot.type(KeyCode.C);
    until(() -> find("#contest-form").isVisible());
    focus("#contest-submit");
    robot.type(KeyCode.ENTER);
    until(() -> text("contest-notice").equals("Choisissez d’abord de qui vient le défaut."));
    focus("#contest-fault");
    robot.type(KeyCode.DOWN);
    focus("#contest-submit");
    robot.type(KeyCode.SPACE);
    until(() -> text("contest-notice").startsWith("Écrivez d’abord"));
    robot.type(KeyCode.ESCAPE);
    until(() -> !find("#contest-form").isVisible());
    assertEquals(List.of(), acts);
  }

  @Test
  void aRefusalIsSaidAndTheWordsStay() throws Exception {
    open(Lang.FR, Rooms.configured().neutral(true).check(true, true));
    robot.type(KeyCode.C);
    until(() -> find("#contest-fault").isFocused());
    robot.type(KeyCode.DOWN);
    focus("#contest-reason");
    robot.write("doute");
    robot.type(KeyCode.ENTER);
    until(() -> text("contest-notice").startsWith("Refusé."));
    assertEquals("doute", onFx(() -> ((TextField) find("#contest-reason")).getText()));
  }

  @Test
  void theServiceIsChosenByKeyByButtonAndFromElsewhere() throws Exception {
    open(Lang.FR, Rooms.external());
    assertTrue(onFx(this::verdict).contains("SIV national"));
    robot.type(KeyCode.PAGE_DOWN);
    until(() -> !verdict().contains("SIV national"));
    robot.clickOn(find("#service-before"));
    until(() -> verdict().contains("SIV national"));
    onFx(() -> {
      window.open(Optional.of("origin"), Optional.of("banque"));
      return null;
    });
    until(() -> !verdict().contains("SIV national"));
  }

  private String verdict() {
    return ((Button) find("#verdict")).getText();
  }

  @Test
  void aLinkOfTheGuidanceIsWishedOfTheProgramAndItsAnswerIsSaid() throws Exception {
    open(Lang.EN, Rooms.external());
    until(() -> find(".guide-link") != null);
    assertEquals("Origine, link to https://siv.example.org/etat?service=siv", onFx(() -> find(".guide-link").getAccessibleText()));
    focus(".guide-link");
    robot.type(KeyCode.ENTER);
    until(() -> wishes.size() == 1);
    Wish.Open wish = (Wish.Open) wishes.getFirst();
    assertEquals(URI.create("https://siv.example.org/etat?service=siv"), wish.link());
    onFx(() -> {
      wish.answer().accept(Optional.of(Reason.of("app.open.missing", "xdg-open")));
      return null;
    });
    until(() -> text("guide-notice").contains("xdg-open is missing"));
    assertFalse(onFx(() -> stage.getScene().getRoot().lookupAll(".guide-link").stream()
        .anyMatch(n -> ((Hyperlink) n).getText().contains("classeur"))), "a file is no link");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aLinkOfTheGuidanceIsFollowedWithTheMouse(Lang lang) throws Exception {
    open(lang, Rooms.external());
    until(() -> find(".guide-link") != null);
    onFx(() -> {
      ScrollPane page = (ScrollPane) find(".origin-page");
      double hidden = page.getContent().getLayoutBounds().getHeight() - page.getViewportBounds().getHeight();
      Node link = find(".guide-link");
      double y = page.getContent().sceneToLocal(link.localToScene(link.getBoundsInLocal())).getMinY();
      page.setVvalue(hidden <= 0 ? 0 : Math.clamp((y - page.getViewportBounds().getHeight() / 2) / hidden, 0, 1));
      page.layout();
      return null;
    });
    robot.clickOn(find(".guide-link"));
    until(() -> wishes.size() == 1);
    assertEquals(URI.create("https://siv.example.org/etat?service=siv"), ((Wish.Open) wishes.getFirst()).link());
  }

  @Test
  void anotherLanguageKeepsThePartTheServiceAndTheWords() throws Exception {
    open(Lang.FR, Rooms.external());
    robot.clickOn(find("#part-PROVIDER"));
    robot.type(KeyCode.C);
    until(() -> find("#contest-fault").isFocused());
    robot.type(KeyCode.DOWN);
    focus("#contest-reason");
    robot.write("sha");
    onFx(() -> {
      window.change(words(Lang.EN), WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED));
      return null;
    });
    until(() -> text("evidence-title").equals("DARVA, well: what shows it"));
    assertEquals("sha", onFx(() -> ((TextField) find("#contest-reason")).getText()));
    assertTrue(onFx(() -> find("#contest-form").isVisible() && chosen() != null));
  }
}
