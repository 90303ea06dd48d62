package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void pausesGrowAndStayBounded() {
    Backoff backoff = Backoff.FRESH;
    Duration before = Duration.ZERO;
    for (int i = 0; i < 20; i++) {
      Duration pause = backoff.pause(Optional.empty(), 1);
      assertTrue(pause.compareTo(before) >= 0 && pause.compareTo(Duration.ofMinutes(2)) <= 0, pause.toString());
      before = pause;
      backoff = backoff.after(Duration.ofSeconds(1));
    }
    assertEquals(Duration.ofMinutes(2), before);
  }

  @Test
  void aStreamThatHeldBeginsAnewAndTheServersWishCounts() {
    Backoff worn = Backoff.FRESH.after(Duration.ZERO).after(Duration.ZERO).after(Duration.ZERO);
    assertEquals(Duration.ofSeconds(4), worn.pause(Optional.empty(), 0));
    assertEquals(Duration.ofMillis(500), worn.after(Duration.ofMinutes(1)).pause(Optional.empty(), 0));
    assertEquals(Duration.ofSeconds(30), worn.pause(Optional.of(Duration.ofSeconds(30)), 1));
    assertEquals(Duration.ofMinutes(2), worn.pause(Optional.of(Duration.ofDays(9)), 1));
  }
}
