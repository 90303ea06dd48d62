package iris.ui.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.ui.desk.Boards;
import iris.words.Lang;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values are overwritten, refused, taken back and kept from those who may not, by key and by mouse. */
class SetupWalkTest extends SetupWalk {
  private static final String WRITTEN = """
      # ours
      display:
        language: fr
        theme: dark
      vantage:
        neutral-host: https://www.example.org/
      services:
        siv:
          degraded-below: 90%
      fallbacks:
        siv:
          name: Base locale
      """;

  @ParameterizedTest
  @CsvSource({"services, degraded-below, 90%, 98%", "vantage, neutral-host, www.example.org, www.example.net",
      "fallbacks, name, Base locale, Base papier"})
  void aValueIsOverwrittenByTheKeyboardAlone(String group, String option, String before, String after) throws Exception {
    Files.writeString(main, WRITTEN);
    open(Lang.FR);
    tabTo("group-" + group);
    robot.type(KeyCode.SPACE);
    tabTo("input-" + option);
    overwrite(option.equals("neutral-host") ? "https://" + after + "/" : after);
    save();
    until(() -> Files.readString(main).equals(WRITTEN.replace(before, after)));
    untilSaid("setup-notice", "Enregistré");
    assertEquals(1, acts.size());
  }

  @ParameterizedTest
  @CsvSource({"services, degraded-below, 90%, 98%", "vantage, neutral-host, www.example.org, www.example.net",
      "fallbacks, name, Base locale, Base papier"})
  void aValueIsOverwrittenWithTheMouse(String group, String option, String before, String after) throws Exception {
    Files.writeString(main, WRITTEN);
    open(Lang.EN);
    click("group-" + group);
    reveal("input-" + option);
    click("input-" + option);
    overwrite(option.equals("neutral-host") ? "https://" + after + "/" : after);
    click("setup-save");
    until(() -> Files.readString(main).equals(WRITTEN.replace(before, after)));
    assertEquals(1, acts.size());
  }

  @Test
  void themeAndLanguageAreChosenByTheKeyboardAlone() throws Exception {
    Files.writeString(main, WRITTEN);
    open(Lang.EN);
    tabTo("group-display");
    robot.type(KeyCode.SPACE);
    tabTo("choice-language-en");
    robot.type(KeyCode.SPACE);
    tabTo("choice-theme-light");
    robot.type(KeyCode.SPACE);
    save();
    until(() -> Files.readString(main).equals(WRITTEN.replace("dark", "light").replace("language: fr", "language: en")));
  }

  @Test
  void themeAndLanguageAreChosenWithTheMouse() throws Exception {
    Files.writeString(main, WRITTEN);
    open(Lang.FR);
    click("group-display");
    reveal("choice-language-en");
    click("choice-language-en");
    reveal("choice-theme-light");
    click("choice-theme-light");
    click("setup-save");
    until(() -> Files.readString(main).equals(WRITTEN.replace("dark", "light").replace("language: fr", "language: en")));
  }

  @Test
  void aWrongValueIsRefusedAtItsFieldAndKeptToBeMended() throws Exception {
    Files.writeString(main, "# ours\nsound:\n  volume: 80 # not louder\n");
    open(Lang.EN);
    click("group-sound");
    until(() -> find("input-volume") != null);
    onFx(() -> {
      input("volume").setText("800");
      return null;
    });
    click("setup-save");
    untilSaid("setup-notice", "Nothing was saved");
    assertEquals("# ours\nsound:\n  volume: 80 # not louder\n", Files.readString(main));
    assertEquals("800", onFx(() -> input("volume").getText()));
    onFx(() -> {
      input("volume").setText("40");
      return null;
    });
    click("play-P2");
    assertEquals(List.of("P2 40"), bench.played);
    click("choice-enabled-false");
    assertEquals("Save (2 changes)", text("setup-save"));
    click("setup-save");
    until(() -> Files.readString(main).equals("# ours\nsound:\n  volume: 40 # not louder\n  enabled: false\n"));
  }

  @Test
  void aFileThatSomebodyElseChangedIsNotOverwrittenAndTheSecondTryIsMadeOnIt() throws Exception {
    Files.writeString(main, "sound:\n  volume: 80\n");
    open(Lang.FR);
    click("group-sound");
    until(() -> find("choice-enabled-false") != null);
    Files.writeString(main, "sound:\n  volume: 70 # Paul\n");
    click("choice-enabled-false");
    click("setup-save");
    untilSaid("setup-notice", "entre-temps");
    assertEquals("sound:\n  volume: 70 # Paul\n", Files.readString(main));
    until(() -> input("volume").getText().equals("70"));
    click("setup-save");
    until(() -> Files.readString(main).equals("sound:\n  volume: 70 # Paul\n  enabled: false\n"));
  }

  @Test
  void whoMayNotSetUpIsToldWhoMayAndTheBoardHearsOfIt() throws Exception {
    board.set(Boards.calm().board());
    restrict();
    open(Lang.FR);
    untilSaid("setup-notice", "ops");
    click("group-sound");
    click("choice-enabled-false");
    click("setup-save");
    until(() -> acts.contains(new Act.Configure("Marie", "sound.enabled")));
    assertFalse(Files.exists(main));
  }

  @Test
  void whatAnAdministratorSavedIsNotTakenBackByWhoMayNotSetUp() throws Exception {
    open(Lang.FR);
    click("group-sound");
    click("choice-enabled-false");
    click("setup-save");
    until(() -> Files.exists(main) && acts.size() == 1);
    String saved = Files.readString(main);
    restrict();
    click("setup-undo");
    until(() -> acts.size() == 2);
    assertEquals(saved, Files.readString(main));
  }

  @Test
  void whatIsTypedStaysThroughAChangeOfLanguageAndIsSavedThen() throws Exception {
    Files.writeString(main, "sound:\n  volume: 80\n");
    open(Lang.FR);
    click("group-sound");
    click("choice-enabled-false");
    untilSaid("setup-save", "1");
    onFx(() -> {
      station.change(words(Lang.EN), dark());
      return null;
    });
    untilSaid("setup-save", "Save");
    assertTrue(text("setup-save").contains("1"), text("setup-save"));
    click("setup-save");
    until(() -> Files.readString(main).equals("sound:\n  volume: 80\n  enabled: false\n"));
  }

  @Test
  void theHelpShowsTheKeysOfThePage() throws Exception {
    open(Lang.EN);
    robot.type(KeyCode.F1);
    until(() -> stage.getScene().getRoot().lookupAll(".label").stream()
        .anyMatch(n -> n instanceof Labeled said && said.getText().equals("back to what was written before")));
  }
}
