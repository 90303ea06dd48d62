package iris.ui.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.AlarmKey.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be taken back, and what cannot. */
class UndoTest {
  private static final AlarmKey SIV = new AlarmKey(Kind.OUTAGE, "siv");
  private static final AlarmKey FNI = new AlarmKey(Kind.OUTAGE, "fni");

  private final Undo undo = new Undo();

  private void does(boolean accepted, Act... acts) {
    undo.gesture();
    for (Act act : acts) undo.posted(act);
    for (Act act : acts) undo.answered(act, accepted);
  }

  @Test
  void allThatOneGestureDidIsTakenBackTogetherTheLastGestureFirst() {
    does(true, new Act.Shelve(SIV, "Marie", "essais", Duration.ofMinutes(15)));
    does(true, new Act.Acknowledge(SIV, "Marie", ""), new Act.Acknowledge(FNI, "Marie", ""));
    assertEquals(List.of(new Act.Unacknowledge(SIV, "Paul"), new Act.Unacknowledge(FNI, "Paul")), undo.take("Paul"));
    assertEquals(List.of(new Act.Unshelve(SIV, "Paul")), undo.take("Paul"));
    assertEquals(List.of(), undo.take("Paul"));
  }

  @Test
  void whatWasRefusedWasNotDone() {
    does(false, new Act.Acknowledge(SIV, "Marie", ""));
    assertEquals(List.of(), undo.take("Marie"));
  }

  @Test
  void whatStillWaitsForItsAnswerIsNotTakenBack() {
    undo.gesture();
    undo.posted(new Act.Acknowledge(SIV, "Marie", ""));
    assertEquals(List.of(), undo.take("Marie"));
  }

  @Test
  void wordsAndResetsStay() {
    does(true, new Act.Comment(SIV, "Marie", "vu"));
    does(true, new Act.Reset(SIV, "Marie"));
    assertEquals(List.of(), undo.take("Marie"));
  }

  @Test
  void theHornComesBack() {
    does(true, new Act.Silence("Marie", Duration.ofMinutes(10)));
    assertEquals(List.of(new Act.Unsilence("Marie")), undo.take("Marie"));
  }
}
