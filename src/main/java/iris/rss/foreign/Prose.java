package iris.rss.foreign;

import iris.rss.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Markup, taken apart in one pass from left to right; nothing in it can make the pass longer than the text. */
final class Prose {
  private static final Set<String> BREAKS = Set.of("p", "div", "li", "ul", "ol", "hr", "tr", "table", "h1", "h2", "h3",
      "h4", "h5", "h6", "section", "article", "blockquote", "pre", "td");

  private Prose() {}

  /** A tag ({@code name} in lower case, {@code /name} when it closes) or, where {@code name} is empty, a text. */
  record Piece(String name, String text) {
    boolean isText() {
      return name.isEmpty();
    }
  }

  static List<Piece> pieces(String html) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    while (from < html.length()) {
      int open = html.indexOf('<', from);
      while (open >= 0 && !isTag(html, open)) open = html.indexOf('<', open + 1);
      int close = open < 0 ? -1 : html.indexOf('>', open);
      if (close < 0) {
        text(pieces, html.substring(from));
        return pieces;
      }
      text(pieces, html.substring(from, open));
      pieces.add(new Piece(name(html, open + 1, close), ""));
      from = close + 1;
    }
    return pieces;
  }

  private static boolean isTag(String html, int open) {
    if (open + 1 >= html.length()) return false;
    char c = html.charAt(open + 1);
    return Character.isLetter(c) || c == '/' || c == '!' || c == '?';
  }

  private static void text(List<Piece> pieces, String raw) {
    if (!raw.isEmpty()) pieces.add(new Piece("", Entities.decode(raw)));
  }

  private static String name(String html, int from, int end) {
    int to = from;
    while (to < end && to - from < 16 && !Character.isWhitespace(html.charAt(to))) {
      if (html.charAt(to) == '/' && to > from) break;
      to++;
    }
    return html.substring(from, to).toLowerCase(Locale.ROOT);
  }

  /** The paragraphs in document order, each on one line, the empty ones left out. */
  static List<String> paragraphs(String html) {
    List<String> out = new ArrayList<>();
    StringBuilder now = new StringBuilder();
    boolean br = false;
    for (Piece piece : pieces(html)) {
      if (piece.isText()) {
        String[] parts = piece.text().split("\n[ \t\r]*\n", -1);
        for (int i = 0; i < parts.length; i++) {
          if (i > 0) flush(now, out);
          now.append(parts[i]);
        }
        if (!piece.text().isBlank()) br = false;
      } else {
        String name = piece.name().startsWith("/") ? piece.name().substring(1) : piece.name();
        if (BREAKS.contains(name) || name.equals("br") && br) flush(now, out);
        br = name.equals("br");
        if (br) now.append('\n');
      }
    }
    flush(now, out);
    return out;
  }

  private static void flush(StringBuilder now, List<String> out) {
    String line = Texts.line(now.toString().replace('\u00a0', ' '), Math.max(16, now.length() + 1));
    now.setLength(0);
    if (!line.isEmpty()) out.add(line);
  }

  /** All of it on one line. */
  static String plain(String html) {
    return String.join(" ", paragraphs(html));
  }
}
