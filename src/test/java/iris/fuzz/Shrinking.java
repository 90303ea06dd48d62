package iris.fuzz;

import java.util.Arrays;
import java.util.function.Predicate;

/** Makes an input small that still breaks the same promise, so that a person can read it. */
final class Shrinking {
  private Shrinking() {}

  /** @param steps how many inputs are tried at most */
  static byte[] of(byte[] input, int steps, Predicate<byte[]> still) {
    byte[] small = input;
    int left = steps;
    for (int piece = Math.max(1, small.length / 2); piece >= 1; piece = piece == 1 ? 0 : piece / 2)
      for (int at = 0; at < small.length && left > 0; left--) {
        byte[] less = Bytes.splice(small, at, Math.min(small.length, at + piece), new byte[0]);
        if (less.length < small.length && still.test(less)) small = less;
        else at += piece;
      }
    return Arrays.copyOf(small, small.length);
  }
}
