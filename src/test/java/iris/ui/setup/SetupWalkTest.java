package iris.ui.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Board;
import iris.alarm.Rights;
import iris.alarm.Role;
import iris.alarm.Rules;
import iris.flow.Cell;
import iris.signal.Reason;
import iris.ui.desk.Boards;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.desk.Wish;
import iris.ui.station.Station;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Walks through the settings in the workstation's window, on real files. */
class SetupWalkTest {
  private static final String WRITTEN = """
      # ours
      display:
        language: fr
        theme: dark
      vantage:
        neutral-host: https://www.example.org/
      services:
        siv:
          degraded-below: 90%
      fallbacks:
        siv:
          name: Base locale
      """;

  @TempDir Path dir;
  private final FxRobot robot = new FxRobot();
  private final List<Act> acts = new CopyOnWriteArrayList<>();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final Cell<Board> board = new Cell<>(Boards.calm().board());
  private TrialBench bench;
  private Path main;
  private Station station;
  private Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void files() throws Exception {
    main = dir.resolve("iris.yaml");
    bench = new TrialBench(main);
  }

  private void open(Lang lang) throws Exception {
    station(lang, Optional.empty());
    until(() -> find("feed-add") != null);
  }

  /** @param subject opened in the same breath as the window */
  private void station(Lang lang, Optional<String> subject) throws Exception {
    onFx(() -> {
      Ports ports = new Ports(board, new Cell<>(EventLog.EMPTY), acts::add, () -> Boards.NOW, faults::add, "Marie", w -> {});
      station = new Station(ports, Words.of(lang, ZoneId.of("Europe/Paris")),
          WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED),
          List.of((p, words) -> new SetupPage(p, words, bench)));
      stage = new Stage();
      stage.setWidth(960);
      stage.setHeight(700);
      station.show(stage);
      station.open(Optional.of("settings"), subject);
      return null;
    });
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      station.close();
      return null;
    });
    assertEquals(List.of(), faults.stream().filter(f -> !(f instanceof IndexOutOfBoundsException)).toList());
  }

  private static <T> T onFx(Callable<T> task) throws Exception {
    return WaitForAsyncUtils.asyncFx(task).get(20, TimeUnit.SECONDS);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> onFx(condition));
  }

  private Node find(String id) {
    return stage.getScene().getRoot().lookup("#" + id);
  }

  private void click(String id) throws Exception {
    until(() -> find(id) != null);
    robot.clickOn(find(id));
  }

  private String text(String id) throws Exception {
    return onFx(() -> ((Labeled) find(id)).getText());
  }

  private void untilSaid(String id, String part) throws Exception {
    until(() -> find(id) instanceof Labeled said && said.getText().contains(part));
  }

  @Test
  void aFeedIsAddedByTheKeyboardAloneAndSeenBeforeItIsSaved() throws Exception {
    bench.copied = Optional.of("https://siv.example.org/signal.xml");
    open(Lang.FR);
    robot.type(KeyCode.N);
    until(() -> find("feed-paste") != null && find("feed-paste").isFocused());
    robot.type(KeyCode.SPACE);
    until(() -> find("preview").isVisible());
    assertFalse(Files.exists(dir.resolve("feeds.d")), "nothing is written for a look");
    assertEquals("Signalisation SIV", onFx(() -> ((TextInputControl) find("input-name")).getText()));
    robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
    until(() -> Files.exists(dir.resolve("feeds.d/siv.yaml")));
    assertEquals("feeds:\n  siv:\n    url: https://siv.example.org/signal.xml\n    name: Signalisation SIV\n",
        Files.readString(dir.resolve("feeds.d/siv.yaml")));
    until(() -> acts.contains(new Act.Configure("Marie", "feeds.siv.url, feeds.siv.name")));
    untilSaid("setup-notice", "Enregistré");
    until(() -> find("feed-edit-siv") != null);
  }

  @Test
  void aFeedIsAddedWithTheMouseUnderANameOfOnesOwnWithAPasswordThatNobodyReads() throws Exception {
    open(Lang.EN);
    click("feed-add");
    until(() -> find("input-url") != null && find("input-url").isFocused());
    robot.write("http://x.example/rss");
    click("feed-read");
    until(() -> find("preview").isVisible());
    onFx(() -> {
      ((TextInputControl) find("feed-id")).setText("darva");
      find("feed-more").requestFocus();
      return null;
    });
    robot.type(KeyCode.SPACE);
    onFx(() -> {
      ((TextInputControl) find("input-user")).setText("iris");
      ((TextInputControl) find("input-password")).setText("s3same");
      return null;
    });
    click("setup-save");
    until(() -> Files.exists(dir.resolve("feeds.d/darva.yaml")));
    String yaml = Files.readString(dir.resolve("feeds.d/darva.yaml"));
    assertTrue(yaml.contains("password: file:../secrets/darva-password"), yaml);
    until(() -> !acts.isEmpty());
    assertFalse(acts.toString().contains("s3same"), "the journal holds no secret");
    assertEquals("s3same\n", Files.readString(dir.resolve("secrets/darva-password")));
  }

  @Test
  void aFeedThatCannotBeReadSaysWhyAndAReadingCanBeStopped() throws Exception {
    bench.says = rules -> new Bench.Tasted.No(Reason.of("feed.http.not-found", "x.example"));
    open(Lang.FR);
    robot.type(KeyCode.N);
    until(() -> find("input-url").isFocused());
    robot.write("http://x.example/rss");
    robot.type(KeyCode.ENTER);
    until(() -> stage.getScene().getRoot().lookupAll(".setup-hint").stream()
        .anyMatch(n -> ((Labeled) n).getText().contains("x.example")));
    bench.slow = true;
    click("feed-read");
    until(() -> find("feed-cancel").isVisible());
    click("feed-cancel");
    until(() -> bench.cancelled == 1 && !find("feed-cancel").isVisible());
    bench.waiting.getFirst().accept(new Bench.Tasted.Understood(TrialBench.bulletin(), TrialBench.contact(),
        new Rules(List.of(), Map.of())));
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(onFx(() -> find("preview").isVisible()), "an answer that nobody waits for is not shown");
    robot.type(KeyCode.ESCAPE);
    until(() -> find("feed-add") != null);
    assertTrue(onFx(() -> find("setup-save").isDisabled()));
  }

  @Test
  void aFeedIsRemovedAfterAQuestionInItsRowAndComesBack() throws Exception {
    Files.writeString(main, "feeds:\n  siv:\n    url: https://x.example/ # ours\n");
    open(Lang.FR);
    click("feed-remove-siv");
    until(() -> find("feed-remove-no").isFocused());
    robot.type(KeyCode.ESCAPE);
    until(() -> find("feed-remove-siv") != null);
    click("feed-remove-siv");
    click("feed-remove-yes");
    until(() -> Files.readString(main).equals("feeds:\n"));
    untilSaid("setup-notice", "retiré");
    click("setup-undo");
    until(() -> Files.readString(main).equals("feeds:\n  siv:\n    url: https://x.example/ # ours\n"));
    until(() -> find("feed-edit-siv") != null);
    assertEquals(2, acts.size());
  }

  private void tabTo(String id) throws Exception {
    for (int steps = 0; steps < 120 && !onFx(() -> find(id) != null && find(id).isFocused()); steps++)
      robot.type(KeyCode.TAB);
    assertTrue(onFx(() -> find(id).isFocused()), "no way there by Tab: " + id);
  }

  /** What a wheel does. */
  private void reveal(String id) throws Exception {
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

  private void overwrite(String text) {
    robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
    robot.write(text);
  }

  private void save() {
    robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
  }

  @ParameterizedTest
  @CsvSource({"services, degraded-below, 90%, 98%", "vantage, neutral-host, www.example.org, www.example.net",
      "fallbacks, name, Base locale, Base papier"})
  void aValueIsOverwrittenByTheKeyboardAlone(String group, String option, String before, String after) throws Exception {
    Files.writeString(main, WRITTEN);
    open(Lang.FR);
    tabTo("group-" + group);
    robot.type(KeyCode.SPACE);
    tabTo("input-" + option);
    overwrite(option.equals("neutral-host") ? "https://" + after + "/" : after);
    save();
    until(() -> Files.readString(main).equals(WRITTEN.replace(before, after)));
    untilSaid("setup-notice", "Enregistré");
    assertEquals(1, acts.size());
  }

  @ParameterizedTest
  @CsvSource({"services, degraded-below, 90%, 98%", "vantage, neutral-host, www.example.org, www.example.net",
      "fallbacks, name, Base locale, Base papier"})
  void aValueIsOverwrittenWithTheMouse(String group, String option, String before, String after) throws Exception {
    Files.writeString(main, WRITTEN);
    open(Lang.EN);
    click("group-" + group);
    reveal("input-" + option);
    click("input-" + option);
    overwrite(option.equals("neutral-host") ? "https://" + after + "/" : after);
    click("setup-save");
    until(() -> Files.readString(main).equals(WRITTEN.replace(before, after)));
    assertEquals(1, acts.size());
  }

  @Test
  void themeAndLanguageAreChosenByTheKeyboardAlone() throws Exception {
    Files.writeString(main, WRITTEN);
    open(Lang.EN);
    tabTo("group-display");
    robot.type(KeyCode.SPACE);
    tabTo("choice-language-en");
    robot.type(KeyCode.SPACE);
    tabTo("choice-theme-light");
    robot.type(KeyCode.SPACE);
    save();
    until(() -> Files.readString(main).equals(WRITTEN.replace("dark", "light").replace("language: fr", "language: en")));
  }

  @Test
  void themeAndLanguageAreChosenWithTheMouse() throws Exception {
    Files.writeString(main, WRITTEN);
    open(Lang.FR);
    click("group-display");
    reveal("choice-language-en");
    click("choice-language-en");
    reveal("choice-theme-light");
    click("choice-theme-light");
    click("setup-save");
    until(() -> Files.readString(main).equals(WRITTEN.replace("dark", "light").replace("language: fr", "language: en")));
  }

  @Test
  void aFeedIsRemovedByTheKeyboardAlone() throws Exception {
    Files.writeString(main, "feeds:\n  siv:\n    url: https://x.example/ # ours\n");
    open(Lang.EN);
    tabTo("feed-remove-siv");
    robot.type(KeyCode.SPACE);
    until(() -> find("feed-remove-no").isFocused());
    robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
    until(() -> find("feed-remove-yes").isFocused());
    robot.type(KeyCode.SPACE);
    until(() -> Files.readString(main).equals("feeds:\n"));
    assertEquals(1, acts.size());
  }

  @Test
  void aWrongValueIsRefusedAtItsFieldAndKeptToBeMended() throws Exception {
    Files.writeString(main, "# ours\nsound:\n  volume: 80 # not louder\n");
    open(Lang.EN);
    click("group-sound");
    until(() -> find("input-volume") != null);
    onFx(() -> {
      ((TextInputControl) find("input-volume")).setText("800");
      return null;
    });
    click("setup-save");
    untilSaid("setup-notice", "Nothing was saved");
    assertEquals("# ours\nsound:\n  volume: 80 # not louder\n", Files.readString(main));
    assertEquals("800", onFx(() -> ((TextInputControl) find("input-volume")).getText()));
    onFx(() -> {
      ((TextInputControl) find("input-volume")).setText("40");
      return null;
    });
    click("play-P2");
    assertEquals(List.of("P2 40"), bench.played);
    click("choice-enabled-false");
    assertEquals("Save (2 changes)", text("setup-save"));
    click("setup-save");
    until(() -> Files.readString(main).equals("# ours\nsound:\n  volume: 40 # not louder\n  enabled: false\n"));
  }

  @Test
  void aFileThatSomebodyElseChangedIsNotOverwrittenAndTheSecondTryIsMadeOnIt() throws Exception {
    Files.writeString(main, "sound:\n  volume: 80\n");
    open(Lang.FR);
    click("group-sound");
    until(() -> find("choice-enabled-false") != null);
    Files.writeString(main, "sound:\n  volume: 70 # Paul\n");
    click("choice-enabled-false");
    click("setup-save");
    untilSaid("setup-notice", "entre-temps");
    assertEquals("sound:\n  volume: 70 # Paul\n", Files.readString(main));
    until(() -> ((TextInputControl) find("input-volume")).getText().equals("70"));
    click("setup-save");
    until(() -> Files.readString(main).equals("sound:\n  volume: 70 # Paul\n  enabled: false\n"));
  }

  private void restrict() {
    Board open = board.get();
    Rules rules = new Rules(open.rules().feeds(), open.rules().services(),
        new Rights(Role.OPERATE, Map.of("ops", Role.ADMINISTER)));
    board.set(new Board(rules, open.at(), open.feeds(), open.services(), open.alarms(), open.silencedUntil(),
        open.health()));
  }

  @Test
  void whoMayNotSetUpIsToldWhoMayAndTheBoardHearsOfIt() throws Exception {
    board.set(Boards.calm().board());
    restrict();
    open(Lang.FR);
    untilSaid("setup-notice", "ops");
    click("group-sound");
    click("choice-enabled-false");
    click("setup-save");
    until(() -> acts.contains(new Act.Configure("Marie", "sound.enabled")));
    assertFalse(Files.exists(main));
  }

  @Test
  void whatAnAdministratorSavedIsNotTakenBackByWhoMayNotSetUp() throws Exception {
    open(Lang.FR);
    click("group-sound");
    click("choice-enabled-false");
    click("setup-save");
    until(() -> Files.exists(main) && acts.size() == 1);
    String saved = Files.readString(main);
    restrict();
    click("setup-undo");
    until(() -> acts.size() == 2);
    assertEquals(saved, Files.readString(main));
  }

  @Test
  void theWishOfTheFirstStartOpensTheFormOfANewFeed() throws Exception {
    station(Lang.EN, Optional.of(Wish.NEW));
    until(() -> find("input-url") != null && find("input-url").isFocused());
  }

  @Test
  void whatIsTypedStaysThroughAChangeOfLanguageAndIsSavedThen() throws Exception {
    Files.writeString(main, "sound:\n  volume: 80\n");
    open(Lang.FR);
    click("group-sound");
    click("choice-enabled-false");
    untilSaid("setup-save", "1");
    onFx(() -> {
      station.change(Words.of(Lang.EN, ZoneId.of("Europe/Paris")),
          WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED));
      return null;
    });
    untilSaid("setup-save", "Save");
    assertTrue(text("setup-save").contains("1"), text("setup-save"));
    click("setup-save");
    until(() -> Files.readString(main).equals("sound:\n  volume: 80\n  enabled: false\n"));
  }
}
