package iris.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Origin;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Instant FROM = Instant.parse("2026-11-22T14:05:00Z");

  private static Tally tally(long seed, int transactions) {
    Random random = new Random(seed);
    Tally tally = new Tally(FROM);
    for (int i = 0; i < transactions; i++) {
      long millis = (long) Math.exp(6 + random.nextGaussian());
      if (random.nextInt(50) == 0) tally.failed(Origin.values()[random.nextInt(4)], millis);
      else tally.good(millis);
      if (random.nextInt(3) > 0) tally.response("ants", millis / 2);
      if (random.nextInt(30) == 0) tally.response("fournisseur « é »", millis / 3);
    }
    return tally;
  }

  private static void same(Tally a, Tally b) {
    assertEquals(a.from(), b.from());
    assertEquals(a.total(), b.total());
    assertEquals(a.failures(), b.failures());
    assertEquals(a.whole(), b.whole());
    assertEquals(a.responses(), b.responses());
  }

  @Test
  void aTallyIsReadAsItWasWrittenAndCountsOn() {
    for (int transactions : new int[] {0, 1, 100, 20_000}) {
      Tally tally = tally(transactions, transactions);
      Tally read = Tally.decode(tally.encode());
      same(tally, read);
      read.good(Long.MAX_VALUE);
      tally.good(Long.MAX_VALUE);
      read.add(tally(7, 100));
      tally.add(tally(7, 100));
      same(tally, read);
    }
  }

  @Test
  void aCopyOwesNothingToTheFirst() {
    Tally tally = tally(1, 500);
    Tally copy = tally.copy();
    same(tally, copy);
    copy.failed(Origin.NETWORK, 12);
    copy.response("ants", 5);
    same(tally, tally(1, 500));
  }

  @Test
  void damagedBytesAreRefusedAndNothingElseIsThrown() {
    byte[] whole = tally(3, 300).encode();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(IllegalArgumentException.class, () -> Tally.decode(cut));
    }
    Random random = new Random(4);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        Tally.decode(damaged);
      } catch (IllegalArgumentException expected) {
        refused++;
      }
    }
    assertTrue(refused > 100, "refused " + refused);
  }

  @Test
  void mergingAThousandTalliesIsCheap() {
    Tally[] tallies = new Tally[1000];
    for (int i = 0; i < tallies.length; i++) tallies[i] = tally(i, 50);
    long best = Long.MAX_VALUE;
    Tally sum = new Tally(FROM);
    for (int round = 0; round < 5; round++) {
      sum = new Tally(FROM);
      long start = System.nanoTime();
      for (Tally t : tallies) {
        Tally next = sum.copy();
        next.add(t);
        sum = next;
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    assertEquals(50_000, sum.total());
    long millis = best / 1_000_000;
    assertTrue(millis < 10_000, () -> "1,000 tallies, each copied and merged, took " + millis + " ms");
  }
}
