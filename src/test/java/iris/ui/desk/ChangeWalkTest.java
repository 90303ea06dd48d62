package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Lifecycle;
import iris.alarm.Transition;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Settings that change while the window stands: it follows, and what a hand has begun goes on. */
class ChangeWalkTest extends Walk {
  private void change(Lang lang, WindowOptions options) throws Exception {
    onFx(() -> {
      window.change(Words.of(lang, ZoneId.of("Europe/Paris")), options);
      return null;
    });
  }

  private String tile() throws Exception {
    return onFx(() -> find(".iris-tile").getAccessibleText());
  }

  private String event() throws Exception {
    return onFx(() -> ((ListView<?>) find("#events")).getItems().getFirst().toString());
  }

  @Test
  void frenchBecomesEnglishEverywhereAtOnce() throws Exception {
    log.set(Boards.log());
    open(Lang.FR, dark());
    assertEquals("Indisponible", text("#state"));
    String french = tile();
    String before = event();
    change(Lang.EN, dark());
    assertEquals("Down", text("#state"));
    assertEquals("IRIS · Down", onFx(() -> stage.getTitle()));
    until(() -> text(".banner-sentence").contains("since 15:12"));
    until(() -> find("#active .list-cell") != null);
    assertTrue(onFx(() -> find("#active .list-cell").getAccessibleText()).startsWith("P1, SIV, down, since 15:12"));
    until(() -> tile().contains("Down"));
    assertTrue(french.contains("Indisponible"), french);
    assertFalse(event().equals(before), before);
    assertEquals("A\u2002Acknowledge", onFx(() -> ((javafx.scene.control.Button) find("#deed-acknowledge")).getText()));
  }

  @Test
  void theBoardIsStillFollowedAndTheKeysStillActAfterTheChange() throws Exception {
    open(Lang.FR, dark());
    change(Lang.EN, dark());
    robot.type(KeyCode.A);
    Act act = lastAct();
    answer(new Transition.Acted(Boards.WALL, act));
    until(() -> text("#notice").startsWith("Marie"));
    board.set(Boards.calm().board());
    until(() -> text("#state").equals("Working") && text("#unacked").equals("0"));
  }

  @Test
  void whatIsSelectedStaysSelected() throws Exception {
    board.set(Boards.outage().alarm(Kind.OUTAGE, "fni", Lifecycle.UNACKED, Priority.P1, Reason.of("w"))
        .alarm(Kind.OUTAGE, "siv", Lifecycle.ACKED, Priority.P1, Reason.of("w")).board());
    open(Lang.FR, dark());
    onFx(() -> {
      list("active").getSelectionModel().clearAndSelect(1);
      return null;
    });
    change(Lang.EN, dark());
    assertEquals(List.of(1), onFx(() -> List.copyOf(list("active").getSelectionModel().getSelectedIndices())));
  }

  @Test
  void wordsThatAreBeingTypedAreNotLost() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.H);
    until(() -> find("#reason").isFocused());
    robot.write("essais");
    change(Lang.EN, dark());
    until(() -> find("#reason").isFocused());
    assertEquals("essais", onFx(() -> ((TextField) find("#reason")).getText()));
    robot.type(KeyCode.ENTER);
    assertEquals(new Act.Shelve(SIV, "Marie", "essais", Duration.ofMinutes(15)), lastAct());
  }

  @Test
  void anActThatWaitsIsStillAnswered() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.A);
    Act act = lastAct();
    change(Lang.EN, dark());
    answer(new Transition.Refused(Boards.WALL, act, Reason.of("No.")));
    until(() -> text("#notice").equals("Refused. No."));
  }

  @Test
  void theSilenceStandsInTheOtherLanguage() throws Exception {
    board.set(Boards.outage().silenced(Boards.WALL.plusSeconds(600)).board());
    open(Lang.FR, dark());
    String french = text("#sound");
    change(Lang.EN, dark());
    assertTrue(french.contains("15:37:42") && text("#sound").contains("15:37:42"), text("#sound"));
    assertFalse(french.equals(text("#sound")));
  }

  @Test
  void aThemeThatTheFileChangesIsSeenAndOneThatAHandChoseStays() throws Exception {
    open(Lang.FR, dark());
    change(Lang.FR, dark().with(WindowOptions.Theme.LIGHT));
    assertTrue(onFx(() -> stage.getScene().getStylesheets().getFirst().endsWith("light.css")));
    robot.type(KeyCode.T);
    robot.type(KeyCode.T);
    until(() -> stage.getScene().getStylesheets().getFirst().endsWith("dark.css"));
    change(Lang.EN, dark().with(WindowOptions.Theme.LIGHT));
    assertTrue(onFx(() -> stage.getScene().getStylesheets().getFirst().endsWith("dark.css")));
  }

  @Test
  void theWallStaysAWallWhenItsLanguageChanges() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.F11);
    until(() -> find(".top-five").isVisible());
    change(Lang.EN, dark());
    assertTrue(onFx(() -> find(".top-five").isVisible() && !find(".lists").isVisible() && stage.isFullScreen()));
    assertEquals("Down", text("#state"));
    robot.type(KeyCode.ESCAPE);
    until(() -> find(".lists").isVisible());
  }

  @Test
  void aFileThatAsksForAWallGetsOneAndTheDistanceMakesTheTextLarger() throws Exception {
    open(Lang.FR, dark());
    change(Lang.FR, dark().onWall(0.5));
    until(() -> find(".top-five").isVisible());
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(Optional.empty(), onFx(() -> window.views().wall.selected()));
    String near = onFx(() -> stage.getScene().getStylesheets().getLast());
    change(Lang.FR, dark().onWall(5));
    assertFalse(onFx(() -> stage.getScene().getStylesheets().getLast()).equals(near));
    change(Lang.FR, dark());
    until(() -> find(".lists").isVisible());
  }

  @Test
  void aWishForLessMotionIsFollowed() throws Exception {
    open(Lang.FR, dark().with(WindowOptions.Motion.FULL));
    assertTrue(onFx(() -> window.views().wall.hurried()));
    change(Lang.FR, dark());
    assertFalse(onFx(() -> window.views().wall.hurried()));
  }
}
