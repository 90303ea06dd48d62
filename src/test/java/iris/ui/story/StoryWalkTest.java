package iris.ui.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.history.story.Afternoon;
import iris.ui.desk.Ports;
import iris.ui.page.Page;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Through the episodes by keyboard and by mouse, in both languages. */
class StoryWalkTest extends StoryWalk {
  @Test
  void aPastEpisodeIsReadAndRefusesToBeAcknowledgedInWords() throws Exception {
    open(Lang.FR, AFTER);
    int slow = place("siv|DEGRADED");
    for (int i = 0; i < slow; i++) robot.type(KeyCode.DOWN);
    until(() -> text("story-title").contains("SIV") && text("story-title").endsWith("P2"));
    until(() -> says("Paul acquitte SIV"));
    robot.type(KeyCode.A);
    until(() -> text("story-notice").startsWith("Cet épisode est terminé"));
    assertEquals(List.of(), acts);
  }

  @Test
  void aSearchNarrowsTheListAndEscapeTakesItBack() throws Exception {
    open(Lang.FR, AFTER);
    int all = onFx(() -> episodes().getItems().size());
    robot.type(KeyCode.DIVIDE);
    until(() -> find("story-search").isFocused());
    robot.write("paul");
    until(() -> episodes().getItems().size() == 1 && episodes().getItems().getFirst().episode().id().startsWith("siv|DEGRADED"));
    robot.type(KeyCode.ESCAPE);
    until(() -> episodes().getItems().size() == all && episodes().isFocused());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "FR | Marie demande l’activation | en échec | second essai | retour confirmé",
      "EN | Marie orders | FAILED | second essai | retour confirmé"})
  void aFallbackThatWasReallySwitchedStandsInItsStoryStepByStep(
      Lang lang, String ordered, String failed, String again, String back) throws Exception {
    open(lang, Afternoon.switched(AFTER));
    int outage = place(Afternoon.OUTAGE.toString());
    onFx(() -> {
      episodes().getSelectionModel().clearAndSelect(outage);
      return null;
    });
    until(() -> says(back));
    List<String> lines = onFx(() -> story().getItems().stream().map(StoryLine::spoken).toList());
    int at = -1;
    for (String part : List.of(ordered, failed, again, back)) {
      int from = at;
      at = IntStream.range(at + 1, lines.size()).filter(i -> lines.get(i).contains(part)).findFirst()
          .orElseThrow(() -> new AssertionError("no \"" + part + "\" after line " + from + " of\n" + String.join("\n", lines)));
    }
  }

  @Test
  void theStoryIsCopiedAsText() throws Exception {
    open(Lang.FR, AFTER);
    onFx(() -> {
      page.open("siv");
      return null;
    });
    robot.type(KeyCode.Y);
    until(() -> Clipboard.getSystemClipboard().hasString());
    String copied = onFx(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.contains("Début") && copied.contains("SIV"), copied);
    until(() -> text("story-notice").startsWith("L’histoire est copiée"));
  }

  @Test
  void whatHappensMeanwhileDoesNotTakeTheReadersPlace() throws Exception {
    open(Lang.FR, DURING);
    String chosen = onFx(() -> {
      story().requestFocus();
      story().getSelectionModel().select(2);
      story().scrollTo(0);
      return story().getSelectionModel().getSelectedItem().key();
    });
    int before = onFx(() -> story().getItems().size());
    onFx(() -> {
      act(new Act.Comment(Afternoon.OUTAGE, "Paul", "vu aussi"));
      return null;
    });
    until(() -> story().getItems().size() > before);
    assertEquals(chosen, onFx(() -> story().getSelectionModel().getSelectedItem().key()));
    assertFalse(onFx(() -> episodes().getSelectionModel().isEmpty()));
  }

  @Test
  void theInstructionStandsAboveTheStoryAsLongAsItIsWanted() throws Exception {
    open(Lang.FR, DURING);
    assertFalse(onFx(() -> find("story-guide").isVisible()));
    robot.type(KeyCode.G);
    until(() -> find("story-guide").isVisible());
    robot.clickOn(() -> find("story-guidance"));
    until(() -> !find("story-guide").isVisible());
  }

  @Test
  void theSlashIsKnownByItsCharacterWhereverItLies() throws Exception {
    open(Lang.EN, DURING);
    assertTrue(onFx(() -> page.typed("/")));
    until(() -> find("story-search").isFocused());
    assertFalse(onFx(() -> page.typed("x")));
  }

  @Test
  void anotherLanguageTakesOverWhatAHandHasBegun() throws Exception {
    open(Lang.FR, AFTER);
    int slow = place("siv|DEGRADED");
    onFx(() -> {
      episodes().getSelectionModel().clearAndSelect(slow);
      return null;
    });
    until(() -> says("Paul"));
    onFx(() -> {
      Ports ports = new Ports(board, log, this::act, () -> now, faults::add, "Marie", wish -> {});
      Page before = page;
      page = EpisodePage.by(past, reader).make(ports, Words.of(Lang.EN, ZoneId.of("Europe/Paris")));
      ((StackPane) stage.getScene().getRoot()).getChildren().setAll(page.root());
      draw();
      page.resume(before);
      before.close();
      return null;
    });
    until(() -> text("story-title").startsWith("SIV: degraded"));
  }
}
