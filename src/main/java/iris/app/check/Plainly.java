package iris.app.check;

/** Words of strangers on a terminal: one line, nothing that could drive it. */
final class Plainly {
  private static final int MOST = 160;

  private Plainly() {}

  static String line(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && out.length() < MOST; i++) {
      char c = text.charAt(i);
      boolean drives = c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029
          || c >= 0x200E && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
      out.append(drives ? ' ' : c);
    }
    if (out.length() < MOST) return out.toString().strip();
    // Never half a character.
    int end = Character.isHighSurrogate(out.charAt(MOST - 2)) ? MOST - 2 : MOST - 1;
    return out.substring(0, end).strip() + "…";
  }
}
