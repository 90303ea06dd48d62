package iris.app.service;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of PowerShell as is needed to see that a script of ours is whole. */
final class PowerShell {
  private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)(?!:)\\b(?!:)");
  private static final Pattern ASSIGNED = Pattern.compile("(?:\\]\\s*|,\\s*|^\\s*|[({;]\\s*)\\$(\\w+)(?=\\s*(=[^=]|\\)|,))", Pattern.MULTILINE);
  private static final Set<String> OWN = Set.of("true", "false", "null", "_", "lastexitcode", "args", "psscriptroot", "env");

  private PowerShell() {}

  /** What is open at the end, or closed without having been opened; empty where all is well. */
  static String open(String text) {
    Deque<Character> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '#' -> i = end(text, i, "\n");
        case '`' -> i++;
        case '\'' -> {
          i = end(text, i + 1, "'");
          if (i >= text.length()) return "'";
        }
        case '"' -> {
          i = quoted(text, i + 1);
          if (i >= text.length()) return "\"";
        }
        case '(', '{', '[' -> open.push(c);
        case ')', '}', ']' -> {
          char wanted = c == ')' ? '(' : c == '}' ? '{' : '[';
          if (open.isEmpty() || open.pop() != wanted) return text.substring(i, Math.min(text.length(), i + 20));
        }
        default -> { }
      }
    }
    return open.isEmpty() ? "" : open.toString();
  }

  private static int end(String text, int from, String what) {
    int at = text.indexOf(what, from);
    return at < 0 ? text.length() : at;
  }

  private static int quoted(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '"') i += text.charAt(i) == '`' ? 2 : 1;
    return i;
  }

  /** Variables that nothing gives a value to. */
  static List<String> unnamed(String text) {
    String code = text.replaceAll("(?m)^\\s*#.*$", "");
    Set<String> named = new HashSet<>(OWN);
    Matcher given = ASSIGNED.matcher(code);
    while (given.find()) named.add(given.group(1).toLowerCase(Locale.ROOT));
    List<String> unnamed = new ArrayList<>();
    Matcher used = VARIABLE.matcher(code);
    while (used.find()) if (!named.contains(used.group(1).toLowerCase(Locale.ROOT))) unnamed.add(used.group());
    return unnamed;
  }

  /** The files beside the script that it starts. */
  static List<String> files(String text) {
    List<String> all = new ArrayList<>();
    Matcher m = Pattern.compile("\\.\\\\([\\w.-]+)").matcher(text);
    while (m.find()) all.add(m.group(1));
    return all;
  }
}
