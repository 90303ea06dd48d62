package iris.rss.profile;

/** Short strings that come again and again, one copy each. A slot holds the last string of its hash: bounded. */
final class Pool {
  private static final int LONGEST = 32;
  private final String[] slots = new String[256];

  String get(char[] b, int from, int to) {
    int length = to - from;
    if (length == 0) return "";
    if (length > LONGEST) return new String(b, from, length);
    int slot = (length * 37 + b[from] * 7 + b[from + length / 2] * 3 + b[to - 1]) & 255;
    String known = slots[slot];
    if (known != null && same(known, b, from, length)) return known;
    return slots[slot] = new String(b, from, length);
  }

  private static boolean same(String known, char[] b, int from, int length) {
    if (known.length() != length) return false;
    for (int i = 0; i < length; i++) if (known.charAt(i) != b[from + i]) return false;
    return true;
  }
}
