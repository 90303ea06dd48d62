package iris.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that comes out the same for the same seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** 0 to {@code n - 1}; 0 where there is nothing to choose from. */
  int below(int n) {
    return n <= 1 ? 0 : random.nextInt(n);
  }

  /** Small numbers are likely, large ones happen. */
  int mostlySmall(int most) {
    return below(1 + below(1 + below(most)));
  }

  boolean once(int in) {
    return below(in) == 0;
  }

  long number() {
    return random.nextLong();
  }

  byte octet() {
    return (byte) random.nextInt(256);
  }

  <T> T pick(List<T> all) {
    return all.get(below(all.size()));
  }
}
