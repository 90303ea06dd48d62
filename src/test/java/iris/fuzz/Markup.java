package iris.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Damage that knows tags, texts and attributes, so that it gets past the first look of a parser. */
final class Markup {
  private static final List<String> ODD = List.of("", " ", "-1", "0", "1e9", "NaN", "99999999999999999999", "x", "é", "\uD83D\uDE00",
      "2026-13-41T25:61:61Z", "0001-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z", "Thu, 31 Feb 2026 99:99:99 +9999", "PT0S",
      "PT-5M", "P999999999D", "&amp;", "&#0;", "&#x1F600;", "&nbsp;", "&bomb;", "%s%n", "../../etc/passwd", "javascript:alert(1)",
      "urn:iris:signal:1", "open", "closed", "planned", "siv");
  private static final List<String> TEXTS = List.of("Resolved", "[Resolved] all fine", "RESOLVED:", "non résolu", "Investigating",
      "<p><strong>Resolved</strong> - x</p>", "&lt;br&gt;&lt;strong&gt;Monitoring&lt;/strong&gt;", "is down", "went down", "recovered",
      "]]>", "<![CDATA[x]]>", "<!-- -- -->", "<?xml version='1.0'?>", "<?pi?>", "\u202e", "\u0000", "\uFFFE", "Service disruption: ");

  private Markup() {}

  /** Some damage, or some more. @param others where pieces may come from */
  static byte[] damage(byte[] whole, Dice dice, List<byte[]> others) {
    List<String> tokens = tokens(new String(whole, StandardCharsets.ISO_8859_1));
    for (int times = 1 + dice.mostlySmall(10); times > 0; times--) once(tokens, dice, others);
    return recoded(String.join("", tokens), dice);
  }

  /** Each tag one, each text between two tags one. */
  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      boolean tag = text.charAt(at) == '<';
      int end = tag ? text.indexOf('>', at) + 1 : text.indexOf('<', at);
      if (end <= at) end = text.length();
      tokens.add(text.substring(at, end));
      at = end;
    }
    return tokens;
  }

  private static void once(List<String> tokens, Dice dice, List<byte[]> others) {
    if (tokens.isEmpty()) tokens.add("<rss/>");
    int at = dice.below(tokens.size());
    int end = Math.min(tokens.size(), at + 1 + dice.mostlySmall(60));
    switch (dice.below(13)) {
      case 0 -> tokens.subList(at, end).clear();
      case 1 -> tokens.addAll(at, List.copyOf(tokens.subList(at, end)));
      case 2 -> tokens.addAll(dice.below(tokens.size()), List.copyOf(tokens.subList(at, end)));
      case 3 -> tokens.set(at, tokens.get(dice.below(tokens.size())));
      case 4, 5, 6 -> attribute(tokens, at, dice);
      case 7, 8 -> tokens.set(text(tokens, at), latin(dice.pick(TEXTS)));
      case 9 -> tokens.add(at, latin(dice.pick(TEXTS)));
      case 10 -> deepen(tokens, at, dice);
      case 11 -> {
        List<String> more = tokens(new String(dice.pick(others), StandardCharsets.ISO_8859_1));
        int from = dice.below(more.size());
        tokens.addAll(at, List.copyOf(more.subList(from, Math.min(more.size(), from + 1 + dice.mostlySmall(80)))));
      }
      default -> head(tokens, dice);
    }
  }

  private static int text(List<String> tokens, int at) {
    for (int i = at; i < tokens.size(); i++) if (!tokens.get(i).startsWith("<")) return i;
    return at;
  }

  /** The value of some attribute of this tag or of one that follows becomes an odd one, or its name does. */
  private static void attribute(List<String> tokens, int at, Dice dice) {
    for (int i = at; i < tokens.size(); i++) {
      String tag = tokens.get(i);
      List<Integer> starts = new ArrayList<>();
      for (int from = tag.indexOf("=\""); from >= 0; from = tag.indexOf("=\"", from + 2)) starts.add(from + 2);
      if (!tag.startsWith("<") || starts.isEmpty()) continue;
      int start = dice.pick(starts);
      int end = tag.indexOf('"', start);
      if (end < 0) continue;
      tokens.set(i, switch (dice.below(4)) {
        case 0 -> tag.substring(0, start - 2) + "x" + tag.substring(start - 2);
        case 1 -> tag.substring(0, start) + tag.substring(start, end).repeat(1 + dice.mostlySmall(3_000)) + tag.substring(end);
        default -> tag.substring(0, start) + latin(dice.pick(ODD)) + tag.substring(end);
      });
      return;
    }
  }

  private static void deepen(List<String> tokens, int at, Dice dice) {
    int deep = 1 + dice.mostlySmall(3_000);
    tokens.add(at, "<a>".repeat(deep) + "</a>".repeat(dice.once(3) ? dice.below(deep) : deep));
  }

  private static void head(List<String> tokens, Dice dice) {
    tokens.add(0, latin(dice.pick(List.of("\uFEFF", " \n", "<!DOCTYPE rss [<!ENTITY bomb 'xx'>]>", "<?xml version=\"1.1\"?>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "<?xml version=\"1.0\" encoding=\"no such\"?>", "<?xml-stylesheet href='x'?>",
        "\u001f\u008b\b", "<rss xmlns:iris='urn:iris:signal:1'>", "<feed xmlns='http://www.w3.org/2005/Atom'>"))));
  }

  /** The bytes of UTF-8, one character each, as all of the text is held here. */
  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static byte[] recoded(String latin, Dice dice) {
    byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
    if (!dice.once(25)) return bytes;
    Charset other = dice.pick(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE,
        StandardCharsets.UTF_32, StandardCharsets.ISO_8859_1));
    return new String(bytes, StandardCharsets.UTF_8).getBytes(other);
  }
}
