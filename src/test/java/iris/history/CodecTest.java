package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.AlarmKey;
import iris.alarm.Answer;
import iris.alarm.Input;
import iris.alarm.Quote;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Incident;
import iris.signal.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodecTest {
  private static final Incident INCIDENT = new Incident("1", "siv", "SIV indisponible", Incident.Kind.OUTAGE, true,
      Optional.empty(), Optional.of("ants"), Optional.of(Fixtures.START), Optional.empty(), 1, "iris.element", "délai");

  @Test
  void anAnswerComesBackAsInputAndAsTransition() {
    Answer answer = new Answer(new AlarmKey(AlarmKey.Kind.OUTAGE, "siv"), "siv|OUTAGE@1", Call.RAISE, true,
        Reason.of("notify.told"), List.of(new Answer.Voice(Answer.Channel.TOAST, false, Reason.of("notify.toast.no-bus"))));
    Input input = new Input.Answered(List.of(answer));
    assertEquals(input, Codec.read(Codec.write(input, Input.class), Input.class));
    Transition transition = new Transition.Answered(Fixtures.START, answer);
    assertEquals(transition, Codec.transition(Codec.transition(transition)));
  }

  @Test
  void theVeryWordsOfTheFeedComeBack() {
    Transition said = new Transition.Spoken(Fixtures.START, "siv", INCIDENT, false,
        List.of(new Quote("g", "SIV indisponible", "depuis 15 h 12", Optional.of(Fixtures.START))));
    assertEquals(said, Codec.transition(Codec.transition(said)));
  }

  @Test
  void whatWasWrittenBeforeThereWereQuotesIsStillRead() {
    String now = new String(Codec.transition(new Transition.Spoken(Fixtures.START, "siv", INCIDENT, false)),
        StandardCharsets.UTF_8);
    String then = now.replace(",\"quotes\":[]", "");
    assertEquals(new Transition.Spoken(Fixtures.START, "siv", INCIDENT, false),
        Codec.transition(then.getBytes(StandardCharsets.UTF_8)));
    org.junit.jupiter.api.Assertions.assertNotEquals(now, then);
  }
}
