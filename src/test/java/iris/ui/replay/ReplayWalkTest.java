package iris.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Alarm;
import iris.history.film.Night;
import iris.ui.desk.Ports;
import iris.ui.desk.WindowOptions;
import iris.ui.desk.Wish;
import iris.ui.page.Seen;
import iris.ui.walk.Fingers;
import iris.ui.walk.Patience;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Through a recorded night by keyboard and by mouse, in both languages. */
class ReplayWalkTest {
  @TempDir static Path folder;

  private final Fingers robot = new Fingers();
  private final Screenings clock = new Screenings();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final List<Stage> stages = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private Player player;
  private Screening screening;

  @BeforeAll
  static void record() throws Exception {
    Screenings.record(folder);
    FxToolkit.registerPrimaryStage();
  }

  private void open(Lang lang) throws Exception {
    player = clock.player(folder, 20);
    onFx(() -> {
      screening = new Screening(player, Words.of(lang, ZoneId.of("Europe/Paris")),
          WindowOptions.desk().with(WindowOptions.Theme.DARK),
          new Screening.House(() -> Screenings.LIVE, faults::add, stages::add, open -> {}, closed::countDown));
      screening.show();
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
    until(() -> wall().isFocused());
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      if (screening == null) player.close();
      else screening.close();
      return null;
    });
    assertEquals(List.of(), faults.stream().filter(f -> !(f instanceof IndexOutOfBoundsException)).toList());
  }

  private static <T> T onFx(Callable<T> task) throws Exception {
    return Patience.onFx(task);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    Patience.until(condition);
  }

  /** The desk is the first that is dressed, the tiles the second. */
  private Stage wall() {
    return stages.get(1);
  }

  private Scene scene() {
    return wall().getScene();
  }

  private Node find(String query) {
    return Patience.seen(() -> scene().getRoot().lookup(query));
  }

  private String text(String query) {
    return ((Labeled) find(query)).getText();
  }

  private Instant at() {
    return player.frames().get().at();
  }

  @Test
  void byKeyboardInFrench() throws Exception {
    open(Lang.FR);
    for (Stage stage : stages) {
      assertTrue(onFx(() -> stage.getTitle()).startsWith("RELECTURE 24/10/2026 22:20:00 · IRIS"), stage.getTitle());
      assertTrue(onFx(() -> stage.getScene().getRoot().getStyleClass().contains("elsewhen")));
      assertEquals("RELECTURE", onFx(() -> ((Labeled) stage.getScene().getRoot().lookup("#replay-word")).getText()));
    }
    assertEquals("samedi 24 octobre 2026 22:20:00 (heure d’été)", onFx(() -> text("#replay-when")));
    assertEquals("Ce n’est pas l’état actuel\u00a0: il est 15:24:36", onFx(() -> text("#replay-live")));
    robot.push(KeyCode.SPACE);
    until(() -> player.frames().get().head().playing());
    robot.write('+').write('+').write('+');
    until(() -> text("#replay-speed").equals("× 10"));
    Instant before = at();
    clock.pass(Duration.ofSeconds(6));
    until(() -> at().equals(before.plusSeconds(60)));
    robot.push(KeyCode.SPACE);
    until(() -> text("#replay-play").equals("Espace\u00a0: lire"));
    robot.push(KeyCode.N);
    until(() -> at().isAfter(before.plusSeconds(60)) && !player.frames().get().seeking());
    Instant event = at();
    robot.push(KeyCode.N);
    until(() -> at().isAfter(event) && !player.frames().get().seeking());
    Instant second = at();
    robot.push(KeyCode.P);
    until(() -> !player.frames().get().seeking() && !at().equals(second));
    assertEquals(event, at(), "second " + second);
    robot.push(KeyCode.G);
    robot.write("22h05").push(KeyCode.ENTER);
    until(() -> at().equals(Night.START.plus(Duration.ofMinutes(5))));
    until(() -> text("#replay-when").contains("22:05:00") && wall().getTitle().contains("22:05:00"));
    robot.push(KeyCode.G);
    robot.write("bientot").push(KeyCode.ENTER);
    until(() -> text("#replay-said").contains("n’est pas une heure"));
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
    until(() -> at().equals(Night.START.plus(Duration.ofMinutes(6))));
  }

