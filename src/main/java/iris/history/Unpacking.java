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
