package iris.rss.profile;

import java.util.Arrays;

/** Short strings that come again and again, one copy each. A slot holds the last string of its hash: bounded. */
final class Pool {
  private static final int LONGEST = 32;
  private final String[] slots = new String[256];
  private final char[][] chars = new char[256][];

  String get(char[] b, int from, int to) {
    int length = to - from;
    if (length == 0) return "";
    if (length > LONGEST) return new String(b, from, length);
    int slot = (length * 37 + b[from] * 7 + b[from + length / 2] * 3 + b[to - 1]) & 255;
    char[] known = chars[slot];
    if (known != null && Arrays.equals(known, 0, known.length, b, from, to)) return slots[slot];
    chars[slot] = Arrays.copyOfRange(b, from, to);
    return slots[slot] = new String(b, from, length);
  }
}
