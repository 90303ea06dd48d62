package iris.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.settings.ConfigText;
import iris.settings.Reading;
import iris.settings.SettingsReader;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
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
  void everyTopicHasAPageInBothLanguages(Order.Help.Topic topic) {
    for (Lang lang : Lang.values())
      assertFalse(Manual.page(topic, Words.of(lang, ZoneOffset.UTC)).startsWith("app.help."), lang + " " + topic);
  }
}
