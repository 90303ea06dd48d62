package iris.relay;

import java.nio.charset.StandardCharsets;

/** Text of a feed made harmless for a server. What a feed says is hostile until proven dull. */
public final class Plain {
  /** What a Nagios server may hand to a shell, or take for a separator of its own. */
  private static final String NAGIOS = "`$()<>|&;'\"\\";

  /** Bytes of what a feed or a server said, where a terminal shows it. */
  public static final int SHOWN = 1_000;

  private Plain() {}

  /** One line without control characters, cut to {@code most} bytes of UTF-8 at a whole character. */
  public static String line(String text, int most) {
    return cut(text.codePoints().map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(Plain::printed)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString().replaceAll(" +", " ").strip(), most);
  }

  /** The same without what a shell or the separators of a Nagios line would make something of. */
  public static String nagios(String text, int most) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(c -> NAGIOS.indexOf(c) >= 0 ? ' ' : c).forEach(out::appendCodePoint);
    return line(out.toString(), most);
  }

  /** Formats and the turners of writing direction are not printed: they make a line read as another. */
  private static boolean printed(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
          Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }

  /** At most {@code most} bytes of UTF-8, no character in halves; an ellipsis tells that something was cut. */
  public static String cut(String text, int most) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= most) return text;
    StringBuilder out = new StringBuilder();
    int bytes = "…".getBytes(StandardCharsets.UTF_8).length;
    for (int c : text.codePoints().toArray()) {
      bytes += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > most) break;
      out.appendCodePoint(c);
    }
    return out.append('…').toString();
  }
}
