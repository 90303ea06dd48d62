package iris.notify;

import static iris.notify.Story.SIV;
import static iris.notify.Story.SLOW;
import static iris.signal.Priority.P1;
import static iris.signal.Priority.P2;
import static iris.signal.Priority.P3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey;
import iris.alarm.Lifecycle;
import iris.alarm.Suppression;
import iris.alarm.Transition;
import iris.alarm.Transition.Announcement.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StagesTest {
  private final Story story = new Story();

  private static List<String> reasons(Decision d) {
    return d.said().stream().map(s -> s.why().key()).toList();
  }

  @Test
  void anOutageAndItsRecoveryAreOneToastEachAndTheSecondReplacesTheFirst() {
    Notice down = story.raise(SIV, P1).decide().notice().orElseThrow();
    assertTrue(down.critical());
    assertEquals(Optional.of(SIV), down.acknowledges());

    Decision back = story.after(Duration.ofMinutes(3)).clear(SIV, P1).decide();
    Notice up = back.notice().orElseThrow();
    assertEquals(down.key(), up.key());
    assertFalse(up.critical());
    assertEquals(Optional.of(Pattern.RECOVERY), back.play());
    assertEquals(Set.of(), back.withdraw());
    assertEquals(Optional.empty(), back.wakeAt(), "and nothing else happens");
  }

  @Test
  void whatIsSuppressedIsWithheldWithItsReason() {
    String episode = Story.episode(SIV);
    story.suppressed(SIV, Lifecycle.UNACKED, P1, Suppression.Kind.SHELVED).call(Call.RAISE, SIV, P1, episode, true);
    Decision shelved = story.decide();
    assertEquals(List.of("notify.withheld.shelved"), reasons(shelved));
    assertEquals(Optional.empty(), shelved.notice());
    assertEquals(Optional.empty(), shelved.play());
    story.suppressed(SIV, Lifecycle.UNACKED, P1, Suppression.Kind.MAINTENANCE).call(Call.RAISE, SIV, P1, episode, true);
    assertEquals(List.of("notify.withheld.maintenance"), reasons(story.decide()));
    story.call(Call.CLEAR, SIV, P1, episode, true);
    assertEquals(List.of("notify.withheld.never-told"), reasons(story.decide()), "its beginning was not told");
  }

  @Test
  void anOutageOutranksTheDegradationOfItsService() {
    story.raise(SIV, P1).state(SLOW, Lifecycle.UNACKED, P2).call(Call.RAISE, SLOW, P2, Story.episode(SLOW), true);
    Decision both = story.decide();
    assertEquals(List.of("notify.told", "notify.withheld.inhibited"), reasons(both));
    assertEquals(1, both.notice().orElseThrow().news().size());
  }

  @Test
  void anOutageTakesTheToastOfTheDegradationBeforeIt() {
    String slow = story.raise(SLOW, P2).decide().notice().orElseThrow().key();
    Decision down = story.after(Duration.ofMinutes(5)).raise(SIV, P1).decide();
    assertEquals(slow, down.notice().orElseThrow().key());
    assertEquals(Optional.of(Pattern.P1), down.play());
  }

  @Test
  void theEndOfAnOutageLeavesTheDegradationThatStands() {
    story.raise(SLOW, P2).decide();
    story.after(Duration.ofMinutes(5)).raise(SIV, P1).decide();
    assertEquals(Set.of("service:siv"), story.state(SIV, Lifecycle.ACKED, P1).decide().withdraw());
    assertEquals(Set.of(), story.decide().withdraw(), "once");
    assertTrue(story.during(Duration.ofMinutes(40)).stream().noneMatch(d -> d.play().isPresent()), "inhibited");
    Decision up = story.clear(SIV, P1).decide();
    assertEquals(1, up.notice().orElseThrow().rest().size());
    assertTrue(up.notice().get().critical());
    assertTrue(story.during(Duration.ofMinutes(2)).stream().anyMatch(d -> d.play().equals(Optional.of(Pattern.P2))));
  }

  @Test
  void whatIsShelvedWhileItRingsFallsSilentAndIsToldWhenTheShelfIsOver() {
    String key = story.raise(SIV, P1).decide().notice().orElseThrow().key();
    Decision shelved = story.suppressed(SIV, Lifecycle.UNACKED, P1, Suppression.Kind.SHELVED).decide();
    assertEquals(Set.of(key), shelved.withdraw());
    assertEquals(List.of(), story.during(Duration.ofMinutes(15)));
    Decision over = story.state(SIV, Lifecycle.UNACKED, P1).call(Call.SHELF_OVER, SIV, P1).decide();
    assertEquals(Optional.of(Pattern.P1), over.play());
    assertTrue(over.notice().orElseThrow().critical());
  }

  @Test
  void nothingIsToldTwice() {
    List<Transition> poll = story.raise(SIV, P1).poll();
    Decision first = Stages.decide(Memory.EMPTY, poll, story.board(), story.now);
    Decision second = Stages.decide(first.memory(), poll, story.board(), story.now);
    assertEquals(List.of("notify.withheld.told"), reasons(second));
    assertEquals(Optional.empty(), second.notice());
  }

  @Test
  void nothingIsToldTwiceAfterARestart() {
    story.raise(SIV, P1).decide();
    List<Transition.Told> journal = story.last.said().stream().filter(Said::told).map(Said::what).toList();
    story.memory = Memory.of(journal);
    story.after(Duration.ofMinutes(2)).raise(SIV, P1);
    assertEquals(List.of("notify.withheld.told"), reasons(story.decide()));
    Notice up = story.after(Duration.ofMinutes(2)).clear(SIV, P1).decide().notice().orElseThrow();
    assertEquals("service:siv", up.key(), "its end is told, since its beginning was");
  }

  @Test
  void anOutageThatIsStillThereWhenItsFeedIsSupervisedAgainRings() {
    story.raise(SIV, P1).decide();
    List<Transition> journal = new ArrayList<>(story.last.said().stream().map(Said::what).toList());
    journal.addAll(story.after(Duration.ofMinutes(2)).dropped(SIV).poll());
    story.dropped(SIV).decide();
    story.after(Duration.ofMinutes(2)).raise(SIV, P1);
    List<Transition> news = story.poll();
    assertEquals(Optional.of(Pattern.P1), Stages.decide(Memory.of(journal), news, story.board(), story.now).play());
    Decision again = Stages.decide(story.memory, news, story.board(), story.now);
    assertEquals(List.of("notify.told"), reasons(again));
    assertEquals(Optional.of(Pattern.P1), again.play());
  }

  @Test
  void whatWasSuppressedBeforeARestartWasToldToNobody() {
    story.call(Call.RAISE, SIV, P1, Story.episode(SIV), true);
    List<Transition.Told> journal = story.poll().stream().map(t -> (Transition.Told) t).toList();
    story.memory = Memory.of(journal);
    story.after(Duration.ofMinutes(1)).raise(SIV, P1);
    assertEquals(List.of("notify.told"), reasons(story.decide()));
  }

  @Test
  void restoredIsToldOnceAStart() {
    story.state(SIV, Lifecycle.UNACKED, P1).call(Call.RESTORED, SIV, P1);
    Decision restored = story.decide();
    assertEquals(Optional.of(Pattern.P1), restored.play());
    assertTrue(restored.notice().orElseThrow().critical());
    assertEquals(List.of("notify.withheld.told"),
        reasons(story.after(Duration.ofSeconds(5)).call(Call.RESTORED, SIV, P1).decide()));
  }

  @Test
  void restoredAndAcknowledgedDoesNotRing() {
    story.state(SIV, Lifecycle.ACKED, P1).call(Call.RESTORED, SIV, P1);
    Decision restored = story.decide();
    assertEquals(Optional.of(Pattern.CHIME), restored.play());
    assertFalse(restored.notice().orElseThrow().critical());
    assertEquals(List.of(), story.during(Duration.ofMinutes(3)));
  }

  @Test
  void theSameEpisodeThatBeginsAgainAfterItsEndIsNews() {
    story.raise(SIV, P1).decide();
    story.after(Duration.ofSeconds(60)).clear(SIV, P1).decide();
    Decision again = story.after(Duration.ofSeconds(60)).raise(SIV, P1).decide();
    assertEquals(List.of("notify.told"), reasons(again));
    assertEquals(Optional.of(Pattern.P1), again.play());
  }

  @Test
  void aRaiseThatIsOverInItsOwnDocumentIsToldAsTheRecovery() {
    story.call(Call.RAISE, SIV, P1).after(Duration.ofMinutes(1)).clear(SIV, P1);
    Decision both = story.decide();
    assertEquals(List.of("notify.told.superseded", "notify.told"), reasons(both));
    assertEquals(Optional.of(Pattern.RECOVERY), both.play());
  }

  @Test
  void anAcknowledgedToastGoesAndTheRecoveryIsStillTold() {
    String key = story.raise(SIV, P1).decide().notice().orElseThrow().key();
    Decision acked = story.after(Duration.ofSeconds(7)).state(SIV, Lifecycle.ACKED, P1).decide();
    assertEquals(Set.of(key), acked.withdraw());
    assertTrue(acked.hush());
    assertEquals(List.of(), story.during(Duration.ofHours(1)), "no sound, no toast");
    assertTrue(story.clear(SIV, P1).decide().notice().isPresent());
  }

  @Test
  void anAcknowledgedAlarmThatStandsForHoursIsOneNormalToastAndOneChime() {
    story.raise(SIV, P1).decide();
    story.state(SIV, Lifecycle.ACKED, P1).decide();
    Decision again = story.after(Duration.ofHours(4)).state(SIV, Lifecycle.UNACKED, P1).call(Call.REPEAT, SIV, P1).decide();
    assertFalse(again.notice().orElseThrow().critical());
    assertEquals(Optional.of(Pattern.CHIME), again.play());
    assertTrue(story.during(Duration.ofMinutes(4)).stream().noneMatch(d -> d.play().isPresent()));
  }

  @Test
  void whatIsToldAnewAfterItsAcknowledgementRingsAsARaiseDoes() {
    story.raise(SIV, P1).decide();
    story.after(Duration.ofMinutes(1)).state(SIV, Lifecycle.ACKED, P1).decide();
    Decision anew = story.after(Duration.ofMinutes(1)).state(SIV, Lifecycle.UNACKED, P1).call(Call.ANEW, SIV, P1).decide();
    assertTrue(anew.notice().orElseThrow().critical());
    assertEquals(Optional.of(Pattern.P1), anew.play());
    assertEquals(List.of("notify.told"), reasons(anew));
    assertTrue(story.during(Duration.ofMinutes(1)).stream().anyMatch(d -> d.play().equals(Optional.of(Pattern.P1))));
  }

  @Test
  void aConsoleFaultIsOneChimeAndANormalToast() {
    Decision fault = story.raise(new AlarmKey(AlarmKey.Kind.CONSOLE_FAULT, "sound"), P3).decide();
    assertEquals(Optional.of(Pattern.CHIME), fault.play());
    assertFalse(fault.notice().orElseThrow().critical());
    assertEquals(List.of(), story.during(Duration.ofDays(1)));
  }

  @Test
  void twoOutagesWithToastsOfTheirOwnComeBackAsOneToastAndTheOtherGoes() {
    story.raise(SIV, P1).decide();
    story.raise(Story.outage("fni"), P1).decide();
    Decision both = story.after(Duration.ofMinutes(5)).clear(SIV, P1).clear(Story.outage("fni"), P1).decide();
    assertEquals("service:siv", both.notice().orElseThrow().key());
    assertEquals(Set.of("service:fni"), both.withdraw());
  }
}
