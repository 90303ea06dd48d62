package iris.ui.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Criterion;
import iris.alarm.Preview;
import iris.signal.Incident;
import iris.ui.walk.Walked.Hand;
import iris.ui.walk.Walked;
import iris.words.Lang;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The operator says what announcements are, by key and by mouse, in both languages. */
class ClassifyWalkTest extends ClassifyWalk {
  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.Classify.class, by = Hand.KEYS)
  void aRuleIsMadeByKeysAloneAndRingsAsWhatItSays(Lang lang) throws Exception {
    open(lang);
    assertEquals(2, onFx(() -> page.waiting(boards.seen())));
    robot.type(KeyCode.E);
    until(() -> find("rule-words").isFocused());
    robot.type(KeyCode.HOME).press(KeyCode.SHIFT).type(KeyCode.END).release(KeyCode.SHIFT);
    robot.write("zorglub");
    robot.type(KeyCode.ENTER);
    until(() -> find("rule-reason").isFocused());
    robot.write("dit au telephone");
    until(() -> !find("classify-keep").isDisabled());
    robot.type(KeyCode.ENTER);
    until(() -> acts.size() == 1);
    assertEquals(new Act.Classify(new Criterion(Optional.of("ants"), Criterion.Field.ANY, "zorglub",
        Criterion.Says.DEGRADATION, Optional.empty()), "Marie", "dit au telephone"), acts.getFirst());
    until(() -> page.waiting(boards.seen()) == 1);
    assertFalse(onFx(() -> page.root().lookup(".rule-pane").isVisible()), "the rule stands over the announcement");
    assertEquals(words(lang).say("ui.classify.tab.rules", 1), onFx(() -> ((ToggleButton) find("classify-to-rules")).getText()));
  }

  @Test
  void whatWouldBeSilencedHasToBeReadFirst() throws Exception {
    open(Lang.EN);
    onFx(() -> {
      ((RowList) find("classify-items")).choose("ants\nz-3");
      return null;
    });
    robot.clickOn("#says-notice");
    robot.clickOn("#rule-reason").write("test bench");
    until(() -> find("preview-loud").isVisible());
    assertTrue(onFx(() -> text("preview-loud")).startsWith("WARNING: at this very moment this rule would silence 1 open"));
    assertTrue(onFx(() -> find("classify-keep").isDisabled()));
    robot.clickOn("#preview-understood");
    until(() -> !find("classify-keep").isDisabled());
    robot.clickOn("#classify-keep");
    until(() -> acts.size() == 1);
    assertEquals(Criterion.Says.NOTICE, ((Act.Classify) acts.getFirst()).criterion().says());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void thePreviewTellsWhatTheRuleWouldHaveMadeOfThePast(Lang lang) throws Exception {
    Instant then = Instant.parse("2026-11-02T09:00:00Z");
    Incident now = boards.board().memory().services().get("ants").cases().values().iterator().next().told();
    past = List.of(new Preview.Told(then, Optional.of("ants"), "ants", new Incident("y-7", now.service(),
        "Zorglub du guichet, lot 4000", Incident.Kind.UNCLASSIFIED, true, Optional.empty(), Optional.empty(),
        Optional.of(then), Optional.empty(), 1, now.rule(), "Zorglub du guichet, lot 4000", now.proof())));
    open(lang);
    robot.type(KeyCode.E);
    until(() -> find("rule-words").isFocused());
    robot.type(KeyCode.HOME).press(KeyCode.SHIFT).type(KeyCode.END).release(KeyCode.SHIFT);
    robot.write("zorglub");
    String counts = words(lang).say("ui.classify.preview.counts", 4, words(lang).figures().date(then), 2, 0, 0, 2);
    until(() -> text("preview-summary").equals(counts));
    List<String> rows = onFx(() -> page.root().lookupAll(".preview-row").stream().map(n -> ((Label) n).getText()).toList());
    assertEquals(2, rows.size());
    assertTrue(rows.getFirst().contains("lot 4711") && rows.getLast().contains("lot 4000"), rows::toString);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = Act.Unclassify.class, by = Hand.KEYS)
  void aRuleIsTakenBackByKeysAlone(Lang lang) throws Exception {
    boards.classify("zorglub", Criterion.Says.NOTICE);
    board.set(boards.board());
    log.set(boards.log());
    open(lang);
    assertEquals(1, onFx(() -> page.waiting(boards.seen())));
    robot.type(KeyCode.R);
    until(() -> find("classify-rules").isFocused());
    robot.type(KeyCode.X);
    until(() -> find("take-reason").isFocused());
    robot.write("wrong");
    robot.type(KeyCode.ENTER);
    until(() -> acts.size() == 1);
    assertEquals(new Act.Unclassify("r1", "Marie", "wrong"), acts.getFirst());
    until(() -> page.waiting(boards.seen()) == 2);
    robot.type(KeyCode.A);
    until(() -> find("classify-items").isFocused());
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  @Walked(acts = {Act.Classify.class, Act.Unclassify.class}, by = Hand.MOUSE)
  void aRuleIsMadeWithTheMouseAndTakenBackWithIt(Lang lang) throws Exception {
    open(lang);
    clickRow("classify-items", "Bulgroz");
    robot.clickOn("#says-outage");
    robot.clickOn("#rule-reason").write("by phone");
    until(() -> !find("classify-keep").isDisabled());
    robot.clickOn("#classify-keep");
    until(() -> page.waiting(boards.seen()) == 1);
    Act.Classify made = (Act.Classify) acts.getFirst();
    assertEquals(Criterion.Says.OUTAGE, made.criterion().says());
    robot.clickOn("#classify-to-rules");
    until(() -> find("classify-rules").isVisible());
    robot.clickOn("#take-reason").write("wrong");
    robot.clickOn("#classify-take-back");
    until(() -> acts.size() == 2);
    assertEquals(new Act.Unclassify("r1", "Marie", "wrong"), acts.getLast());
    until(() -> page.waiting(boards.seen()) == 2);
  }
}
