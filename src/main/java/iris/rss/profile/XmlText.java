package iris.rss.profile;

/** Text that XML 1.0 can hold. */
final class XmlText {
  private XmlText() {}

  /** Each character that XML 1.0 has no place for (controls, half a pair, U+FFFE) becomes U+FFFD. */
  static String safe(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        i++;
      } else if (!holds(c)) {
        if (safe == null) safe = new StringBuilder(text);
        safe.setCharAt(i, '\uFFFD');
      }
    }
    return safe == null ? text : safe.toString();
  }

  private static boolean holds(char c) {
    return c >= ' ' ? !Character.isSurrogate(c) && c < 0xFFFE : c == '\n' || c == '\t' || c == '\r';
  }
}
