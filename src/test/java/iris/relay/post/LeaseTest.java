package iris.relay.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Now;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two relays of one room, each on a clock of its own. */
class LeaseTest {
  @TempDir Path folder;

  private final Instant start = Instant.parse("2026-11-22T14:00:00Z");

  private Now at(int seconds) {
    return new Now(start.plusSeconds(seconds), Duration.ofSeconds(1000 + seconds));
  }

  /** Its wall clock is two hours wrong, and it was started at another time. */
  private Now other(int seconds) {
    return new Now(start.plusSeconds(seconds - 7200), Duration.ofSeconds(5 + seconds));
  }

  private static boolean look(Lease lease, Now now) throws IOException {
    return lease.look(now, Map.of("t", now.wall()));
  }

  @Test
  void oneSpeaksAndTheOtherTakesOverWhenItsCountStandsStill() throws IOException {
    Lease a = new Lease(folder, "a");
    Lease b = new Lease(folder, "b");
    look(a, at(0));
    assertTrue(look(a, at(5)));
    for (int s = 10; s < 300; s += 5) {
      assertTrue(look(a, at(s)), "at " + s);
      assertFalse(look(b, other(s)), "at " + s);
    }
    int silent = 300;
    while (!look(b, other(silent))) silent += 5;
    assertTrue(silent - 300 <= Lease.DEAD.toSeconds() + 10, "taken over after " + (silent - 300) + " s");
    // The first one comes back and finds the other at work.
    assertFalse(look(a, at(silent + 5)));
    assertTrue(look(b, other(silent + 5)));
  }

  @Test
  void ofTwoThatBeginAtOnceOneIsLeft() throws IOException {
    Lease a = new Lease(folder, "a");
    Lease b = new Lease(folder, "b");
    for (int s = 0; s < 20; s += 5) {
      look(a, at(s));
      look(b, other(s));
    }
    for (int s = 20; s < 200; s += 5) assertTrue(look(a, at(s)) != look(b, other(s)), "at " + s);
  }

  @Test
  void whoTakesOverKnowsWhatMayBeMissing() throws IOException {
    Lease a = new Lease(folder, "a");
    Lease b = new Lease(folder, "b");
    Instant old = start.minusSeconds(600);
    a.look(at(0), Map.of("icinga", old, "with a blank", start));
    b.look(other(0), Map.of());
    assertEquals(Map.of("icinga", old, "with a blank", start), b.delivered());
    assertEquals(Map.of(), a.delivered());
  }

  @Test
  void aFileInHalvesIsNobodysAndIsWrittenWhole() throws IOException {
    Files.writeString(folder.resolve(Lease.FILE), "a\n");
    Lease b = new Lease(folder, "b");
    assertFalse(look(b, other(0)));
    int s = 0;
    while (!look(b, other(s))) s += 5;
    assertTrue(s <= Lease.DEAD.toSeconds() + 10);
  }

  @Test
  void aFolderThatIsGoneIsSaid() {
    assertThrows(IOException.class, () -> look(new Lease(folder.resolve("gone"), "a"), at(0)));
  }
}
