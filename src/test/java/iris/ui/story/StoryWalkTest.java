package iris.ui.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import iris.ui.desk.WindowOptions;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.ui.station.Station;
import iris.ui.station.keep.Keepsake;
import iris.ui.theme.Theme;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Through the episodes by keyboard and by mouse, in both languages; the board answers, the archive is asked elsewhere. */
class StoryWalkTest {
  private final FxRobot robot = new FxRobot();
  private final List<Act> acts = new CopyOnWriteArrayList<>();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private Cell<Board> board;
  private Cell<EventLog> log;
  private Recollection past;
  private Now now;
  private Page page;
  private Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private void open(Lang lang, String until) throws Exception {
    Afternoon day = Afternoon.until(until);
    past = day.recollection();
    board = new Cell<>(day.board());
    log = new Cell<>(EventLog.EMPTY.plus(day.transitions()));
    now = day.now();
    onFx(() -> {
      Ports ports = new Ports(board, log, this::act, () -> now, faults::add, "Marie", wish -> {});
      page = EpisodePage.by(past, reader).make(ports, Words.of(lang, ZoneId.of("Europe/Paris")));
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
  private void act(Act act) {
    acts.add(act);
    now = now.plus(java.time.Duration.ofSeconds(1));
    Outcome outcome = board.get().after(new Input.Did(act), now);
    past.keep(outcome.transitions());
    log.set(log.get().plus(outcome.transitions()));
    board.set(outcome.board());
    draw();
  }

  private void draw() {
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

  private static <T> T onFx(Callable<T> task) throws Exception {
    return WaitForAsyncUtils.asyncFx(task).get(20, TimeUnit.SECONDS);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> onFx(condition));
  }

  private Node find(String query) {
    return stage.getScene().getRoot().lookup(query);
  }

  @SuppressWarnings("unchecked")
  private ListView<StoryLine> story() {
    return (ListView<StoryLine>) find("#story");
  }

  @SuppressWarnings("unchecked")
  private ListView<EpisodeRow> episodes() {
    return (ListView<EpisodeRow>) find("#episodes");
  }

  private String text(String id) {
    return ((Label) find(id)).getText();
  }

  private boolean says(String part) {
    return story().getItems().stream().anyMatch(l -> l.spoken().contains(part));
  }

  private static final String DURING = "2026-11-22T14:13:20Z";
  private static final String AFTER = "2026-11-22T14:31:00Z";

  @Test
  void theOpenEpisodeStandsFirstAndIsToldAndAcknowledgedByKey() throws Exception {
    open(Lang.FR, DURING);
    assertEquals("SIV\u00a0: indisponible, P1", text("#story-title"));
    assertTrue(onFx(() -> says("Délai de 30 s dépassé sur l’appel au SIV national")));
    assertTrue(onFx(() -> says("Refusé")));
    robot.type(KeyCode.A);
    until(() -> says("Marie acquitte SIV"));
    assertEquals(new Act.Acknowledge(Afternoon.OUTAGE, "Marie", ""), acts.getLast());
    until(() -> ((Button) find("#story-acknowledge")).isDisabled());
    robot.type(KeyCode.A);
    until(() -> text("#story-notice").equals("Sans effet sur les alarmes choisies."));
    assertEquals(1, acts.size());
  }

  @Test
  void aCommentIsTypedUnderTheStoryAndEscapeGivesItUp() throws Exception {
    open(Lang.EN, DURING);
    robot.type(KeyCode.C);
    until(() -> find("#story-typed").isFocused());
    robot.write("no");
    robot.type(KeyCode.ESCAPE);
    until(() -> !find("#story-typed").isVisible() || !((TextInputControl) find("#story-typed")).getText().equals("no"));
    assertEquals(List.of(), acts);
    robot.type(KeyCode.C);
    until(() -> find("#story-typed").isFocused());
    robot.write("ring back at four");
    robot.type(KeyCode.ENTER);
    until(() -> says("ring back at four"));
    assertEquals(new Act.Comment(Afternoon.OUTAGE, "Marie", "ring back at four"), acts.getLast());
  }

  @Test
  void aPastEpisodeIsReadAndRefusesToBeAcknowledgedInWords() throws Exception {
    open(Lang.FR, AFTER);
    int slow = place("siv|DEGRADED");
    for (int i = 0; i < slow; i++) robot.type(KeyCode.DOWN);
    until(() -> text("#story-title").contains("SIV") && text("#story-title").endsWith("P2"));
    until(() -> says("Paul acquitte SIV"));
    robot.type(KeyCode.A);
    until(() -> text("#story-notice").startsWith("Cet épisode est terminé"));
    assertEquals(List.of(), acts);
  }

  private int place(String id) throws Exception {
    return onFx(() -> {
      for (int i = 0; i < episodes().getItems().size(); i++)
        if (episodes().getItems().get(i).episode().id().startsWith(id)) return i;
      throw new AssertionError("no " + id + " among " + episodes().getItems());
    });
  }

  @Test
  void aSearchNarrowsTheListAndEscapeTakesItBack() throws Exception {
    open(Lang.FR, AFTER);
    int all = onFx(() -> episodes().getItems().size());
    robot.type(KeyCode.DIVIDE);
    until(() -> find("#story-search").isFocused());
    robot.write("paul");
    until(() -> episodes().getItems().size() == 1 && episodes().getItems().getFirst().episode().id().startsWith("siv|DEGRADED"));
    robot.type(KeyCode.ESCAPE);
    until(() -> episodes().getItems().size() == all && episodes().isFocused());
  }

  @Test
  void theStoryIsCopiedAsText() throws Exception {
    open(Lang.FR, AFTER);
    onFx(() -> {
      page.open("siv");
      return null;
    });
    robot.type(KeyCode.Y);
    until(() -> Clipboard.getSystemClipboard().hasString());
    String copied = onFx(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.contains("Début") && copied.contains("SIV"), copied);
    until(() -> text("#story-notice").startsWith("L’histoire est copiée"));
  }

  @Test
  void everythingIsThereForTheMouseToo() throws Exception {
    open(Lang.EN, DURING);
    robot.clickOn(find("#story-acknowledge"));
    until(() -> says("acknowledges SIV"));
    robot.clickOn(find("#story-comment"));
    until(() -> find("#story-typed").isFocused());
    robot.type(KeyCode.ESCAPE);
    until(() -> find("#story-copy").isVisible());
    robot.clickOn(find("#story-copy"));
    until(() -> text("#story-notice").startsWith("The story is copied"));
    onFx(() -> {
      ((ComboBox<?>) find("#story-service")).getSelectionModel().select(2);
      return null;
    });
    until(() -> episodes().getItems().isEmpty());
  }

  @Test
  void whatHappensMeanwhileDoesNotTakeTheReadersPlace() throws Exception {
    open(Lang.FR, DURING);
    String chosen = onFx(() -> {
      story().requestFocus();
      story().getSelectionModel().select(2);
      story().scrollTo(0);
      return story().getSelectionModel().getSelectedItem().key();
    });
    int before = onFx(() -> story().getItems().size());
    onFx(() -> {
      act(new Act.Comment(Afternoon.OUTAGE, "Paul", "vu aussi"));
      return null;
    });
    until(() -> story().getItems().size() > before);
    assertEquals(chosen, onFx(() -> story().getSelectionModel().getSelectedItem().key()));
    assertFalse(onFx(() -> episodes().getSelectionModel().isEmpty()));
  }

  @Test
  void theInstructionStandsAboveTheStoryAsLongAsItIsWanted() throws Exception {
    open(Lang.FR, DURING);
    assertFalse(onFx(() -> find("#story-guide").isVisible()));
    robot.type(KeyCode.G);
    until(() -> find("#story-guide").isVisible());
    robot.clickOn(find("#story-guidance"));
    until(() -> !find("#story-guide").isVisible());
  }

  @Test
  void theSlashIsKnownByItsCharacterWhereverItLies() throws Exception {
    open(Lang.EN, DURING);
    assertTrue(onFx(() -> page.typed("/")));
    until(() -> find("#story-search").isFocused());
    assertFalse(onFx(() -> page.typed("x")));
  }

  @Test
  void anotherLanguageTakesOverWhatAHandHasBegun() throws Exception {
    open(Lang.FR, AFTER);
    int slow = place("siv|DEGRADED");
    onFx(() -> {
      episodes().getSelectionModel().clearAndSelect(slow);
      return null;
    });
    until(() -> says("Paul"));
    onFx(() -> {
      Ports ports = new Ports(board, log, this::act, () -> now, faults::add, "Marie", wish -> {});
      Page before = page;
      page = EpisodePage.by(past, reader).make(ports, Words.of(Lang.EN, ZoneId.of("Europe/Paris")));
      ((StackPane) stage.getScene().getRoot()).getChildren().setAll(page.root());
      draw();
      page.resume(before);
      before.close();
      return null;
    });
    until(() -> text("#story-title").startsWith("SIV: degraded"));
  }

  @Test
  void itLivesInTheWorkstationsWindow() throws Exception {
    open(Lang.FR, DURING);
    Ports ports = new Ports(board, log, this::act, () -> now, faults::add, "Marie", wish -> {});
    Station station = onFx(() -> {
      page.close();
      stage.close();
      Station made = new Station(ports, Words.of(Lang.FR, ZoneId.of("Europe/Paris")),
          WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED),
          List.of((p, words) -> page = EpisodePage.by(past, reader).make(p, words)), Keepsake.forgetful());
      stage = new Stage();
      stage.setWidth(960);
      stage.setHeight(700);
      made.show(stage);
      return made;
    });
    try {
      until(() -> !story().getItems().isEmpty() && episodes().isFocused());
      robot.type(KeyCode.SLASH);
      until(() -> find("#story-search").isFocused());
      robot.write("siv");
      until(() -> ((TextInputControl) find("#story-search")).getText().equals("siv"));
      robot.type(KeyCode.ESCAPE);
      until(() -> episodes().isFocused());
      robot.type(KeyCode.A);
      until(() -> says("Marie acquitte SIV") && text("#station-notice").startsWith("Marie acquitte SIV"));
    } finally {
      onFx(() -> {
        station.close();
        return null;
      });
    }
  }

  @Test
  void anotherWindowOpensTheNewestEpisodeOfAService() throws Exception {
    open(Lang.EN, AFTER);
    int slow = place("siv|DEGRADED");
    onFx(() -> {
      episodes().getSelectionModel().clearAndSelect(slow);
      return null;
    });
    until(() -> says("Paul"));
    String newest = past.episodes(iris.history.story.Search.of("siv")).getFirst().id();
    onFx(() -> {
      page.open("siv");
      return null;
    });
    until(() -> episodes().getSelectionModel().getSelectedItem().episode().id().equals(newest));
    until(() -> !says("Paul"));
    onFx(() -> {
      page.open("nothing");
      return null;
    });
    until(() -> text("#story-notice").equals("No episode is known of this service."));
  }
}
