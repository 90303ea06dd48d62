package iris.agent.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NatureTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");

  @Test
  void timesHaveTheMedianThatWasAskedForAndATailThatOneNotices() {
    SplittableRandom dice = new SplittableRandom(3);
    long[] millis = LongStream.generate(() -> Latency.of(300).draw(dice, 1).toMillis()).limit(20_000).sorted().toArray();
    assertEquals(300, millis[10_000], 10);
    assertTrue(millis[19_000] > 500 && millis[19_000] < 800, () -> "p95 " + millis[19_000]);
    assertTrue(millis[19_950] > 1_000, () -> "p99.75 " + millis[19_950]);
  }

  @Test
  void rushHoursAreBusyNightsAreNotAndSaturdaysAreHalf() {
    assertTrue(Rush.load(NOW) > 0.9);
    assertTrue(Rush.load(Instant.parse("2026-11-24T02:00:00Z")) < 0.05);
    assertEquals(Rush.load(NOW) / 2, Rush.load(NOW.plus(Duration.ofDays(4))), 1e-9);
    assertTrue(Nature.SIV.crowded(NOW) > 1.5);
  }

  @Test
  void aFaultIsOverAtItsEndAndStrikesTheShareThatWasOrdered() {
    Faults faults = Faults.NONE.with(new Injection(Fault.ERRORS, Optional.of(NOW.plusSeconds(10)), 0.3));
    assertTrue(faults.at(NOW.plusSeconds(9)).has(Fault.ERRORS));
    assertEquals(Faults.NONE, faults.at(NOW.plusSeconds(10)));
    SplittableRandom dice = new SplittableRandom(5);
    long struck = LongStream.range(0, 10_000).filter(_ -> faults.strikes(Fault.ERRORS, dice)).count();
    assertEquals(3_000, struck, 200);
    assertThrows(IllegalArgumentException.class, () -> new Injection(Fault.EXTERNAL_DOWN, Optional.empty(), 0.5));
  }

  @Test
  void wordsOfFaultsAreReadBack() {
    for (Fault fault : Fault.values()) assertEquals(Optional.of(fault), Fault.of(fault.word()));
    assertEquals(Optional.empty(), Fault.of("fire"));
  }
}
