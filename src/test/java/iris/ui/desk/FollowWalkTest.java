package iris.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import iris.alarm.Board;
import iris.alarm.Lifecycle;
import iris.signal.Priority;
import iris.signal.Reason;
import iris.words.Lang;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** Whose the selection is: the hand's while one is at work, and after that the most urgent alarm's. */
class FollowWalkTest extends Walk {
  private static final AlarmKey FNI = new AlarmKey(Kind.OUTAGE, "fni");

  /** SIV is taken; what is new is FNI. */
  private static Boards urgent() {
    return Boards.outage().alarm(Kind.OUTAGE, "siv", Lifecycle.ACKED, Priority.P1, Reason.of("w"))
        .alarm(Kind.OUTAGE, "fni", Lifecycle.UNACKED, Priority.P1, Reason.of("w"));
  }

  private void later(Duration by) throws Exception {
    onFx(() -> {
      now.set(now.get().plus(by));
      return null;
    });
  }

  private Board fresh(Boards boards) {
    return boards.madeAt(now.get()).board();
  }

  private List<AlarmKey> selected() throws Exception {
    return onFx(() -> window.views().shell.alarms().selected().stream().map(AlarmRow::key).toList());
  }

  @Test
  void aConsoleThatNobodyTouchesSelectsTheNewOutage() throws Exception {
    open(Lang.FR, dark());
    assertEquals(List.of(SIV), selected());
    later(Attention.REST);
    board.set(fresh(urgent()));
    until(() -> selected().equals(List.of(FNI)));
    later(Attention.SEEN);
    robot.type(KeyCode.A);
    assertEquals(new Act.Acknowledge(FNI, "Marie", ""), lastAct());
  }

  @Test
  void theSelectionIsLeftToTheHandThatIsAtWork() throws Exception {
    open(Lang.FR, dark());
    later(Attention.REST.minusSeconds(1));
    robot.type(KeyCode.DIGIT2);
    board.set(fresh(urgent()));
    until(() -> list("active").getItems().size() == 2);
    later(Attention.REST.minusSeconds(1));
    onFx(() -> window.drawn());
    assertEquals(List.of(SIV), selected());
    later(Duration.ofSeconds(1));
    onFx(() -> window.drawn());
    assertEquals(List.of(FNI), selected());
  }

  @Test
  void aFingerOnTheButtonHoldsTheSelectionHoweverLong() throws Exception {
    open(Lang.FR, dark());
    robot.moveTo(() -> find("#deed-acknowledge"));
    robot.press(MouseButton.PRIMARY);
    later(Attention.REST.multipliedBy(2));
    board.set(fresh(urgent()));
    until(() -> list("active").getItems().size() == 2);
    assertEquals(List.of(SIV), selected());
    robot.release(MouseButton.PRIMARY);
  }

  @Test
  void aKeyThatComesTogetherWithTheMoveActsOnNothing() throws Exception {
    open(Lang.FR, dark());
    later(Attention.REST);
    board.set(fresh(urgent()));
    until(() -> selected().equals(List.of(FNI)));
    robot.type(KeyCode.A);
    until(() -> text("#notice").startsWith("Le choix vient de passer à fni"));
    assertEquals(List.of(), acts);
    robot.type(KeyCode.A);
    assertEquals(new Act.Acknowledge(FNI, "Marie", ""), lastAct());
  }

  @Test
  void whileWordsAreTypedNothingMoves() throws Exception {
    open(Lang.FR, dark());
    robot.type(KeyCode.C);
    until(() -> find("#reason").isFocused());
    later(Attention.REST.multipliedBy(3));
    board.set(fresh(urgent()));
    until(() -> list("active").getItems().size() == 2);
    assertEquals(List.of(SIV), selected());
  }

  @Test
  void whatStandsIsMoreUrgentThanWhatCameBack() throws Exception {
    open(Lang.FR, dark());
    later(Attention.REST);
    board.set(fresh(Boards.outage().alarm(Kind.OUTAGE, "siv", Lifecycle.RETURNED_UNACKED, Priority.P1, Reason.of("w"))
        .alarm(Kind.DEGRADED, "fni", Lifecycle.UNACKED, Priority.P2, Reason.of("w"))));
    until(() -> selected().equals(List.of(new AlarmKey(Kind.DEGRADED, "fni"))));
  }

  @Test
  void aSelectionThatHoldsTheMostUrgentIsLeftAsItIs() throws Exception {
    board.set(Boards.storm(5).board());
    open(Lang.FR, dark());
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    until(() -> selected().size() == 5);
    later(Attention.REST.multipliedBy(2));
    onFx(() -> window.drawn());
    assertEquals(5, selected().size());
  }
}
