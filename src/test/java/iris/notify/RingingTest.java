package iris.notify;

import static iris.notify.Story.SIV;
import static iris.notify.Story.SLOW;
import static iris.signal.Priority.P1;
import static iris.signal.Priority.P2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey;
import iris.alarm.Lifecycle;
import iris.alarm.Transition.Announcement.Call;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RingingTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private final Story story = new Story();

  private long soundsWithin(Duration time, Pattern pattern) {
    return story.during(time).stream().filter(d -> d.play().equals(Optional.of(pattern))).count();
  }

  @Test
  void aP1SoundsEveryFifteenSeconds() {
    story.raise(SIV, P1).decide();
    assertEquals(4, soundsWithin(MINUTE, Pattern.P1));
  }

  @Test
  void aP2SoundsEveryMinute() {
    story.raise(SLOW, P2).decide();
    assertEquals(5, soundsWithin(Duration.ofMinutes(5), Pattern.P2));
  }

  @Test
  void silenceStopsTheHornUntilItsEnd() {
    story.raise(SIV, P1).decide();
    Decision silenced = story.silencedFor(Duration.ofMinutes(10)).decide();
    assertTrue(silenced.hush());
    assertEquals("notify.horn.silenced", silenced.horn().key());
    assertEquals(0, soundsWithin(Duration.ofMinutes(10).minusSeconds(1), Pattern.P1));
    assertEquals(5, soundsWithin(MINUTE.plusSeconds(1), Pattern.P1), "at its end and every 15 s from there");
  }

  @Test
  void aNewRaiseEndsASilenceAndANewSilenceIsKept() {
    story.raise(SIV, P1).decide();
    story.silencedFor(Duration.ofMinutes(10)).decide();
    assertEquals(Optional.of(Pattern.P1), story.after(MINUTE).raise(Story.outage("fni"), P1).decide().play());
    assertEquals(4, soundsWithin(MINUTE, Pattern.P1));
    story.silencedFor(Duration.ofMinutes(5)).decide();
    assertEquals(0, soundsWithin(MINUTE, Pattern.P1));
  }

  @Test
  void aP2ThatBecomesP1SoundsAsP1AtOnce() {
    AlarmKey sight = new AlarmKey(AlarmKey.Kind.SUPERVISION_LOST, "darva");
    story.raise(sight, P2).decide();
    story.after(Duration.ofMinutes(30)).state(sight, Lifecycle.UNACKED, P1).call(Call.ESCALATE, sight, P1);
    assertEquals(Optional.of(Pattern.P1), story.decide().play());
    assertEquals(4, soundsWithin(MINUTE, Pattern.P1));
  }

  @Test
  void anAcknowledgedP2ThatBecomesP1SoundsAgain() {
    AlarmKey sight = new AlarmKey(AlarmKey.Kind.SUPERVISION_LOST, "darva");
    story.raise(sight, P2).decide();
    story.state(sight, Lifecycle.ACKED, P2).decide();
    story.state(sight, Lifecycle.UNACKED, P1).call(Call.ESCALATE, sight, P1);
    assertEquals(Optional.of(Pattern.P1), story.decide().play());
  }

  @Test
  void takingAnAcknowledgementBackMakesNoSound() {
    story.raise(SIV, P1).decide();
    story.state(SIV, Lifecycle.ACKED, P1).decide();
    story.state(SIV, Lifecycle.UNACKED, P1).decide();
    assertEquals(0, soundsWithin(MINUTE, Pattern.P1));
  }

  @Test
  void whenTheWorstIsAcknowledgedTheNextRings() {
    story.raise(SIV, P1).raise(new AlarmKey(AlarmKey.Kind.DEGRADED, "fni"), P2).decide();
    story.state(SIV, Lifecycle.ACKED, P1).decide();
    assertEquals(0, soundsWithin(Duration.ofMinutes(2), Pattern.P1));
    assertEquals(2, soundsWithin(Duration.ofMinutes(2), Pattern.P2));
  }

  @Test
  void theToastOfAP1ComesAgainAfterFiveMinutesThenEveryFifteen() {
    story.raise(SIV, P1).decide();
    List<Decision> hour = story.during(Duration.ofMinutes(50));
    List<Notice> again = hour.stream().flatMap(d -> d.notice().stream()).toList();
    assertEquals(4, again.size(), "at 5, 20, 35 and 50 min");
    assertTrue(again.stream().allMatch(n -> n.form() == Notice.Form.REMINDER && n.key().equals("service:siv")));
  }

  @Test
  void theReminderOfTheBoardAndOursAreOne() {
    story.raise(SIV, P1).decide();
    long ours = story.during(Duration.ofMinutes(5)).stream().filter(d -> d.notice().isPresent()).count();
    Decision theirs = story.call(Call.REPEAT, SIV, P1).decide();
    assertEquals(1, ours);
    assertEquals("notify.withheld.just-shown", theirs.said().getFirst().why().key());
  }
}
