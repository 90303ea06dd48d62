package iris.history;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Numbers, words and bytes one after the other, small numbers in few bytes. Read back by {@link Unpacking}. */
final class Packing {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

  /** Seven bits a byte; a negative number is folded between the positive ones. */
  Packing number(long n) {
    for (long left = n << 1 ^ n >> 63; ; left >>>= 7) {
      if ((left & ~0x7fL) == 0) {
        out.write((int) left);
        return this;
      }
      out.write((int) (left & 0x7f | 0x80));
    }
  }

  /** All eight bytes: for what is spread over all of them, as a hash is. */
  Packing whole(long n) {
    for (int shift = 56; shift >= 0; shift -= 8) out.write((int) (n >>> shift));
    return this;
  }

  /** Seconds and sums are mostly without a fraction: such a one is a number, any other takes all its bytes. */
  Packing decimal(double d) {
    long n = (long) d;
    if (n == d && Math.abs(n) < 1L << 52) return number(n << 1);
    number(1);
    return whole(Double.doubleToRawLongBits(d));
  }

  Packing text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A text by what it shares with the begin of another one, letter by letter a byte where that will do. */
  Packing like(String before, String text) {
    int most = Math.min(before.length(), text.length());
    int common = 0;
    while (common < most && before.charAt(common) == text.charAt(common)) common++;
    // The two halves of one letter stay together.
    if (common > 0 && Character.isHighSurrogate(text.charAt(common - 1))) common--;
    String end = text.substring(common);
    boolean plain = end.chars().allMatch(c -> c < 256);
    number((long) common << 1 | (plain ? 0 : 1));
    return bytes(end.getBytes(plain ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
  }

  Packing bytes(byte[] bytes) {
    number(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  byte[] done() {
    return out.toByteArray();
  }
}
