package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.settings.ConfigText;
import iris.settings.Reading;
import iris.settings.SettingsReader;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guides of the three readers: nothing in them leads nowhere, and no command or key of theirs is made up. */
class GuideTest {
  private static final Path DOCS = Path.of("src", "docs");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
  private static final Pattern COMMAND = Pattern.compile("`(iris [^`]*)`");
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  private static String guide(Order.Help.Topic topic, Lang lang) throws Exception {
    return Files.readString(DOCS.resolve((topic + "." + lang + ".md").toLowerCase(Locale.ROOT)));
  }

  private static List<String> all(Pattern what, String guide) {
    return what.matcher(guide).results().map((MatchResult m) -> m.group(1)).toList();
  }

  @ParameterizedTest
  @CsvSource({"OPERATOR,FR", "OPERATOR,EN", "ADMINISTRATOR,FR", "ADMINISTRATOR,EN", "PROVIDER,FR", "PROVIDER,EN"})
  void everyLinkAndPictureIsThere(Order.Help.Topic topic, Lang lang) throws Exception {
    for (String link : all(LINK, guide(topic, lang)))
      assertTrue(Files.exists(DOCS.resolve(link).normalize()), () -> topic + " leads to " + link);
  }

  @ParameterizedTest
  @CsvSource({"OPERATOR,FR", "OPERATOR,EN", "ADMINISTRATOR,FR", "ADMINISTRATOR,EN", "PROVIDER,FR", "PROVIDER,EN"})
  void everyCommandIsOne(Order.Help.Topic topic, Lang lang) throws Exception {
    List<String> commands = all(COMMAND, guide(topic, lang));
    assertTrue(commands.size() >= 2, commands::toString);
    for (String command : commands) {
      String[] words = words(command);
      // One that is only named, not given.
      if (words.length == 1 && !words[0].startsWith("-")) words = new String[] {"help", words[0]};
      assertInstanceOf(Order.class, Orders.of(words), command);
    }
  }

  /** As a shell cuts it, without what it keeps for itself. */
  private static String[] words(String command) {
    String plain = command.split(" > ")[0].substring("iris".length()).strip();
    return Pattern.compile("\"[^\"]*\"|\\S+").matcher(plain).results().map(m -> m.group().replace("\"", "")).toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({"ADMINISTRATOR,FR", "ADMINISTRATOR,EN"})
  void itsConfigurationIsTaken(Order.Help.Topic topic, Lang lang) throws Exception {
    List<String> examples = all(YAML, guide(topic, lang));
    assertEquals(1, examples.size());
    assertInstanceOf(Reading.Good.class,
        SettingsReader.read(List.of(new ConfigText("guide", Path.of("/etc/iris"), examples.getFirst().stripIndent(), false))));
  }

  @ParameterizedTest
  @CsvSource({"OPERATOR", "ADMINISTRATOR", "PROVIDER"})
  void bothLanguagesSayTheSameInTheSameOrder(Order.Help.Topic topic) throws Exception {
    assertEquals(frame(guide(topic, Lang.FR)), frame(guide(topic, Lang.EN)));
  }

  /** What each line is, without its words. */
  private static List<String> frame(String guide) {
    List<String> frame = new ArrayList<>();
    for (String line : guide.lines().toList()) {
      if (line.startsWith("#")) frame.add(line.substring(0, line.lastIndexOf('#') + 1));
      else if (line.startsWith("- ") || line.startsWith("![") || line.strip().startsWith("```")) frame.add(line.strip().substring(0, 2));
      else if (line.matches("\\d+\\. .*")) frame.add(line.substring(0, 2));
    }
    return frame;
  }

  @ParameterizedTest
  @CsvSource({"OPERATOR,FR", "OPERATOR,EN", "ADMINISTRATOR,FR", "ADMINISTRATOR,EN", "PROVIDER,FR", "PROVIDER,EN"})
  void onATerminalNoLineIsWiderThanEightyColumnsAndNoMarkIsLeft(Order.Help.Topic topic, Lang lang) throws Exception {
    String page = Manual.page(topic, Words.of(lang, ZoneOffset.UTC));
    for (String line : page.lines().filter(l -> !l.startsWith("    ")).toList()) {
      assertTrue(line.length() <= 80, line);
      for (String mark : List.of("](", "`", "![", "##")) assertTrue(!line.contains(mark), line);
    }
    assertTrue(page.contains("\n1. ") && page.contains("\n---"), page);
  }
}
