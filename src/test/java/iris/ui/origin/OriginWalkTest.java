package iris.ui.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Reason;
import iris.ui.desk.WindowOptions;
import iris.ui.desk.Wish;
import iris.words.Lang;
import java.net.URI;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From part to part of the chain, by key and by mouse, in both languages. */
class OriginWalkTest extends OriginWalk {
  @Test
  void tabGoesFromPartToPartAndTheirEvidenceComesByItself() throws Exception {
    open(Lang.FR, Rooms.external());
    focus("verdict");
    for (int i = 0; i < 12 && !onFx(() -> find("part-EXTERNAL").isFocused()); i++) robot.type(KeyCode.TAB);
    until(() -> text("evidence-title").equals("SIV national, en défaut\u00a0: ce qui le montre"));
    String spoken = onFx(() -> find("part-EXTERNAL").getAccessibleText());
    assertEquals("SIV national\u00a0: en défaut, mis en cause", spoken);
  }

  @Test
  void aClickOnALinkShowsWhatItRestsOn() throws Exception {
    open(Lang.EN, Rooms.external());
    robot.clickOn(() -> find("part-PROVIDER_LINE"));
    until(() -> text("evidence-title").equals("Line to DARVA, well: what shows it"));
    robot.clickOn(() -> find("part-PROVIDER_LINE"));
    until(() -> text("evidence-title").equals("Line to DARVA, well: what shows it"));
    robot.clickOn(() -> find("verdict"));
    until(() -> text("evidence-title").equals("What the verdict rests on"));
  }

  @Test
  void theServiceIsChosenByKeyByButtonAndFromElsewhere() throws Exception {
    open(Lang.FR, Rooms.external());
    assertTrue(onFx(this::verdict).contains("SIV national"));
    robot.type(KeyCode.PAGE_DOWN);
    until(() -> !verdict().contains("SIV national"));
    robot.clickOn(() -> find("service-before"));
    until(() -> verdict().contains("SIV national"));
    onFx(() -> {
      window.open(Optional.of("origin"), Optional.of("banque"));
      return null;
    });
    until(() -> !verdict().contains("SIV national"));
  }

  @Test
  void aLinkOfTheGuidanceIsWishedOfTheProgramAndItsAnswerIsSaid() throws Exception {
    open(Lang.EN, Rooms.external());
    until(() -> find(".guide-link") != null);
    assertEquals("Origine, link to https://siv.example.org/etat?service=siv", onFx(() -> find(".guide-link").getAccessibleText()));
    focus(".guide-link");
    robot.type(KeyCode.ENTER);
    until(() -> wishes.size() == 1);
    Wish.Open wish = (Wish.Open) wishes.getFirst();
    assertEquals(URI.create("https://siv.example.org/etat?service=siv"), wish.link());
    onFx(() -> {
      wish.answer().accept(Optional.of(Reason.of("app.open.missing", "xdg-open")));
      return null;
    });
    until(() -> text("guide-notice").contains("xdg-open is missing"));
    assertFalse(onFx(() -> stage.getScene().getRoot().lookupAll(".guide-link").stream()
        .anyMatch(n -> ((Hyperlink) n).getText().contains("classeur"))), "a file is no link");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void aLinkOfTheGuidanceIsFollowedWithTheMouse(Lang lang) throws Exception {
    open(lang, Rooms.external());
    until(() -> find(".guide-link") != null);
    onFx(() -> {
      ScrollPane page = (ScrollPane) find(".origin-page");
      double hidden = page.getContent().getLayoutBounds().getHeight() - page.getViewportBounds().getHeight();
      Node link = find(".guide-link");
      double y = page.getContent().sceneToLocal(link.localToScene(link.getBoundsInLocal())).getMinY();
      page.setVvalue(hidden <= 0 ? 0 : Math.clamp((y - page.getViewportBounds().getHeight() / 2) / hidden, 0, 1));
      page.layout();
      return null;
    });
    robot.clickOn(() -> find(".guide-link"));
    until(() -> wishes.size() == 1);
    assertEquals(URI.create("https://siv.example.org/etat?service=siv"), ((Wish.Open) wishes.getFirst()).link());
  }

  @Test
  void anotherLanguageKeepsThePartTheServiceAndTheWords() throws Exception {
    open(Lang.FR, Rooms.external());
    robot.clickOn(() -> find("part-PROVIDER"));
    robot.type(KeyCode.C);
    until(() -> find("contest-fault").isFocused());
    robot.type(KeyCode.DOWN);
    focus("contest-reason");
    robot.write("sha");
    onFx(() -> {
      window.change(words(Lang.EN), WindowOptions.desk().with(WindowOptions.Theme.DARK).with(WindowOptions.Motion.REDUCED));
      return null;
    });
    until(() -> text("evidence-title").equals("DARVA, well: what shows it"));
    assertEquals("sha", onFx(() -> ((TextField) find("contest-reason")).getText()));
    assertTrue(onFx(() -> find("contest-form").isVisible() && chosen() != null));
  }
}
