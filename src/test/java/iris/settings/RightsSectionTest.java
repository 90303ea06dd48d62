package iris.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.Rights;
import iris.alarm.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RightsSectionTest {
  private static Reading read(String text) {
    return SettingsReader.read(List.of(new ConfigText("iris.yaml", Path.of("/etc/iris"), text, false)));
  }

  private static Settings good(String text) {
    return ((Reading.Good) read(text)).settings();
  }

  private static List<String> wrong(String text) {
    return ((Reading.Bad) read(text)).problems().stream().map(p -> p.line() + " " + p.reason().key()).toList();
  }

  @Test
  void withoutTheSectionEverybodyMayDoEverything() {
    assertEquals(Rights.OPEN, good("display: {theme: dark}").rules().rights());
    assertEquals(Rights.OPEN, good("rights:").rules().rights());
  }

  @Test
  void namesAreAListOrAreWrittenWithCommas() {
    Rights rights = good("rights:\n  administer: [jdupont, ops]\n  view: hall, stagiaire\n").rules().rights();
    assertEquals(new Rights(Role.OPERATE, Map.of("jdupont", Role.ADMINISTER, "ops", Role.ADMINISTER, "hall", Role.VIEW,
        "stagiaire", Role.VIEW)), rights);
    assertEquals(Role.VIEW, good("rights: {default: view, administer: [ops]}").rules().rights().standard());
  }

  @Test
  void aNameWithTwoRolesAndRightsThatNobodyCouldChangeAreMistakes() {
    assertEquals(List.of("3 settings.rights.twice"), wrong("rights:\n  view: [ops]\n  administer: [OPS]\n"));
    assertEquals(List.of("1 settings.rights.nobody"), wrong("rights:\n  view: [hall]\n"));
    assertEquals(List.of("2 settings.value.names"), wrong("rights:\n  administer: [ops, '']\n"));
    assertEquals(List.of("2 settings.value.single"), wrong("rights:\n  administer: [[ops]]\n"));
  }

  @Test
  void theOperatorIsAnOptionOfTheDisplay() {
    assertEquals(Optional.of("Marie Dupont"), good("display: {operator: Marie Dupont}").display().operator());
  }
}
