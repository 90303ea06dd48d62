package iris.ui.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Act.Checked.Finding;
import iris.alarm.AlarmKey;
import iris.alarm.Exercise;
import iris.alarm.Relieving;
import iris.notify.Pattern;
import iris.signal.Reason;
import iris.signal.Report;
import iris.ui.desk.Boards;
import iris.ui.walk.Walked;
import iris.ui.walk.Walked.Hand;
import iris.words.Lang;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exercise and the check of the station, by keyboard and by mouse. */
class DrillWalkTest extends ShiftWalk {
  @Test
  void anExerciseIsStartedAtTheKeyboardAndItsTimeIsMeasured() throws Exception {
    open(Lang.FR, Boards.calm().board());
    robot.type(KeyCode.E);
    focused("#shift-exercise-service");
    robot.type(KeyCode.TAB);
    focused("#shift-exercise-start");
    robot.type(KeyCode.SPACE);
    until(() -> shown("#played") && text("#played").startsWith("EXERCICE · panne simulée (tous les services) par Marie"));
    assertEquals(new Act.StartExercise(Optional.empty(), "Marie"), acts.getLast());
    pass(Duration.ofSeconds(25));
    elsewhere(new Act.Acknowledge(new AlarmKey(AlarmKey.Kind.EXERCISE, Exercise.ALL), "Marie", ""));
    until(() -> text("#shift-exercise-state").equals("acquitté par Marie en 25 s"));
    pass(Duration.ofSeconds(30));
    until(() -> !shown("#played"));
    says("EXERCICE à 15:27 (tous les services), lancé par Marie : acquitté par Marie en 25 s");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"FR | EXERCICE à 15:27 (tous les services), lancé par Marie : pas acquitté",
      "EN | EXERCISE at 15:27 (all services), started by Marie: not acknowledged"})
  @Walked(acts = {Act.StartExercise.class, Act.StopExercise.class}, by = Hand.KEYS)
  void anExerciseIsStartedAndStoppedAtTheKeyboard(Lang lang, String told) throws Exception {
    open(lang, Boards.calm().board());
    robot.type(KeyCode.E);
    focused("#shift-exercise-service");
    robot.type(KeyCode.TAB);
    focused("#shift-exercise-start");
    robot.type(KeyCode.SPACE);
    until(() -> shown("#shift-exercise-stop") && shown("#played"));
    robot.type(KeyCode.E);
    focused("#shift-exercise-stop");
    robot.type(KeyCode.SPACE);
    until(() -> !shown("#played"));
    says(told);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"FR | EXERCICE à 15:27 (tous les services), lancé par Marie : pas acquitté",
      "EN | EXERCISE at 15:27 (all services), started by Marie: not acknowledged"})
  @Walked(acts = {Act.StartExercise.class, Act.StopExercise.class}, by = Hand.MOUSE)
  void anExerciseIsStoppedWithTheMouse(Lang lang, String told) throws Exception {
    open(lang, Boards.calm().board());
    robot.clickOn(() -> find("#shift-tool-exercise"));
    robot.clickOn(() -> find("#shift-exercise-start"));
    until(() -> shown("#shift-exercise-stop") && shown("#played"));
    robot.clickOn(() -> find("#shift-exercise-stop"));
    until(() -> !shown("#played"));
    says(told);
  }

  @Test
  @Walked(acts = Act.Checked.class, by = Hand.KEYS, in = Lang.FR)
  void theCheckGoesThroughScreenSoundAndNotificationAtTheKeyboard() throws Exception {
    open(Lang.FR, Boards.calm().board());
    until(() -> text("#page-shift .rail-count").equals("1"));
    robot.type(KeyCode.C);
    until(() -> text("#shift-check-question").startsWith("1/3"));
    focused("#shift-check-yes");
    robot.type(KeyCode.SPACE);
    until(() -> text("#shift-check-question").startsWith("2/3"));
    assertEquals(Pattern.P1, sounded.getFirst());
    robot.type(KeyCode.SPACE);
    until(() -> text("#shift-check-question").startsWith("3/3") && text("#shift-check-answer").contains("dunst"));
    robot.type(KeyCode.SPACE);
    until(() -> board.get().shift().checked().isPresent());
    Act.Checked found = board.get().shift().checked().orElseThrow().what();
    assertEquals(Finding.WELL, found.screen().finding());
    assertEquals(Finding.WELL, found.sound().finding());
    assertEquals(Finding.WELL, found.toast().finding());
    until(() -> text("#shift-check-last").startsWith("Dernier contrôle à 15:27 par Marie : écran en ordre"));
    until(() -> text("#page-shift .rail-count").isEmpty());
  }

  @Test
  @Walked(acts = Act.Checked.class, by = Hand.KEYS, in = Lang.EN)
  void theCheckGoesThroughAtTheKeyboardInEnglishToo() throws Exception {
    open(Lang.EN, Boards.calm().board());
    robot.type(KeyCode.C);
    checks();
    until(() -> text("#shift-check-last").startsWith("Last check at 15:27 by Marie: screen"));
  }

  @Test
  @Walked(acts = Act.Checked.class, by = Hand.MOUSE, in = Lang.FR)
  void theCheckGoesThroughWithTheMouseInFrenchToo() throws Exception {
    open(Lang.FR, Boards.calm().board());
    robot.clickOn(() -> find("#shift-tool-check"));
    for (String step : List.of("1/3", "2/3", "3/3")) {
      until(() -> text("#shift-check-question").startsWith(step));
      robot.clickOn(() -> find("#shift-check-yes"));
    }
    until(() -> text("#shift-check-last").startsWith("Dernier contrôle à 15:27 par Marie : écran en ordre"));
  }

  @Test
  @Walked(acts = Act.Checked.class, by = Hand.MOUSE, in = Lang.EN)
  void aDeviceThatIsMissingCountsWhateverTheHandSays() throws Exception {
    desktop = new Report.Health("toast", false, Reason.of("notify.toast.no-bus"));
    open(Lang.EN, Boards.calm().health("sound", false, "notify.sound.no-device").board());
    robot.clickOn(() -> find("#shift-tool-check"));
    robot.clickOn(() -> find("#shift-check-no"));
    until(() -> text("#shift-check-question").startsWith("2/3") && text("#shift-check-answer").startsWith("Recorded as faulty"));
    robot.clickOn(() -> find("#shift-check-yes"));
    until(() -> text("#shift-check-question").startsWith("3/3"));
    robot.clickOn(() -> find("#shift-check-yes"));
    until(() -> board.get().shift().checked().isPresent());
    Act.Checked found = board.get().shift().checked().orElseThrow().what();
    assertEquals(new Act.Checked.Found(Finding.ILL, Reason.of("ui.shift.check.denied")), found.screen());
    assertEquals(new Act.Checked.Found(Finding.ILL, Reason.of("notify.sound.no-device")), found.sound());
    assertEquals(new Act.Checked.Found(Finding.ILL, Reason.of("notify.toast.no-bus")), found.toast());
    says("screen faulty, sound faulty, notification faulty");
  }

  @Test
  void whoTakesOverIsAskedForTheCheckAnewAndItIsAskedNoMoreOnceItIsMade() throws Exception {
    open(Lang.FR, Boards.calm().board());
    robot.type(KeyCode.C);
    checks();
    until(() -> text("#page-shift .rail-count").isEmpty());
    pass(Duration.ofMinutes(30));
    String page = "page";
    elsewhere(new Act.HandOver("Marie", "Marie", "Paul", Relieving.digest(page), page));
    until(() -> text("#page-shift .rail-count").equals("1"));
    until(() -> text("#shift-check-last").endsWith("L’équipe a changé depuis : contrôlez le poste de nouveau."));
    pass(Duration.ofMinutes(5));
    robot.type(KeyCode.C);
    checks();
    until(() -> text("#page-shift .rail-count").isEmpty());
  }

  @Test
  void aCheckThatWhoTakesOverMadeBeforeTheSignaturesCounts() throws Exception {
    open(Lang.EN, Boards.calm().board());
    robot.type(KeyCode.C);
    checks();
    pass(Duration.ofMinutes(3));
    String page = "page";
    elsewhere(new Act.HandOver("Marie", "Paul", "Marie", Relieving.digest(page), page));
    until(() -> board.get().shift().handed().isPresent() && text("#shift-check-last").startsWith("Last check at 15:27 by Marie"));
    assertEquals("", onFx(() -> text("#page-shift .rail-count")));
  }

  private void checks() throws Exception {
    int before = acts.size();
    for (String step : List.of("1/3", "2/3", "3/3")) {
      until(() -> text("#shift-check-question").startsWith(step));
      focused("#shift-check-yes");
      robot.type(KeyCode.SPACE);
    }
    until(() -> acts.size() == before + 1);
  }

  @Test
  void aCheckThatIsLeftRecordsNothingAndEightHoursLaterItIsDueAgain() throws Exception {
    open(Lang.FR, Nights.busy());
    robot.type(KeyCode.C);
    until(() -> text("#shift-check-question").startsWith("1/3"));
    robot.type(KeyCode.ESCAPE);
    until(() -> shown("#shift-check"));
    assertTrue(acts.isEmpty());
    until(() -> text("#shift-check-last").endsWith("Il date de 11 h 07 : contrôlez le poste de nouveau."));
  }
}
