package iris.settings.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random edits on random documents with comments: what was asked for is there, and every other line as it was. */
class RandomEditsTest {
  private static final List<String> VALUES = List.of("dark", "\"q # q\"", "'s, s'", "[x, y]", "~", "", "12", "a: b".replace(": ", ":"),
      "|\n@      two\n@      lines", ">-\n@      folded", "&anchor v", "été 🚗", "https://x.example/?a=b#c");
  private static final List<String> NEW = List.of("v", "1", "two words", "x: y", "", "#", "it's", "a\tb", "-", "🚗", "a, b", "\"");

  private final SplittableRandom dice;

  RandomEditsTest() {
    dice = new SplittableRandom(4);
  }

  private <T> T one(List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }

  /** Two levels of blocks, with everything that people do between them. */
  private String document() {
    StringBuilder out = new StringBuilder();
    if (dice.nextInt(6) == 0) out.append("# head\n---\n");
    String in = " ".repeat(1 + dice.nextInt(4));
    for (int s = 0; s < 1 + dice.nextInt(4); s++) {
      noise(out, "");
      if (dice.nextInt(5) == 0) {
        out.append("s").append(s).append(": {k0: a, k1: 'b, c'").append(dice.nextBoolean() ? "," : "").append("}\n");
        continue;
      }
      out.append("s").append(s).append(":").append(one(List.of("", "  ", " # section"))).append("\n");
      for (int k = 0; k < dice.nextInt(5); k++) {
        noise(out, in);
        String value = one(VALUES).replace("@", in).replace("anchor", "a" + s + k);
        out.append(in).append("k").append(k).append(":").append(value.isEmpty() ? "" : one(List.of(" ", "   ", "\t")))
            .append(value).append(value.contains("\n") ? "" : one(List.of("", " ", "   # beside " + s + k))).append("\n");
      }
    }
    if (dice.nextInt(5) == 0) out.append("...\n");
    String text = dice.nextInt(4) == 0 ? out.toString().replace("\n", "\r\n") : out.toString();
    return dice.nextInt(6) == 0 ? text.stripTrailing() : text;
  }

  private void noise(StringBuilder out, String in) {
    while (dice.nextInt(3) == 0) out.append(one(List.of("", in + "# a comment: {k0: 9}", "#k1: off", "   "))).append("\n");
  }

  @Test
  void changeOnlyWhatTheySay() throws Exception {
    int made = 0;
    for (int run = 0; run < 4_000; run++) {
      String before = document();
      if (Sheet.of(before).isEmpty()) continue;
      List<String> path = List.of("s" + dice.nextInt(5), "k" + dice.nextInt(6));
      Optional<String> value = dice.nextInt(3) == 0 ? Optional.empty() : Optional.of(one(NEW));
      try {
        String after = value.isPresent() ? Stroke.set(before, path, value.get()) : Stroke.unset(before, path);
        assertTrue(Meant.holds(before, after, path, value), before + "\n->\n" + after);
        othersStay(before, after);
        made++;
      } catch (Stroke.ByHand refused) {
        assertTrue(before.contains("&") || refused.why().key().startsWith("settings.edit."), before);
      }
    }
    assertTrue(made > 3_000, made + " edits were made");
  }

  /** The first and the last line that differ enclose one place; all comments are still there, in their order. */
  private static void othersStay(String before, String after) {
    assertEquals(comments(before), comments(after), before + "\n->\n" + after);
    int front = 0;
    int most = Math.min(before.length(), after.length());
    while (front < most && before.charAt(front) == after.charAt(front)) front++;
    int back = 0;
    while (back < most - front && before.charAt(before.length() - 1 - back) == after.charAt(after.length() - 1 - back))
      back++;
    String gone = before.substring(front, before.length() - back);
    assertTrue(gone.lines().filter(l -> l.stripLeading().startsWith("k")).count() <= 1, gone);
  }

  private static List<String> comments(String text) {
    List<String> all = new ArrayList<>();
    text.lines().forEach(line -> {
      for (String mark : List.of("# head", "# section", "# a comment: {k0: 9}", "#k1: off", "# beside"))
        if (line.contains(mark)) all.add(line.substring(line.indexOf(mark)));
    });
    return all;
  }
}
