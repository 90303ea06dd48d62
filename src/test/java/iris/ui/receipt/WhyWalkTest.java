package iris.ui.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.flow.Cell;
import iris.ui.desk.Ports;
import iris.ui.desk.Wish;
import iris.ui.theme.Theme;
import iris.ui.walk.Fingers;
import iris.ui.walk.Patience;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The operator asks a tile why; by mouse and by key, in both languages. */
class WhyWalkTest {
  private final Fingers robot = new Fingers();
  private final List<Wish> wishes = new CopyOnWriteArrayList<>();
  private final Boards boards = Boards.outage();
  private Stage stage;
  private WhyPage page;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private void open(Lang lang) throws Exception {
    onFx(() -> {
      Ports ports = new Ports(new Cell<>(boards.board()), new Cell<>(boards.log()), act -> {}, boards::now, fault -> {},
          "Marie", wishes::add);
      page = new WhyPage(ports, Words.of(lang, ZoneId.of("Europe/Paris")));
      stage = new Stage();
      stage.setScene(PageRoom.scene(page, Theme.DARK, 900, 560));
      stage.getScene().addEventFilter(KeyEvent.KEY_PRESSED, e -> {
        if (page.pressed(e)) e.consume();
      });
      page.show(boards.seen());
      stage.show();
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
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
    return Patience.onFx(task);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    Patience.until(condition);
  }

  private String text(String id) throws Exception {
    return onFx(() -> ((Label) page.root().lookup("#" + id)).getText());
  }

  @Test
  void whoAsksWithoutSayingOfWhatIsToldOfTheWorst() throws Exception {
    open(Lang.FR);
    assertTrue(text("why-title").startsWith("SIV\u00a0: Indisponible depuis"), text("why-title"));
    assertTrue(text("why-because").startsWith("Parce que\u00a0: "), text("why-because"));
  }

  @Test
  void theReceiptIsCopiedAsText() throws Exception {
    open(Lang.FR);
    robot.type(KeyCode.C);
    until(() -> ((Label) page.root().lookup("#why-said")).getText().startsWith("Copié"));
    String copied = onFx(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.contains("taux de réussite 38,8\u00a0% < 50\u00a0%"), copied);
    assertTrue(copied.contains("« SIV indisponible depuis 15 h 12".replace("« ", "«\u00a0")), copied);
    assertTrue(copied.contains("urn:iris:siv:incident:i-1:1"), copied);
  }

  @Test
  void anotherTileIsChosenByMouseAndByKey() throws Exception {
    open(Lang.EN);
    robot.clickOn("#why-services");
    robot.type(KeyCode.END);
    until(() -> ((Label) page.root().lookup("#why-title")).getText().startsWith("ANTS: "));
    robot.type(KeyCode.HOME);
    until(() -> ((Label) page.root().lookup("#why-title")).getText().startsWith("SIV: Down"));
    onFx(() -> {
      page.open("ants");
      return null;
    });
    assertEquals("ants", onFx(() -> ((ListView<?>) page.root().lookup("#why-services")).getSelectionModel()
        .getSelectedItem()));
  }

  @Test
  void wronglyClassifiedLeadsToWhereRulesAreMade() throws Exception {
    open(Lang.EN);
    robot.clickOn("#why-wrong");
    until(() -> wishes.size() == 1);
    robot.type(KeyCode.M);
    until(() -> wishes.size() == 2);
    assertEquals(new Wish.Desk(Optional.of("classify"), Optional.of("siv")), wishes.getFirst());
  }
}
