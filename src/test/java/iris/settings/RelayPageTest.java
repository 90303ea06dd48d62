package iris.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Kind;
import iris.relay.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for newcomers: what it shows must be taken as it stands there. */
class RelayPageTest {
  private static final Path PAGE = Path.of("src/docs/relay.md");
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\((relay/[^)]+)\\)");

  @Test
  void everyExampleIsTakenAndEveryKindIsShown() throws IOException {
    List<String> examples = YAML.matcher(Files.readString(PAGE)).results().map(m -> m.group(1).stripIndent()).toList();
    assertEquals(3, examples.size());
    Set<Kind> shown = EnumSet.noneOf(Kind.class);
    for (String yaml : examples) {
      Reading read = SettingsReader.read(List.of(new ConfigText("page", Path.of("/etc/iris"), yaml, false)));
      for (Target t : assertInstanceOf(Reading.Good.class, read, () -> read + "\n" + yaml).settings().relay()) shown.add(t.kind());
    }
    assertEquals(EnumSet.allOf(Kind.class), shown);
  }

  @Test
  void everyFileThatItNamesIsThere() throws IOException {
    List<String> links = LINK.matcher(Files.readString(PAGE)).results().map((MatchResult m) -> m.group(1)).toList();
    for (String link : links) assertTrue(Files.exists(PAGE.resolveSibling(link)), link);
  }
}
