package iris.ui.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.flow.Cell;
import iris.report.Autumn;
import iris.report.reckon.Books;
import iris.ui.desk.Boards;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.station.Station;
import iris.ui.walk.Fingers;
import iris.ui.walk.Patience;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The page of the report by hand: the past is read on a thread of its own, and nothing stands in the way. */
class LedgerWalkTest {
  private final Fingers robot = new Fingers();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private final Cell<Board> board = new Cell<>(Boards.outage().board());
  private Now now = new Now(Autumn.NOW, Duration.ofHours(1));
  @TempDir Path home;
  private Station window;
  private Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private void open(Lang lang) throws Exception {
    Books books = Autumn.books();
    onFx(() -> {
      Ports ports = new Ports(board, new Cell<>(EventLog.EMPTY), act -> { }, () -> now, faults::add, "Marie", wish -> { });
      window = new Station(ports, Words.of(lang, Autumn.PARIS),
          WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED),
          List.of(LedgerPage.by(books, reader, home)));
      stage = new Stage();
      stage.setWidth(960);
      stage.setHeight(700);
      window.show(stage);
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      window.close();
      return null;
    });
    reader.shutdown();
    assertEquals(List.of(), faults.stream().filter(f -> !ofTheHeadlessScreen(f)).toList());
  }

  /** JavaFX's headless screen sometimes copies a picture of the size that a window had before it changed. */
  private static boolean ofTheHeadlessScreen(Throwable fault) {
    return fault instanceof IndexOutOfBoundsException && Stream.of(fault.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith("com.sun.glass.ui.headless."));
  }

  private static <T> T onFx(Callable<T> task) throws Exception {
    return Patience.onFx(task);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    Patience.until(condition);
  }

  private Node find(String query) {
    return Patience.seen(() -> stage.getScene().getRoot().lookup(query));
  }

  private String paper() {
    List<String> said = new ArrayList<>();
    collect(((ScrollPane) find("#ledger-paper")).getContent(), said);
    return String.join("\n", said).replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  private static void collect(Node node, List<String> said) {
    if (node instanceof Label label) said.add(label.getText());
    else if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> collect(child, said));
  }

  /** The second column of the first table: whether what was promised was kept. */
  private Stream<Label> verdicts() {
    return find("#ledger-paper").lookupAll(".ledger-table .ledger-cell").stream().map(Label.class::cast)
        .filter(label -> GridPane.getColumnIndex(label) == 1);
  }

  private String text(String query) {
    return ((Label) find(query)).getText();
  }

  private void says(String words) throws Exception {
    until(() -> paper().contains(words));
  }

  @Test
  void theLastMonthStandsThereAndTimeIsWalkedWithTheArrows() throws Exception {
    open(Lang.FR);
    says("octobre 2026");
    says("Immatriculations : engagement manqué");
    robot.push(KeyCode.LEFT);
    says("septembre 2026");
    robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    says("novembre 2026");
    robot.push(KeyCode.RIGHT);
    until(() -> text("#ledger-done").contains("n’a pas commencé"));
    robot.clickOn("#ledger-earlier");
    says("octobre 2026");
    robot.push(KeyCode.D);
    says("trimestre 4 de 2026");
  }

  /** Seen on a small screen: "undeci" over "ded". */
  @Test
  void aVerdictIsNotBrokenWithinItsWord() throws Exception {
    open(Lang.EN);
    says("October 2026");
    until(() -> verdicts().anyMatch(label -> label.getWidth() > 0));
    assertEquals(List.of(), onFx(() -> verdicts().filter(label -> label.getWidth() < label.prefWidth(-1) - 0.5)
        .map(label -> label.getText() + " in " + label.getWidth() + " of " + label.prefWidth(-1)).toList()));
  }

  @Test
  void oneServiceIsChosenAndKeptInEveryFormatBesideTheScreen() throws Exception {
    open(Lang.EN);
    says("October 2026");
    onFx(() -> {
      ((ComboBox<?>) find("#ledger-subject")).getSelectionModel().select(1);
      ((TextField) find("#ledger-folder")).setText(home.resolve("reports").toString());
      return null;
    });
    says("Availability and response times: Immatriculations");
    assertTrue(paper().contains("Rules of counting"));
    robot.clickOn("#ledger-save-pdf");
    until(() -> text("#ledger-done").endsWith("iris-siv-2026-10-en.pdf"));
    onFx(() -> {
      find("#ledger-paper").requestFocus();
      return null;
    });
    robot.push(KeyCode.C);
    until(() -> text("#ledger-done").endsWith("iris-siv-2026-10-en.csv"));
    robot.push(KeyCode.H);
    until(() -> text("#ledger-done").endsWith("iris-siv-2026-10-en.html"));
    robot.push(KeyCode.J);
    until(() -> text("#ledger-done").endsWith("iris-siv-2026-10-en.json"));
    robot.push(KeyCode.P);
    until(() -> text("#ledger-done").endsWith("iris-siv-2026-10-en-2.pdf"));
    try (Stream<Path> files = Files.list(home.resolve("reports"))) {
      assertEquals(5, files.count(), "nothing is written over");
    }
  }

  @Test
  void ofATimeWithoutFiguresThePageSaysWhatIsKnownAndKeepsNothing() throws Exception {
    open(Lang.FR);
    says("octobre 2026");
    robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
    says("Rien n’est connu sur Immatriculations, =cmd");
    assertTrue(paper().contains("va du 01/09/2026 au 01/11/2026"), paper());
    assertFalse(paper().contains("--period") || paper().contains("siv"), paper());
    onFx(() -> {
      find("#ledger-paper").requestFocus();
      return null;
    });
    robot.push(KeyCode.P);
    until(() -> text("#ledger-done").contains("rien à enregistrer"));
    assertFalse(Files.exists(home.resolve("reports")));
    robot.clickOn("#ledger-there");
    says("novembre 2026");
    says("La période n’est pas terminée");
  }

  @Test
  void whereNothingIsKnownOfTheMonthThatIsOverThePageOpensAtTheNewestThatIsKnown() throws Exception {
    // The console was off for the winter, or is younger than a month.
    now = new Now(Autumn.NOW.plus(Duration.ofDays(120)), Duration.ofHours(1));
    open(Lang.FR);
    says("novembre 2026");
    assertTrue(text("#ledger-term").contains("novembre 2026"));
    assertTrue(paper().contains("Immatriculations"), paper());
  }

  @Test
  void theKeyOfAPageDoesNotOpenTheChoicesThatHaveTheFocus() throws Exception {
    open(Lang.FR);
    says("octobre 2026");
    ComboBox<?> subject = (ComboBox<?>) find("#ledger-subject");
    onFx(() -> {
      subject.requestFocus();
      return null;
    });
    robot.push(KeyCode.SHIFT, KeyCode.F4).push(KeyCode.F4);
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(onFx(subject::isShowing));
    // By its own key it still opens.
    robot.push(KeyCode.ALT, KeyCode.DOWN);
    until(subject::isShowing);
  }
}
