package iris.report.html;

/** Text as it stands in HTML and SVG, in an element or between double quotes. */
final class Escape {
  private Escape() {}

  /** What no XML may hold is left out: feeds and people name things as they like. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\t', '\n', '\r' -> out.append(' ');
        default -> {
          if (c >= 0x20 && !(c >= 0x7f && c < 0xa0) && !(c >= 0xd800 && c < 0xe000) && c != 0xfffe && c != 0xffff)
            out.appendCodePoint(c);
        }
      }
    });
    return out.toString();
  }
}
