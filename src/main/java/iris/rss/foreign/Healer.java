package iris.rss.foreign;

import java.util.Set;

/**
 * Second chance for a document that is no XML for small reasons only: named HTML entities that nobody declared, a bare
 * ampersand, control characters. Structure is never guessed: a cut document stays cut.
 */
final class Healer {
  private static final Set<String> XML = Set.of("amp", "lt", "gt", "quot", "apos");

  private Healer() {}

  /** The same text, with the same lines, or another one that a parser may like better. */
  static String heal(String text) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int skip = c == '<' ? verbatim(text, at) : 0;
      if (skip > 0) {
        for (int i = at; i < at + skip; i++) if (!forbidden(text.charAt(i))) out.append(text.charAt(i));
        at += skip;
      } else if (c == '&') {
        at += ampersand(text, at, out);
      } else {
        if (!forbidden(c)) out.append(c);
        at++;
      }
    }
    return out.length() == text.length() && text.contentEquals(out) ? text : out.toString();
  }

  /** Writes what stands at the ampersand; answers how many characters it took. */
  private static int ampersand(String text, int at, StringBuilder out) {
    String name = Entities.nameAt(text, at);
    int code = name.isEmpty() ? -1 : Entities.codePoint(name);
    if (code < 0) {
      out.append("&amp;");
      return 1;
    }
    if (XML.contains(name)) out.append('&').append(name).append(';');
    else if (code > ' ' || code == '\n' || code == '\t') out.append("&#").append(code).append(';');
    else out.append(' ');
    return name.length() + 2;
  }

  /** Length of the CDATA section or comment that begins here, which is copied as it is; 0 for neither. */
  private static int verbatim(String text, int at) {
    String end = text.startsWith("<![CDATA[", at) ? "]]>" : text.startsWith("<!--", at) ? "-->" : null;
    if (end == null) return 0;
    int close = text.indexOf(end, at);
    return close < 0 ? text.length() - at : close + end.length() - at;
  }

  private static boolean forbidden(char c) {
    return c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == '\uFFFE' || c == '\uFFFF';
  }
}
