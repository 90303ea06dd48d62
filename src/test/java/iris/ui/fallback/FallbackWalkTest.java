package iris.ui.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import iris.ui.station.Station;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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

/** Walks through the page with mouse and keyboard; the board itself answers, who runs the plan is the test. */
class FallbackWalkTest {
  private final FxRobot robot = new FxRobot();
  private final List<Act> acts = new CopyOnWriteArrayList<>();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private Rooms rooms = Rooms.planned().outage(Origin.EXTERNAL);
  private final Cell<Board> board = new Cell<>(rooms.board());
  private final Cell<EventLog> log = new Cell<>(rooms.log());
  private Station window;
  private Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private void open(Lang lang) throws Exception {
    open(lang, rooms);
  }

  private void open(Lang lang, Rooms with) throws Exception {
    rooms = with;
    passOn();
    onFx(() -> {
      Ports ports = new Ports(board, log, this::act, () -> rooms.now, faults::add, "Marie", wish -> { });
      window = new Station(ports, Words.of(lang, ZoneId.of("Europe/Paris")),
          WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED),
          List.of(FallbackPage::new));
      stage = new Stage();
      window.show(stage);
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void act(Act act) {
    acts.add(act);
    rooms.act(act);
    passOn();
  }

  private void passOn() {
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

  private static <T> T onFx(Callable<T> task) throws Exception {
    return WaitForAsyncUtils.asyncFx(task).get(20, TimeUnit.SECONDS);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> onFx(condition));
  }

  private Node find(String query) {
    return stage.getScene().getRoot().lookup(query);
  }

  private String text(String query) {
    return ((Label) find(query)).getText();
  }

  private Fallback state() {
    return rooms.board().fallback("siv").now();
  }

  private void because(String words) throws Exception {
    if (!onFx(() -> find("#fallback-reason").isFocused())) robot.type(KeyCode.B);
    until(() -> find("#fallback-reason").isFocused());
    robot.write(words);
  }

  @Test
  void theMouseHeldForTwoSecondsOrdersTheSwitchWithItsReasonAndItsTicks() throws Exception {
    open(Lang.FR);
    until(() -> text("#fallback-advice").startsWith("Activation RECOMMANDÉE"));
    because("siv muet");
    robot.clickOn(find("#tick-1"));
    robot.moveTo(find("#fallback-on")).press(MouseButton.PRIMARY);
    until(() -> !acts.isEmpty());
    robot.release(MouseButton.PRIMARY);
    assertEquals(new Act.SwitchFallback("siv", true, "Marie", "siv muet", List.of("Le chef de plateau est prévenu")),
        acts.getFirst());
    until(() -> text("#fallback-word").equals("Activation en cours") && !find("#fallback-on").isVisible());
    rooms.step(Switching.Stage.STARTED, "fallback.no-deed", FallbackSight.UNASKED)
        .step(Switching.Stage.VERIFIED, "fallback.verified-on", FallbackSight.RUNNING, "mode=local");
    passOn();
    until(() -> text("#fallback-word").equals("Secours ACTIF"));
    assertTrue(onFx(() -> text("#fallback-sentence")).contains("par Marie"));
    assertTrue(onFx(() -> text("#fallback-output")).contains("mode=local"));
    assertTrue(onFx(() -> !((CheckBox) find("#tick-1")).isSelected()));
  }

  @Test
  void lettingGoTooEarlyDoesNothingAndSaysSo() throws Exception {
    open(Lang.EN);
    because("silent");
    robot.moveTo(find("#fallback-on")).press(MouseButton.PRIMARY);
    until(() -> text("#fallback-notice").startsWith("Keep pressing"));
    robot.release(MouseButton.PRIMARY);
    until(() -> text("#fallback-notice").startsWith("Let go too early"));
    assertEquals(List.of(), acts);
    assertEquals(Fallback.OFF, state());
  }

  @Test
  void withoutAReasonHoldingDoesNotEvenBegin() throws Exception {
    open(Lang.FR);
    robot.moveTo(find("#fallback-on")).press(MouseButton.PRIMARY);
    until(() -> text("#fallback-notice").startsWith("Écrivez d’abord pourquoi") && find("#fallback-reason").isFocused());
    robot.release(MouseButton.PRIMARY);
    assertEquals(List.of(), acts);
  }

  private void tabTo(String query) throws Exception {
    for (int steps = 0; steps < 12 && !onFx(() -> find(query).isFocused()); steps++) robot.type(KeyCode.TAB);
    assertTrue(onFx(() -> find(query).isFocused()), "no way there by Tab");
  }

  private void untilWord(Lang lang, String state) throws Exception {
    String word = Words.of(lang, ZoneId.of("Europe/Paris")).say("ui.fallback.word." + state);
    until(() -> text("#fallback-word").equals(word));
  }

  private static Rooms running() {
    return Rooms.planned().outage(Origin.EXTERNAL).ordered(true, "Marie")
        .step(Switching.Stage.VERIFIED, "fallback.verified-on", FallbackSight.RUNNING).seen(FallbackSight.RUNNING, "200")
        .over(Origin.EXTERNAL);
  }

  @ParameterizedTest
  @CsvSource({"FR, SPACE", "EN, ENTER"})
  void theWayThereIsHeldByTheKeyboardAlone(Lang lang, KeyCode key) throws Exception {
    open(lang);
    because("siv silent");
    tabTo("#fallback-on");
    robot.press(key);
    until(() -> !acts.isEmpty());
    robot.release(key);
    assertEquals(new Act.SwitchFallback("siv", true, "Marie", "siv silent", List.of()), acts.getFirst());
    untilWord(lang, "SwitchingOn");
  }

  @Test
  void theWayThereIsHeldWithTheMouseInEnglishToo() throws Exception {
    open(Lang.EN);
    robot.clickOn(find("#fallback-reason")).write("siv silent");
    robot.moveTo(find("#fallback-on")).press(MouseButton.PRIMARY);
    until(() -> !acts.isEmpty());
    robot.release(MouseButton.PRIMARY);
    assertEquals(new Act.SwitchFallback("siv", true, "Marie", "siv silent", List.of()), acts.getFirst());
    untilWord(Lang.EN, "SwitchingOn");
  }

  @ParameterizedTest
  @CsvSource({"FR, Retour PROPOSÉ", "EN, Return PROPOSED"})
  void theWayBackIsHeldByTheKeyboardAlone(Lang lang, String advised) throws Exception {
    open(lang, running());
    until(() -> text("#fallback-advice").startsWith(advised));
    because("back");
    tabTo("#fallback-off");
    robot.press(KeyCode.ENTER);
    until(() -> !acts.isEmpty());
    robot.release(KeyCode.ENTER);
    assertEquals(new Act.SwitchFallback("siv", false, "Marie", "back", List.of()), acts.getFirst());
    untilWord(lang, "SwitchingOff");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theWayBackIsHeldWithTheMouse(Lang lang) throws Exception {
    open(lang, running());
    robot.clickOn(find("#fallback-reason")).write("back");
    robot.moveTo(find("#fallback-off")).press(MouseButton.PRIMARY);
    until(() -> !acts.isEmpty());
    robot.release(MouseButton.PRIMARY);
    assertEquals(new Act.SwitchFallback("siv", false, "Marie", "back", List.of()), acts.getFirst());
    untilWord(lang, "SwitchingOff");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whatOtherHandsDidIsDeclaredThereAndBackByTheKeyboard(Lang lang) throws Exception {
    open(lang);
    because("there");
    tabTo("#declare-on");
    robot.type(KeyCode.ENTER);
    untilWord(lang, "On");
    because("back");
    tabTo("#declare-off");
    robot.type(KeyCode.SPACE);
    untilWord(lang, "Off");
    assertEquals(List.of(new Act.Fallback("siv", true, "Marie", "there"), new Act.Fallback("siv", false, "Marie", "back")),
        acts);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void whatOtherHandsDidIsDeclaredThereAndBackWithTheMouse(Lang lang) throws Exception {
    open(lang);
    robot.clickOn(find("#fallback-reason")).write("there");
    robot.clickOn(find("#declare-on"));
    untilWord(lang, "On");
    robot.clickOn(find("#fallback-reason")).write("back");
    robot.clickOn(find("#declare-off"));
    untilWord(lang, "Off");
    assertEquals(List.of(new Act.Fallback("siv", true, "Marie", "there"), new Act.Fallback("siv", false, "Marie", "back")),
        acts);
  }

  @Test
  void aFailureSaysWhatIsKnownAndWhatOtherHandsDidIsDeclared() throws Exception {
    open(Lang.FR, Rooms.planned().outage(Origin.EXTERNAL).ordered(true, "Marie")
        .step(Switching.Stage.FAILED, "fallback.no-deed", FallbackSight.STOPPED));
    until(() -> text("#fallback-word").equals("Bascule EN ÉCHEC"));
    assertTrue(onFx(() -> text("#fallback-sentence")).contains("Le contrôle d’état voit le secours à l’arrêt."));
    because("active par l'exploitant");
    robot.clickOn(find("#declare-on"));
    until(() -> !acts.isEmpty());
    assertEquals(new Act.Fallback("siv", true, "Marie", "active par l'exploitant"), acts.getFirst());
    until(() -> text("#fallback-word").equals("Secours ACTIF"));
  }
}
