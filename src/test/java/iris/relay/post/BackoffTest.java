package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a target is left alone. */
class BackoffTest {
  @Test
  void whatFailedTogetherDoesNotComeBackTogether() {
    Set<Duration> waits = IntStream.range(0, 50)
        .mapToObj(seed -> new Backoff(new Random(seed)).after(7, Optional.empty())).collect(Collectors.toSet());
    assertTrue(waits.size() > 40, () -> "fifty relays come back at " + waits);
    waits.forEach(wait -> assertTrue(
        wait.compareTo(Duration.ofSeconds(32)) >= 0 && wait.compareTo(Duration.ofSeconds(64)) <= 0, wait::toString));
  }

  @Test
  void itIsNeverLongerThanFiveMinutesNorShorterThanWhatTheServerAsksFor() {
    Backoff backoff = new Backoff(new Random(1));
    assertTrue(backoff.after(60, Optional.empty()).compareTo(Backoff.MOST) <= 0);
    assertTrue(backoff.after(60, Optional.empty()).compareTo(Backoff.MOST.dividedBy(2)) >= 0);
    assertEquals(Duration.ofSeconds(90), backoff.after(1, Optional.of(Duration.ofSeconds(90))));
    assertEquals(Backoff.MOST, backoff.after(1, Optional.of(Duration.ofDays(1))));
  }
}
