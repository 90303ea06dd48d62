package iris.relay.nagios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Kind;
import iris.relay.Target;
import iris.settings.ConfigText;
import iris.settings.Reading;
import iris.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What stands on the pages about the Nagios family is taken as it stands there. */
class NagiosPageTest {
  private static final Path FOLDER = Path.of("src/docs/relay");
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
  private static final Pattern THRESHOLD = Pattern.compile("freshness_threshold +(\\d+)");

  private static List<String> all(Pattern pattern, String file) throws IOException {
    return pattern.matcher(Files.readString(FOLDER.resolve(file))).results().map((MatchResult m) -> m.group(1)).toList();
  }

  @Test
  void theExampleIsTakenAndTheThresholdIsFourTimesItsRepetition() throws IOException {
    String yaml = all(YAML, "nagios.md").getFirst();
    Reading read = SettingsReader.read(List.of(new ConfigText("page", Path.of("/etc/iris"), yaml, false)));
    List<Target> targets = assertInstanceOf(Reading.Good.class, read, read::toString).settings().relay();
    assertEquals(Set.of(Kind.NAGIOS_PIPE, Kind.NAGIOS_CGI, Kind.NRDP, Kind.CENTREON),
        targets.stream().map(Target::kind).collect(Collectors.toSet()));
    for (Target target : targets)
      assertEquals(List.of(String.valueOf(4 * target.resend().toSeconds())), all(THRESHOLD, "nagios.cfg"));
  }

  @Test
  void everyFileThatThePagesNameIsThere() throws IOException {
    for (String page : List.of("nagios.md", "check-plugin.md")) {
      List<String> links = all(LINK, page);
      assertTrue(!links.isEmpty(), page);
      for (String link : links) assertTrue(Files.exists(FOLDER.resolve(link)), link);
    }
  }
}
