package iris.rss;

/**
 * Texts of strangers, made safe to show, log and keep. What could drive a terminal (C0, DEL and C1 controls) or turn
 * the reading order around (bidirectional overrides and isolates) becomes U+FFFD; newlines and tabs stay. Texts that
 * need nothing come back as they are, without a copy.
 */
public final class Texts {
  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /** Trimmed, at most {@code max} UTF-16 units (an ellipsis tells of the cut), newlines kept. */
  public static String clean(String text, int max) {
    String t = text.strip();
    boolean cut = t.length() > max;
    if (cut) t = t.substring(0, Character.isHighSurrogate(t.charAt(max - 2)) ? max - 2 : max - 1) + '…';
    for (int i = 0; i < t.length(); i++) if (hurts(t.charAt(i))) return neutral(t);
    return t;
  }

  /** As {@link #clean}, on one line: a text with line breaks or tabs has each run of white space as one space. */
  public static String line(String text, int max) {
    String t = clean(text, max);
    for (int i = 0; i < t.length(); i++) if (isBreak(t.charAt(i))) return collapsed(t);
    return t;
  }

  /**
   * Whether {@link #line} (or {@link #clean}) would return these characters as they are. One look at a parser's buffer
   * is far cheaper than three at the String made of it, and nearly all texts of nearly all feeds are tidy.
   */
  public static boolean isTidy(char[] b, int from, int length, int max, boolean line) {
    if (length == 0) return true;
    int to = from + length;
    if (length > max || Character.isWhitespace(b[from]) || Character.isWhitespace(b[to - 1])) return false;
    for (int i = from; i < to; i++) {
      char c = b[i];
      if (c >= ' ' && c < 0x7F) continue;
      if (hurts(c) || line && isBreak(c)) return false;
    }
    return true;
  }

  private static boolean hurts(char c) {
    if (c >= ' ' && c < 0x7F) return false;
    if (c < 0xA0) return c != '\n' && c != '\t' && c != '\r' || c == 0x7F;
    return c >= 0x200E && isTurn(c) || c >= 0xFFFE;
  }

  private static boolean isTurn(char c) {
    return c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  private static String neutral(String t) {
    char[] chars = t.toCharArray();
    for (int i = 0; i < chars.length; i++) if (hurts(chars[i])) chars[i] = REPLACEMENT;
    return new String(chars);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\t' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  private static String collapsed(String t) {
    StringBuilder line = new StringBuilder(t.length());
    boolean gap = false;
    for (int i = 0; i < t.length(); i++) {
      char c = t.charAt(i);
      boolean space = c == ' ' || isBreak(c);
      if (!space) line.append(c);
      else if (!gap) line.append(' ');
      gap = space;
    }
    return line.toString();
  }
}
