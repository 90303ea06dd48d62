package iris.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PulseTest {
  private static final Instant START = Instant.parse("2026-11-22T14:00:00.250Z");

  private final HandDoor door = new HandDoor();
  private final List<Instant> beats = new ArrayList<>();

  private Pulse pulse() {
    return new Pulse(door, () -> START.plus(door.now()), beats::add);
  }

  @Test
  void itBeatsOnTheSecondsOfTheWallClock() {
    try (Pulse _ = pulse()) {
      door.pass(Duration.ofMillis(2900));
    }
    assertEquals(List.of(START, START.plusMillis(751), START.plusMillis(1751), START.plusMillis(2751)), beats);
  }

  @Test
  void itBeatsThreeTimesASecondWhileSomethingBlinks() {
    try (Pulse pulse = pulse()) {
      pulse.hurry(true);
      door.pass(Duration.ofMillis(760));
      beats.clear();
      door.pass(Duration.ofSeconds(4));
      assertEquals(12, beats.size());
      pulse.hurry(false);
      door.pass(Duration.ofSeconds(2));
      beats.clear();
      door.pass(Duration.ofSeconds(4));
      assertEquals(4, beats.size());
    }
  }

  @Test
  void aSignThatChangesThreeTimesASecondBlinksAtOneAndAHalfHertz() {
    int changes = 0;
    boolean was = Pulse.lit(START, 3);
    for (int ms = 1; ms <= 6000; ms++) {
      boolean is = Pulse.lit(START.plusMillis(ms), 3);
      if (is != was) changes++;
      was = is;
    }
    assertEquals(18, changes);
  }

  @Test
  void aClosedPulseStops() {
    Pulse pulse = pulse();
    pulse.close();
    door.pass(Duration.ofSeconds(5));
    assertEquals(1, beats.size());
  }
}