  @Test
  void nothingCanBeDoneInIt() throws Exception {
    open(Lang.FR);
    player.seek(Night.START.plus(Duration.ofMinutes(26)));
    until(() -> at().equals(Night.START.plus(Duration.ofMinutes(26))) && player.board().get().alarms().size() > 1);
    var before = player.board().get();
    assertTrue(before.alarms().values().stream().map(Alarm::state).anyMatch(s -> s.unacked()), "nothing to acknowledge");
    robot.push(KeyCode.DIGIT2);
    robot.push(KeyCode.A);
    robot.push(KeyCode.S);
    until(() -> scene().getRoot().lookupAll(".notice").stream()
        .anyMatch(n -> n instanceof Labeled l && l.getText().contains("lecture seule")));
    assertEquals(before, player.board().get());
  }

  @Test
  void byMouseInEnglishAndClosed() throws Exception {
    open(Lang.EN);
    assertTrue(onFx(() -> wall().getTitle()).startsWith("REPLAY 24/10/2026 22:20:00 · IRIS"));
    Instant before = at();
    robot.clickOn(() -> find("#replay-next"));
    until(() -> at().isAfter(before) && !player.frames().get().seeking());
    robot.clickOn(() -> find("#replay-reel"));
    Playhead head = player.frames().get().head();
    Instant middle = head.from().plus(Duration.between(head.from(), head.to()).dividedBy(2));
    until(() -> Duration.between(middle, at()).abs().compareTo(Duration.ofSeconds(30)) < 0 && !player.frames().get().seeking());
    // The screen follows what the player knows.
    until(() -> text("#replay-said").startsWith("The console was not running from 24/10/2026 22:36"));
    robot.clickOn(() -> find("#replay-play"));
    until(() -> player.frames().get().head().playing());
    assertFalse(Window.getWindows().isEmpty());
    onFx(() -> {
      stages.forEach(Stage::hide);
      return null;
    });
    assertTrue(closed.await(60, TimeUnit.SECONDS), "nobody was told that it is closed");
  }

  @Test
  void thePageAsksForTheTimeThatIsTyped() throws Exception {
    player = clock.player(folder, 20);
    List<Wish> wishes = new CopyOnWriteArrayList<>();
    List<String> offered = onFx(() -> {
      Ports ports = new Ports(player.board(), player.events(), act -> { }, player::now, faults::add, "Marie", wishes::add);
      ReplayPage page = ReplayPage.still(ports, Words.of(Lang.FR, ZoneId.of("Europe/Paris")), () -> player.frames().get().extent());
      page.show(new Seen(player.board().get(), player.events().get(), player.now()));
      TextField time = (TextField) page.root().lookup("#replay-time");
      time.setText("23:10");
      ((Button) page.root().lookup("#replay-open")).fire();
      time.setText("demain");
      ((Button) page.root().lookup("#replay-open")).fire();
      assertTrue(((Labeled) page.root().lookup("#replay-notice")).getText().contains("n’est pas une heure"));
      ((Button) page.root().lookup("#replay-ago-15")).fire();
      ((Button) page.root().lookup("#replay-begin")).fire();
      return page.root().lookup(".replay-ago").lookupAll(".button").stream().filter(Node::isVisible)
          .map(b -> ((Button) b).getText()).toList();
    });
    // What lies before the journal begins is not offered; its beginning is.
    assertEquals(List.of("Il y a 15\u00a0min", "Depuis le début (22:00)"), offered);
    // At 22:20 the last 23:10 was the day before.
    assertEquals(List.of(Night.START.plus(Duration.ofMinutes(70)).minus(Duration.ofDays(1)), Night.START.plus(Duration.ofMinutes(5)),
            player.frames().get().extent().from()),
        wishes.stream().map(w -> ((Wish.Replay) w).at()).toList());
  }
}
