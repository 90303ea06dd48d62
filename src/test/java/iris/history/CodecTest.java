package iris.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.AlarmKey;
import iris.alarm.Answer;
import iris.alarm.Drift;
import iris.alarm.Input;
import iris.alarm.Quote;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.Incident;
import iris.signal.Measure;
import iris.signal.Norm;
import iris.signal.Reason;
import iris.signal.Report;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
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

  @Test
  void whatIsUsualAndWhatDriftsComeBack() {
    Norm.Usual usual = new Norm.Usual(340.5, 20);
    Norm norm = new Norm("siv", Fixtures.START, Fixtures.START.plusSeconds(3600), DayOfWeek.TUESDAY, 10, 8,
        Map.of(Measure.TRANSACTION, usual, Measure.FAILURES, new Norm.Usual(0, 0)));
    Norm little = new Norm("siv", Fixtures.START, Fixtures.START.plusSeconds(3600), DayOfWeek.TUESDAY, 10, 2, Map.of());
    Input input = new Input.Heard(new Report.Customary(List.of(norm, little)));
    assertEquals(input, Codec.read(Codec.write(input, Input.class), Input.class));
    Transition drifted = new Transition.Drifted(Fixtures.START, "siv",
        new Drift(Fixtures.START, Measure.TRANSACTION, 816, usual, DayOfWeek.TUESDAY, 10, 8), false);
    assertEquals(drifted, Codec.transition(Codec.transition(drifted)));
  }
}
