package iris.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlayheadTest {
  private static final Instant FROM = Instant.parse("2026-10-12T01:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofHours(8));

  private static Duration s(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void itStandsUntilItIsPlayedAndGoesAtItsSpeedFromThere() {
    Playhead head = Playhead.of(FROM, TO);
    assertEquals(FROM, head.at(s(100)));
    Playhead playing = head.play(s(100)).speed(60, s(100));
    assertEquals(FROM.plusSeconds(600), playing.at(s(110)));
    Playhead slower = playing.slower(s(110));
    assertEquals(30, slower.speed());
    assertEquals(FROM.plusSeconds(600 + 300), slower.at(s(120)));
    assertEquals(FROM.plusSeconds(900), slower.pause(s(120)).at(s(500)));
  }

  @Test
  void itStaysAtItsEndAndBeginsAgainFromThere() {
    Playhead head = Playhead.of(FROM, TO).play(s(0)).speed(600, s(0));
    assertFalse(head.over(s(47)));
    assertTrue(head.over(s(48)));
    assertEquals(TO, head.at(s(4_800)));
    Playhead paused = head.pause(s(50));
    assertEquals(FROM, paused.toggle(s(60)).at(s(60)));
    assertTrue(paused.toggle(s(60)).playing());
  }

  @Test
  void speedsGoFromOneToSixHundredAndNoFurther() {
    Playhead head = Playhead.of(FROM, TO);
    for (int i = 0; i < 20; i++) head = head.faster(s(0));
    assertEquals(600, head.speed());
    for (int i = 0; i < 20; i++) head = head.slower(s(0));
    assertEquals(1, head.speed());
    assertThrows(IllegalArgumentException.class, () -> Playhead.of(FROM, TO).speed(7, s(0)));
  }

  @Test
  void anInstantOutsideTakesWhatIsPlayedWithIt() {
    Playhead head = Playhead.of(FROM, TO).play(s(0));
    Instant before = FROM.minus(Duration.ofHours(30));
    Playhead there = head.seek(before, s(10));
    assertEquals(before, there.at(s(10)));
    assertTrue(there.playing());
    assertEquals(Duration.ofHours(8), Duration.between(there.from(), there.to()));
    assertTrue(there.from().isBefore(before));
    assertEquals(FROM, head.seek(FROM.plusSeconds(5), s(10)).from());
  }

  @Test
  void aClockThatWentBackMovesNothingBack() {
    Playhead head = Playhead.of(FROM, TO).play(s(100));
    assertEquals(FROM, head.at(s(40)));
  }
}
