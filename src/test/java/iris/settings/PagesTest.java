package iris.settings;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page shows of a configuration is copied from there: it must be taken as it stands. */
class PagesTest {
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyConfigurationOnAPageIsTaken(@TempDir Path base) throws Exception {
    Files.writeString(base.resolve("darva.md"), "Call them.");
    int shown = 0;
    try (Stream<Path> docs = Files.walk(Path.of("src/docs"))) {
      for (Path page : Stream.concat(docs.filter(p -> p.toString().endsWith(".md")), Stream.of(Path.of("README.md"))).toList())
        for (MatchResult example : YAML.matcher(Files.readString(page)).results().toList()) {
          String yaml = example.group(1).stripIndent();
          Reading read = SettingsReader.read(List.of(new ConfigText(page.toString(), base, yaml, false)));
          assertInstanceOf(Reading.Good.class, read, () -> read + "\n" + yaml);
          shown++;
        }
    }
    assertTrue(shown >= 12, "the pages show " + shown);
  }

  @Test
  void aFolderIsNoConfiguration(@TempDir Path folder) {
    for (Path file : List.of(folder, folder.getRoot())) {
      Reading.Bad bad = assertInstanceOf(Reading.Bad.class, new ConfigFiles(file, true).read());
      assertInstanceOf(Problem.class, bad.problems().getFirst());
      assertTrue(bad.problems().stream().anyMatch(p -> p.reason().key().equals("settings.file.folder")), bad::toString);
    }
  }
}
