package iris.rss.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The named characters of HTML. */
final class Entities {
  private static final Map<String, Integer> NAMED = read();
  private static final int LONGEST = 12;

  private Entities() {}

  private static Map<String, Integer> read() {
    Properties file = new Properties();
    try (InputStream in = Entities.class.getResourceAsStream("entities.properties")) {
      if (in == null) throw new IllegalStateException("the program is damaged: no entities.properties");
      file.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Integer> named = new HashMap<>();
    file.forEach((name, code) -> named.put((String) name, Integer.valueOf((String) code)));
    return Map.copyOf(named);
  }

  /** The code point of {@code name}, as {@code eacute}, {@code #233} or {@code #xE9}; -1 for none. */
  static int codePoint(String name) {
    if (!name.startsWith("#")) return NAMED.getOrDefault(name, -1);
    boolean hex = name.length() > 1 && (name.charAt(1) | 32) == 'x';
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(code) && code > 0 ? code : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** The name between '&' at {@code at} and its ';', or empty where there is none near. */
  static String nameAt(CharSequence text, int at) {
    for (int i = at + 1; i < text.length() && i <= at + LONGEST; i++) {
      char c = text.charAt(i);
      if (c == ';') return text.subSequence(at + 1, i).toString();
      if (c != '#' && !Character.isLetterOrDigit(c)) return "";
    }
    return "";
  }

  /** Markup-free text with its entities resolved. */
  static String decode(String text) {
    int amp = text.indexOf('&');
    if (amp < 0) return text;
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (; amp >= 0; amp = text.indexOf('&', amp + 1)) {
      String name = nameAt(text, amp);
      int code = name.isEmpty() ? -1 : codePoint(name);
      if (code < 0) continue;
      out.append(text, from, amp).appendCodePoint(code);
      from = amp + name.length() + 2;
    }
    return out.append(text, from, text.length()).toString();
  }
}
