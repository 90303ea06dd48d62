package iris.notify;

import static iris.signal.Priority.P1;
import static iris.signal.Priority.P2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Many at once, and many one after the other. */
class FloodTest {
  private final Story story = new Story();

  @Test
  void aStormOfTwentyFiveIsOneSummaryAndOneSound() {
    for (int i = 0; i < 25; i++) story.raise(Story.outage("s" + i), P1);
    Decision storm = story.decide();
    assertEquals(25, storm.notice().orElseThrow().news().size());
    assertEquals(Optional.of(Pattern.P1), storm.play());
    assertEquals(Optional.empty(), storm.notice().get().acknowledges(), "nobody looked at all of them");
    assertEquals(25, storm.said().stream().filter(Said::told).count());

    for (int i = 0; i < 25; i++) story.clear(Story.outage("s" + i), P1);
    Decision over = story.after(Duration.ofMinutes(4)).decide();
    assertEquals(storm.notice().get().key(), over.notice().orElseThrow().key());
  }

  @Test
  void aFloodRingsWithOnePatternAndNotAnewForEachOfAThousand() {
    int sounds = 0;
    for (int i = 0; i < 300; i++) {
      Decision d = story.after(Duration.ofMillis(200)).raise(Story.outage("s" + i), P1).decide();
      if (d.play().isPresent()) sounds++;
      assertTrue(d.wakeAt().isPresent(), "it is repeated while it stands");
    }
    // Ten until it is a flood, then the pattern every fifteen seconds of the minute, when its time has come.
    assertTrue(sounds >= 10 && sounds <= 16, sounds + " sounds");
    sounds = 0;
    for (int i = 0; i < 299; i++)
      if (story.after(Duration.ofMillis(50)).clear(Story.outage("s" + i), P1).decide().play().isPresent()) sounds++;
    assertTrue(sounds <= 3, sounds + " sounds while one still rings");
    Decision last = story.after(Duration.ofMillis(50)).clear(Story.outage("s299"), P1).decide();
    assertEquals(Optional.of(Pattern.RECOVERY), last.play());
  }

  @Test
  void aFloodOfDegradationsDoesNotKeepTheOutageAmongThemWaiting() {
    for (int i = 0; i < 30; i++) story.after(Duration.ofMillis(200)).raise(Story.outage("s" + i), P2).decide();
    Decision worse = story.after(Duration.ofMillis(200)).raise(Story.outage("worse"), P1).decide();
    assertEquals(Optional.of(Pattern.P1), worse.play());
  }

  @Test
  void fourAtOnceAreASummaryAndThreeAreSentences() {
    for (int i = 0; i < 3; i++) story.raise(Story.outage("a" + i), P1);
    assertEquals(Notice.Form.PLAIN, story.decide().notice().orElseThrow().form());
    for (int i = 0; i < 4; i++) story.raise(Story.outage("b" + i), P2);
    assertEquals(Notice.Form.SUMMARY, story.decide().notice().orElseThrow().form());
  }

  @Test
  void manyThatComeFromFeedsOfTheirOwnWithinSecondsEndInOneToast() {
    for (int i = 1; i <= 25; i++) {
      story.after(Duration.ofMillis(200)).raise(Story.outage("region-" + i), P1).decide();
      if (i == 3) assertEquals(3, story.memory.shown().size());
      if (i >= 4) assertEquals(1, story.memory.shown().size(), "after " + i);
      if (i == 4) assertEquals(Notice.Form.FLOOD, story.last.notice().orElseThrow().form());
      assertEquals(1, story.last.notice().orElseThrow().news().size(), "told twice at " + i);
    }
    Notice last = story.last.notice().orElseThrow();
    assertEquals(Notice.Form.FLOOD, last.form());
    assertEquals(24, last.rest().size());
    assertTrue(last.critical());
  }

  @Test
  void outagesThatHaveTimeBetweenThemKeepTheirToasts() {
    for (int i = 1; i <= 5; i++) story.after(Duration.ofSeconds(20)).raise(Story.outage("region-" + i), P1).decide();
    assertEquals(5, story.memory.shown().size());
    assertEquals(Notice.Form.PLAIN, story.last.notice().orElseThrow().form());
  }

  @Test
  void aFloodBeginsOverTenInTenMinutesAndEndsUnderFive() {
    for (int i = 0; i < 11; i++) story.raise(Story.outage("s" + i), P1).decide();
    assertEquals(Notice.Form.FLOOD, story.last.notice().orElseThrow().form());
    assertEquals("flood", story.last.notice().get().key());
    story.after(Duration.ofMinutes(9)).raise(Story.outage("late"), P1).decide();
    assertEquals(Notice.Form.FLOOD, story.last.notice().get().form());
    story.after(Duration.ofMinutes(2)).raise(Story.outage("later"), P1).decide();
    assertEquals(Notice.Form.PLAIN, story.last.notice().get().form());
  }

  @Test
  void oneRecoveryInAStormLeavesTheOthersInTheToast() {
    for (int i = 0; i < 5; i++) story.raise(Story.outage("s" + i), P1);
    String key = story.decide().notice().orElseThrow().key();
    Notice one = story.clear(Story.outage("s2"), P1).decide().notice().orElseThrow();
    assertEquals(key, one.key());
    assertEquals(4, one.rest().size());
    assertTrue(one.critical());
  }
}
