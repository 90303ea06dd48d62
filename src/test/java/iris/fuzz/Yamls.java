package iris.fuzz;

import iris.settings.Option;
import iris.settings.Options;
import iris.settings.Section;
import iris.settings.agent.AgentExample;
import iris.words.Lang;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files of settings to begin with, made of the table of options, and damage that knows lines, keys and values. */
final class Yamls {
  static final String NOBODYS = "nobody s key";
  private static final List<String> NAMES = List.of("siv", "permits", "a", "A.b-c/d_e", "été", "\"\"", "'quoted'", "y", "1", "~");
  private static final List<String> ODD = List.of("", "~", "null", "yes", "no", "true", "-1", "0", "0.5", "1e400", "NaN", ".inf",
      "99999999999999999999", "120%", "0.999", "5m", "P1D", "PT0S", "-5m", "999999999y", "24x7", "mon-fri 08:00-18:00",
      "sat 25:00-26:00", "2026-02-31", "https://", "https://example.org/", "http://user:secret@example.org", "http://exa mple.org/",
      "http://[::1", "file:", "file:no-such-file", "file:/dev/null", "file:/dev/zero", "file:\\0", "\"\\0\"", "env:", "env:NO_SUCH",
      "env:HOME", "\"\\uD800\"", "[]", "{}", "[a, b]", "{a: b}", "[[1], {b: c}]", "\"unclosed", "'", "|", ">-", "&a x", "*a", "*nobody",
      "!!java/object x", "!x y", "? x", "- x", "# x", "@x", "`x", "%x", "\"é\u202e\"", "(", "[a-", "(?<x>", "{key}", "{nobody}", "{{{", "a=b",
      "Authorization: x", "GET", "get", "HEAD", "500..200", "200-299", "/a/b", "~/x", "host:99999", "host:1", "[::1]:80", ":", "::");

  private Yamls() {}

  /** A file of the console's or the relay's: some sections, some of their options, most of them well written. */
  static String console(Dice dice) {
    StringBuilder out = new StringBuilder();
    for (Section section : Section.values()) {
      if (dice.once(2)) continue;
      out.append(section.word()).append(":\n");
      if (!section.named()) options(section, "", "  ", dice, out);
      else for (int n = 1 + dice.mostlySmall(3); n > 0; n--) {
        out.append("  ").append(dice.once(4) ? dice.pick(NAMES) : "n" + n).append(":\n");
        options(section, dice.pick(kinds()), "    ", dice, out);
      }
    }
    return out.toString();
  }

  private static List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    for (iris.relay.Kind kind : iris.relay.Kind.values()) kinds.add(kind.word());
    return kinds;
  }

  private static void options(Section section, String kind, String indent, Dice dice, StringBuilder out) {
    String block = "";
    for (Option<?> option : section == Section.RELAY ? Options.ofTarget(kind) : Options.of(section)) {
      if (dice.once(2) && !option.required()) continue;
      int dot = option.name().indexOf('.');
      String in = dot < 0 ? "" : option.name().substring(0, dot);
      if (!in.isEmpty() && !in.equals(block)) out.append(indent).append(in).append(":\n");
      block = in;
      boolean ofKind = section == Section.RELAY && option.name().equals("kind");
      String value = dice.once(15) ? dice.pick(ODD) : ofKind ? kind : option.sample();
      out.append(indent).append(in.isEmpty() ? "" : "  ").append(option.name().substring(dot + 1)).append(": ").append(value)
          .append('\n');
    }
  }

  /** The commented model of an agent's file, some of its comments taken away. */
  static String agent(Dice dice) {
    StringBuilder out = new StringBuilder();
    for (String line : AgentExample.text(dice.once(2) ? Lang.FR : Lang.EN).lines().toList()) {
      boolean shown = line.strip().startsWith("# ") && line.contains(":") && dice.once(6);
      out.append(shown ? line.replaceFirst("# ", "") : line).append('\n');
    }
    return out.toString();
  }

  /** Some damage, or some more. */
  static byte[] damage(String whole, Dice dice, List<byte[]> others) {
    List<String> lines = new ArrayList<>(whole.lines().toList());
    for (int times = dice.mostlySmall(8); times > 0; times--) once(lines, dice);
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return dice.once(4) ? Bytes.damage(bytes, dice, others) : bytes;
  }

  private static void once(List<String> lines, Dice dice) {
    if (lines.isEmpty()) lines.add("feeds:");
    int at = dice.below(lines.size());
    String line = lines.get(at);
    int colon = line.indexOf(": ");
    switch (dice.below(13)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> lines.add(dice.below(lines.size()), line);
      case 3 -> lines.set(at, " ".repeat(dice.below(6)) + line.strip());
      case 4, 5, 6 -> lines.set(at, (colon < 0 ? line + " " : line.substring(0, colon + 2)) + dice.pick(ODD));
      case 7 -> lines.set(at, misspelt(line, dice));
      case 8 -> lines.add(at, line.substring(0, line.length() - line.stripLeading().length()) + NOBODYS + ": x");
      case 9 -> lines.set(at, (colon < 0 ? line + " " : line.substring(0, colon + 2)) + deep(dice));
      case 10 -> lines.set(at, line.replaceFirst("( *)(\\S+?):", "$1? $2" + "x".repeat(dice.mostlySmall(20_000)) + "\n$1:"));
      case 11 -> lines.addAll(at, many(line, dice));
      default -> lines.set(at, "\t" + line);
    }
  }

  private static String misspelt(String line, Dice dice) {
    if (line.length() < 4) return line + "x";
    int at = 1 + dice.below(line.length() - 2);
    return dice.once(2) ? line.substring(0, at) + line.substring(at + 1)
        : line.substring(0, at) + line.charAt(at + 1) + line.charAt(at) + line.substring(at + 2);
  }

  private static String deep(Dice dice) {
    int deep = 1 + dice.mostlySmall(20_000);
    return dice.once(2) ? "[".repeat(deep) + (dice.once(2) ? "]".repeat(deep) : "") : "{a: ".repeat(deep) + (dice.once(2) ? "}".repeat(deep) : "");
  }

  private static List<String> many(String line, Dice dice) {
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    List<String> more = new ArrayList<>();
    if (dice.once(2)) {
      for (int n = dice.mostlySmall(3_000); n > 0; n--) more.add(indent + "k" + n + ": x");
      return more;
    }
    // Each names the one before ten times.
    more.add(indent + "a0: &a0 [x, x]");
    for (int n = 1; n < 30; n++) more.add(indent + "a" + n + ": &a" + n + " [" + "*a" + (n - 1) + ", *a".concat((n - 1) + ", ").repeat(9) + "x]");
    return more;
  }
}
