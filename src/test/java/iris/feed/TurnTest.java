package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When each of many sources is asked for the first time. */
class TurnTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  @Test
  void aFewAreAskedOneAfterTheOther() {
    assertEquals(Duration.ZERO, Pollers.turn(0, 3, MINUTE));
    assertEquals(Duration.ofMillis(100), Pollers.turn(2, 3, MINUTE));
  }

  @Test
  void tenThousandKnockNeverAllAtOnce() {
    Map<Long, Long> inSecond = IntStream.range(0, 10_000).mapToObj(n -> Pollers.turn(n, 10_000, MINUTE))
        .collect(Collectors.groupingBy(Duration::toSeconds, Collectors.counting()));
    assertTrue(inSecond.keySet().stream().allMatch(second -> second < 60), () -> "asked after their interval: " + inSecond);
    assertTrue(inSecond.values().stream().allMatch(n -> n <= 168), () -> "at once: " + inSecond);
  }
}
