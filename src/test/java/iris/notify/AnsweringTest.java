package iris.notify;

import static iris.notify.Story.SIV;
import static iris.signal.Priority.P1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Answer;
import iris.alarm.Answer.Channel;
import iris.alarm.Answer.Voice;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Lifecycle;
import iris.alarm.Outcome;
import iris.alarm.Suppression;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Reason;
import iris.signal.Report;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who was told, on which channel, and why not. */
class AnsweringTest {
  private final Story story = new Story();

  private List<Answer> answers(Board board) {
    Decision decision = Stages.decide(Memory.EMPTY, story.poll(), board, story.now);
    return Answering.of(decision, board);
  }

  private static Map<Channel, Voice> voices(Answer answer) {
    return answer.voices().stream().collect(Collectors.toMap(Voice::channel, v -> v));
  }

  private Board hearing(boolean well, String why) {
    return story.board().after(new Input.Heard(new Report.Health("sound", well, Reason.of(why))), story.now).board();
  }

  @Test
  void anOutageIsOnTheScreenAndSoundsAndItsToastAnswersLater() {
    story.raise(SIV, P1);
    Answer answer = answers(story.board()).getFirst();
    assertTrue(answer.told());
    assertTrue(voices(answer).get(Channel.BANNER).told());
    assertTrue(voices(answer).get(Channel.SOUND).told());
    assertFalse(voices(answer).containsKey(Channel.TOAST));
  }

  @Test
  void whatIsShelvedIsWithheldOnEveryChannelAndSaysWhy() {
    story.suppressed(SIV, Lifecycle.UNACKED, P1, Suppression.Kind.SHELVED).call(Call.RAISE, SIV, P1, "e", true);
    Answer answer = answers(story.board()).getFirst();
    assertFalse(answer.told());
    assertEquals(3, answer.voices().size());
    assertTrue(answer.voices().stream().allMatch(v -> !v.told() && v.why().key().equals("notify.withheld.shelved")));
  }

  @Test
  void aConsoleWithoutALoudspeakerDoesNotClaimToHaveSounded() {
    story.raise(SIV, P1);
    Voice sound = voices(answers(hearing(false, "notify.sound.no-device")).getFirst()).get(Channel.SOUND);
    assertEquals(new Voice(Channel.SOUND, false, Reason.of("notify.sound.no-device")), sound);
  }

  @Test
  void soundThatIsSwitchedOffIsSaidToBe() {
    story.raise(SIV, P1);
    Voice sound = voices(answers(hearing(true, "notify.sound.muted")).getFirst()).get(Channel.SOUND);
    assertFalse(sound.told());
  }

  @Test
  void aToastThatNoDesktopTookIsAnsweredForEachAlarmItSpokeOf() {
    for (int i = 0; i < 25; i++) story.raise(Story.outage("s" + i), P1);
    Notice notice = Stages.decide(Memory.EMPTY, story.poll(), story.board(), story.now).notice().orElseThrow();
    List<Answer> answers = Answering.of(notice, new Toasts.Shown(false, Reason.of("notify.toast.no-server")));
    assertEquals(25, answers.size());
    assertTrue(answers.stream().allMatch(a -> !a.told()
        && a.voices().equals(List.of(new Voice(Channel.TOAST, false, Reason.of("notify.toast.no-server"))))));
  }

  @Test
  void anAnswerChangesNothingAndIsAnsweredByNobody() {
    for (int i = 0; i < 25; i++) story.raise(Story.outage("s" + i), P1);
    Board board = story.board().after(new Input.Tick(), story.now).board();
    List<Transition> storm = story.poll();
    Decision first = Stages.decide(Memory.EMPTY, storm, board, story.now);
    Outcome kept = board.after(new Input.Answered(Answering.of(first, board)), story.now);
    assertEquals(board, kept.board());
    assertEquals(25, kept.transitions().stream().filter(Transition.Answered.class::isInstance).count());
    Decision second = Stages.decide(first.memory(), kept.transitions(), kept.board(), story.now);
    assertEquals(List.of(), Answering.of(second, kept.board()));
    assertTrue(second.notice().isEmpty());
    assertTrue(second.play().isEmpty());
  }
}
