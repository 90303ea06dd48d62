package iris.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.history.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The section {@code history}: how long what is kept stays. */
class HistorySectionTest {
  private static Reading read(String text) {
    return SettingsReader.read(List.of(new ConfigText("iris.yaml", Path.of("/etc/iris"), text, false)));
  }

  @Test
  void whatIsNotWrittenStaysAsLongAsUsual() {
    Retention kept = assertInstanceOf(Reading.Good.class, read("history:\n  keep: {windows: 2y, inputs: 60d}\n")).settings()
        .retention();
    Retention usual = Retention.USUAL;
    assertEquals(new Retention(Duration.ofDays(730), usual.hours(), usual.days(), usual.months(), Duration.ofDays(60),
        usual.transitions()), kept);
    assertEquals(usual, assertInstanceOf(Reading.Good.class, read("history:\n")).settings().retention());
  }

  @Test
  void aTimeTooShortToLookAtANightAndAWrongWordAreMistakes() {
    Reading.Bad bad = assertInstanceOf(Reading.Bad.class, read("history:\n  keep:\n    windows: 3h\n    input: 5d\n"));
    assertEquals(List.of("3 settings.value.range", "4 settings.key.unknown-near"),
        bad.problems().stream().map(p -> p.line() + " " + p.reason().key()).toList());
  }
}
