package iris.agent.source;

import java.nio.charset.StandardCharsets;

/** What could not be read, made fit to be shown: short, one line, nothing that a terminal would obey. */
public final class Excerpt {
  private static final int LENGTH = 200;

  private Excerpt() {}

  /** At most 200 characters of the bytes from {@code from}, inclusive, to {@code to}, exclusive. */
  public static String of(byte[] bytes, int from, int to) {
    // A character has four bytes at most.
    int end = Math.min(to, from + 4 * LENGTH + 4);
    return of(new String(bytes, from, end - from, StandardCharsets.UTF_8));
  }

  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LENGTH).forEach(c -> {
      if (shown.length() + Character.charCount(c) <= LENGTH) shown.appendCodePoint(harmless(c) ? c : '\uFFFD');
    });
    return shown.toString();
  }

  /** No control characters, no characters that turn the direction of the text round, no halves of pairs. */
  private static boolean harmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
      default -> true;
    };
  }
}
