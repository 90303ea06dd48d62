package iris.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a corrector looks for in all French messages. A failure names the message and shows the place.
 *
 * <p>Spaces that must not break a line: a narrow one (U+202F) before ; ! and ?, a full one (U+00A0) before a colon, a
 * percent sign and within guillemets. What a person types into a file ({@code share: 30%}), the signs of an address and
 * those of a pattern belong to no sentence.
 */
class TypographyTest {
  private static final Map<String, Pattern> WRONG = new TreeMap<>(Map.of(
      "a typewriter's apostrophe", Pattern.compile("(?<=\\p{L})'(?=[\\p{L}\\d{«])"),
      "no narrow space before ; ! ?", Pattern.compile("(?<=[\\p{L}} ]|(?<!«)\\u00a0)[;!?](?=[\\s»)]|$)"),
      "no fixed space before a colon", Pattern.compile("(?<=[ \\u202f]):(?=\\s|$)"),
      "no fixed space within «", Pattern.compile("«(?!\\u00a0)"),
      "no fixed space within »", Pattern.compile("(?<!\\u00a0)»"),
      "no fixed space before %", Pattern.compile("[}\\d] %")));

  private static Map<String, String> french() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/iris/words"))) {
      for (Path file : files.filter(f -> f.toString().endsWith("_fr.properties")).toList()) {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
          words.load(in);
        }
        words.forEach((key, text) -> all.put((String) key, (String) text));
      }
    }
    return all;
  }

  private static List<String> found(String key, String text) {
    List<String> found = new ArrayList<>();
    WRONG.forEach((what, pattern) -> pattern.matcher(text).results().map(MatchResult::start).forEach(at -> found.add(
        key + ": " + what + ": …" + text.substring(Math.max(0, at - 12), Math.min(text.length(), at + 8)) + "…")));
    return found;
  }

  @Test
  void frenchMessagesAreSetAsFrenchIs() throws IOException {
    Map<String, String> french = french();
    assertTrue(french.size() > 1_000, "these are not all messages: " + french.size());
    List<String> wrong = new ArrayList<>();
    french.forEach((key, text) -> wrong.addAll(found(key, text)));
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  void aCorrectorWouldFindEachOfThese() {
    for (String wrong : List.of("l'agent", "d'{0}", "fini ;", "fini; oui", "quoi ?", "quoi\u00a0!", "voici : {0}", "{0} :",
        "« {0}\u00a0»", "«\u00a0{0} »", "{0} %"))
      assertEquals(1, found("key", wrong).size(), wrong);
    for (String right : List.of("l’agent", "quoi\u202f?", "voici\u00a0: 15:12", "«\u00a0{0}\u00a0»", "(?<{0}>…)", "'siv'",
        "mailto:a@example.org?subject=SIV", "https://example.org/", "{0}\u00a0%", "{0:time}", "share: 30%",
        "«\u00a0?\u00a0» montre les touches"))
      assertEquals(List.of(), found("key", right), right);
  }
}
