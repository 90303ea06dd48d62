package iris.ui.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.flow.Cell;
import iris.history.years.Annals;
import iris.signal.Reason;
import iris.ui.charts.model.Span;
import iris.ui.charts.model.View;
import iris.ui.desk.EventLog;
import iris.ui.desk.Ports;
import iris.ui.receipt.Boards;
import iris.ui.receipt.PageRoom;
import iris.ui.theme.Theme;
import iris.ui.walk.Fingers;
import iris.ui.walk.Patience;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The page of the charts by key and by mouse, in both languages. */
class ChartsWalkTest {
  @TempDir Path home;
  private final Fingers robot = new Fingers();
  private final Boards boards = Boards.outage();
  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private Stage stage;
  private ChartsPage page;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private void open(Lang lang, Annals past) throws Exception {
    onFx(() -> {
      Ports ports = new Ports(new Cell<>(boards.board()), new Cell<>(EventLog.EMPTY), act -> {}, boards::now,
          fault -> {}, "Marie", wish -> {});
      page = (ChartsPage) ChartsPage.by(Optional.of(past), reader, home).make(ports, Words.of(lang, Years.PARIS));
      stage = new Stage();
      // The headless screen tells the place of a wheel without the place of its window.
      stage.setX(0);
      stage.setY(0);
      stage.setScene(PageRoom.scene(page, Theme.DARK, 960, 690));
      boolean[] taken = {false};
      stage.getScene().addEventFilter(KeyEvent.KEY_PRESSED, e -> {
        taken[0] = page.pressed(e);
        if (taken[0]) e.consume();
      });
      stage.getScene().addEventFilter(KeyEvent.KEY_TYPED, e -> {
        if (!taken[0] && page.typed(e.getCharacter())) e.consume();
      });
      page.show(boards.seen());
      page.open("siv");
      stage.show();
      page.focus();
      return null;
    });
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      page.close();
      stage.close();
      return null;
    });
    reader.shutdownNow();
  }

  private static <T> T onFx(Callable<T> task) throws Exception {
    return Patience.onFx(task);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    Patience.until(condition);
  }

  private String text(String id) {
    return ((Label) page.root().lookup("#" + id)).getText();
  }

  private Stream<String> read() {
    return Stream.of("#chart-read", "#chart-read-marks").map(id -> (Pane) page.root().lookup(id))
        .flatMap(pane -> pane.getChildren().stream()).map(node -> ((Label) node).getText());
  }

  private boolean reads(String wanted) {
    return read().anyMatch(said -> said.contains(wanted));
  }

  private View view() throws Exception {
    return onFx(() -> page.wanted().view());
  }

  /** A place in the picture, as a share of its width, a fifth down. */
  private Point2D at(double share) throws Exception {
    return onFx(() -> page.chart().localToScreen(Margins.LEFT + 1 + share * (page.chart().plot() - 2), page.chart().getHeight() / 5));
  }

  private Instant now() {
    return boards.now().wall();
  }

  @Test
  void aPartyIsCalledByItsName() throws Exception {
    open(Lang.FR, Rooms.afternoon(now()));
    until(() -> text("chart-headline").contains("disponibilité 97,4"));
    robot.moveTo(at(0.5));
    until(() -> reads("Part de SIV national"));
  }

  @Test
  void theKeyboardChoosesTheSpanMovesAndZooms() throws Exception {
    open(Lang.FR, Rooms.afternoon(now()));
    until(() -> text("chart-headline").contains("disponibilité 97,4"));
    robot.type(KeyCode.NUMPAD2);
    robot.write("2");
    until(() -> page.wanted().span().equals(Optional.of(Span.SIX_HOURS)));
    View six = view();
    robot.type(KeyCode.LEFT);
    until(() -> page.wanted().view().equals(six.panned(-0.1)));
    robot.type(KeyCode.PAGE_UP);
    until(() -> page.wanted().view().equals(six.panned(-0.1).panned(-1)));
    robot.type(KeyCode.END);
    until(() -> page.wanted().view().to().equals(now()) && page.wanted().follows());
    robot.write("+");
    until(() -> page.wanted().view().span().equals(Duration.ofHours(4)));
    robot.type(KeyCode.HOME);
    until(() -> text("chart-headline").startsWith("SIV · sam. 07/11/2026"));
    robot.write("0");
    until(() -> page.wanted().view().span().toDays() >= 14 && text("chart-headline").contains("par heure"));
    robot.type(KeyCode.BACK_SPACE);
    until(() -> page.wanted().view().span().equals(Duration.ofHours(4)));
  }

  @Test
  void theCursorReadsExactFiguresByKeyAndByMouse() throws Exception {
    open(Lang.FR, Rooms.afternoon(now()));
    until(() -> text("chart-headline").contains("disponibilité"));
    robot.moveTo(at((24 - 4.6) / 24));
    until(() -> reads("percentiles dits par le flux") && reads("SIV\u00a0: indisponible, du 22/11"));
    assertTrue(onFx(() -> reads("Annonce du prestataire")), () -> read().toList().toString());
    String before = onFx(() -> text("chart-read-title"));
    robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
    until(() -> !text("chart-read-title").equals(before) && text("chart-read-title").endsWith("(par fenêtre)"));
    robot.type(KeyCode.ESCAPE);
    until(() -> page.wanted().cursor().isEmpty());
  }

  @Test
  void aGapIsReadAsNotMeasuredAndADayOfWindowsSaysThatItsPercentilesAreTheWorst() throws Exception {
    open(Lang.EN, Rooms.weeks(now()));
    until(() -> text("chart-headline").contains("availability"));
    robot.write("4");
    until(() -> text("chart-headline").contains("by hour"));
    onFx(() -> {
      page.wish(page.wanted().cursor(Optional.of(now().minus(Duration.ofHours(66)))));
      return null;
    });
    until(() -> reads("Not measured"));
    assertFalse(onFx(() -> reads("mean")));
    onFx(() -> {
      page.wish(page.wanted().cursor(Optional.of(now().minus(Duration.ofHours(20)))));
      return null;
    });
    until(() -> reads("percentiles of the worst window"));
    onFx(() -> {
      page.wish(page.wanted().cursor(Optional.of(now().minusSeconds(20))));
      return null;
    });
    until(() -> reads("11 windows"));
    assertTrue(onFx(() -> reads("99.") || reads("100%")), () -> "an hour that runs is no gap: " + read().toList());
    robot.type(KeyCode.B);
    until(() -> reads("Before: "));
  }

  private static double share(View view, Instant at) {
    return (double) Duration.between(view.from(), at).toMillis() / view.span().toMillis();
  }

  @Test
  void theMouseZoomsAtItsPlacePansAndDrawsABox() throws Exception {
    open(Lang.EN, Rooms.afternoon(now()));
    until(() -> text("chart-headline").contains("availability"));
    robot.moveTo(at(0.5));
    until(() -> page.wanted().cursor().isPresent());
    Instant under = onFx(() -> page.wanted().cursor()).orElseThrow();
    double before = share(view(), under);
    robot.scroll(3);
    until(() -> page.wanted().view().span().compareTo(Duration.ofHours(13)) < 0);
    assertEquals(before, share(view(), under), 0.005, "the moment under the mouse stays there");
    View zoomed = view();
    robot.moveTo(at(0.3)).press(MouseButton.PRIMARY).moveTo(at(0.55)).release(MouseButton.PRIMARY);
    until(() -> Math.abs(Duration.between(page.wanted().view().from(), zoomed.panned(-0.25).from()).toMinutes()) < 20);
    View panned = view();
    robot.moveTo(at(0.2)).press(MouseButton.SECONDARY).moveTo(at(0.4)).release(MouseButton.SECONDARY);
    until(() -> Math.abs(page.wanted().view().span().toMinutes() - panned.span().toMinutes() / 5) < 15);
  }

  @Test
  void figuresAndPictureGoToTheClipboardAndToFiles() throws Exception {
    open(Lang.FR, Rooms.afternoon(now()));
    until(() -> text("chart-headline").contains("disponibilité"));
    robot.type(KeyCode.C);
    until(() -> text("chart-said").contains("lignes copiées"));
    String copied = onFx(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.startsWith("from\tto\twindows\tdown_s\t"), copied);
    assertTrue(copied.lines().count() > 250, copied);
    robot.clickOn("#chart-save");
    until(() -> text("chart-said").startsWith("Enregistré"));
    try (Stream<Path> kept = Files.list(home)) {
      List<String> names = kept.map(p -> p.getFileName().toString()).sorted().toList();
      assertEquals(2, names.size(), names::toString);
      assertTrue(names.getFirst().matches("iris-siv-2026-11-21-\\d{4}-2026-11-22-\\d{4}\\.csv"), names::toString);
    }
    robot.type(KeyCode.Y);
    until(() -> text("chart-said").startsWith("Image copiée"));
  }

  @Test
  void whileThePastIsReadTheOldPictureStaysAndSaysSo() throws Exception {
    Semaphore gate = new Semaphore(100);
    open(Lang.FR, new Gated(Rooms.afternoon(now()), gate, Optional.empty()));
    until(() -> text("chart-headline").contains("par fenêtre · disponibilité"));
    gate.drainPermits();
    robot.write("5");
    until(() -> text("chart-said").startsWith("Lecture de l’historique"));
    assertTrue(onFx(() -> text("chart-headline").contains("par fenêtre")), "the old picture, and its grain");
    gate.release(1000);
    until(() -> text("chart-headline").contains("par heure") && text("chart-said").isEmpty());
  }

  @Test
  void whatCannotBeReadIsSaidInASentence() throws Exception {
    open(Lang.EN, new Gated(Rooms.afternoon(now()), new Semaphore(1000),
        Optional.of(Reason.of("history.store.unreadable", "journal.db", "disk"))));
    until(() -> !text("chart-said").isEmpty() && !text("chart-said").startsWith("Reading"));
    assertTrue(onFx(() -> page.root().lookup("#chart").isVisible()));
  }
}
