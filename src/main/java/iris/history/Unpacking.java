package iris.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What {@link Packing} put one after the other. Anything else is an {@link IllegalArgumentException}: a damaged store. */
final class Unpacking {
  private final byte[] in;
  private int at;

  Unpacking(byte[] in) {
    if (in == null) throw new IllegalArgumentException("no bytes");
    this.in = in;
  }

  long number() {
    long n = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = next();
      n |= (long) (b & 0x7f) << shift;
      if (b >= 0) return n >>> 1 ^ -(n & 1);
    }
    throw new IllegalArgumentException("a number too long");
  }

  /** @throws IllegalArgumentException beyond {@code most}, which no row of ours reaches */
  int count(int most) {
    long n = number();
    if (n < 0 || n > most) throw new IllegalArgumentException("a count of " + n);
    return (int) n;
  }

  /** How many follow: each takes a byte or more. */
  int size() {
    return count(in.length - at);
  }

  long whole() {
    long n = 0;
    for (int i = 0; i < 8; i++) n = n << 8 | next() & 0xff;
    return n;
  }

  double decimal() {
    long n = number();
    return (n & 1) == 0 ? n >> 1 : Double.longBitsToDouble(whole());
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** What {@link Packing#like} wrote, with the same text before it. */
  String like(String before) {
    long n = number();
    if (n < 0 || n >> 1 > before.length()) throw new IllegalArgumentException("more shared than there is: " + n);
    int length = size();
    at += length;
    String end = new String(in, at - length, length, (n & 1) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    int common = (int) (n >> 1);
    return common == before.length() && end.isEmpty() ? before : before.substring(0, common).concat(end);
  }

  byte[] bytes() {
    int length = size();
    at += length;
    return Arrays.copyOfRange(in, at - length, at);
  }

  private byte next() {
    if (at >= in.length) throw new IllegalArgumentException("bytes cut short");
    return in[at++];
  }
}
