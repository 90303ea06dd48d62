package iris.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.history.Opening;
import iris.history.Profile;
import iris.history.keep.Export;
import iris.history.keep.FileForm;
import iris.history.keep.Kind;
import iris.history.keep.Selection;
import iris.settings.ConfigText;
import iris.settings.Reading;
import iris.settings.SettingsReader;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManualTest {
  @ParameterizedTest
  @EnumSource(Lang.class)
  void theExampleIsAConfigurationThatIsTaken(Lang lang) {
    String text = ExampleConfig.text(Words.of(lang, ZoneOffset.UTC));
    assertInstanceOf(Reading.Good.class, read(text), () -> read(text) + "\n" + text);
  }

  private static Reading read(String text) {
    return SettingsReader.read(List.of(new ConfigText("example", Path.of("/etc/iris"), text, false)));
  }

  @ParameterizedTest
  @EnumSource(Order.Help.Topic.class)
  void noPageNamesAFileThatOnlyTheSourcesHave(Order.Help.Topic topic) {
    for (Lang lang : Lang.values())
      assertFalse(Manual.page(topic, Words.of(lang, ZoneOffset.UTC)).contains("src/"), lang + " " + topic);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void thePageOfTheHistoryNamesEveryColumn(Kind kind, @TempDir Path folder) throws Exception {
    ((Opening.Writable) Profile.open(folder, Instant.EPOCH)).journal().close();
    Path file = folder.resolve("out.csv");
    Export.of(folder, new Selection(kind, Optional.empty(), Optional.empty(), Optional.empty()), FileForm.CSV, file);
    for (Lang lang : Lang.values()) {
      List<String> said = List.of(Manual.page(Order.Help.Topic.HISTORY, Words.of(lang, ZoneOffset.UTC)).split("[^a-z0-9_]+"));
      for (String column : Files.readAllLines(file).getFirst().replace("\ufeff", "").split(","))
        assertTrue(said.contains(column), lang + " " + kind + " " + column);
    }
  }

  @ParameterizedTest
  @EnumSource(Order.Help.Topic.class)
  void everyTopicHasAPageInBothLanguages(Order.Help.Topic topic) {
    for (Lang lang : Lang.values())
      assertFalse(Manual.page(topic, Words.of(lang, ZoneOffset.UTC)).startsWith("app.help."), lang + " " + topic);
  }
}
