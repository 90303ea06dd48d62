package iris.notify;

/** Text of a feed made harmless for a desktop. What a feed says is hostile until proven dull. */
public final class Plain {
  private Plain() {}

  /** One line of at most {@code limit} characters. */
  public static String line(String text, int limit) {
    return clean(text.replaceAll("\\s+", " ").strip(), limit);
  }

  /** Lines, of at most {@code limit} characters together. */
  public static String lines(String text, int limit) {
    return clean(text.strip(), limit);
  }

  private static String clean(String text, int limit) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), limit));
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (out.length() + Character.charCount(c) > limit - 1 && i < text.length()) return out.append('…').toString();
      if (harmless(c)) out.appendCodePoint(c);
    }
    return out.toString();
  }

  /**
   * No control characters, no marks that turn the reading direction around (a title could read backwards), no halves of
   * a pair (they are not UTF-8, and the bus hangs up on them).
   */
  private static boolean harmless(int c) {
    if (c == '\n') return true;
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
      case Character.FORMAT -> c == 0x200D;
      default -> true;
    };
  }
}
