package iris.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plan of the house. To let a package know another, change this table first, with a page under decisions. */
class HouseTest {
  private static final Map<String, List<String>> MAY_KNOW = new LinkedHashMap<>();
  private static JavaClasses house;

  static {
    may("signal");
    may("flow");
    may("words", "signal");
    may("store");
    may("rss", "signal");
    may("probe", "signal");
    may("feed", "signal", "rss", "flow");
    may("alarm", "signal", "flow");
    may("history", "signal", "alarm", "flow", "store");
    may("notify", "signal", "alarm", "words", "flow");
    may("fallback", "signal", "alarm");
    may("relay", "signal", "alarm", "history", "words", "store", "flow");
    may("report", "signal", "alarm", "history", "words");
    may("agent", "signal", "rss", "probe", "words", "flow", "store");
    may("settings", "signal", "feed", "alarm", "history", "notify", "probe", "fallback", "relay", "report",
        "agent", "words");
    may("ui", "signal", "flow", "words", "alarm", "history", "notify", "fallback", "report", "settings");
    may("app", "signal", "flow", "words", "store", "rss", "probe", "feed", "alarm", "history", "notify", "fallback",
        "relay", "report", "agent", "settings", "ui");
  }

  private static void may(String lane, String... known) {
    MAY_KNOW.put(lane, List.of(known));
  }

  @BeforeAll
  static void readTheHouse() {
    house = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("iris");
  }

  @TestFactory
  Stream<DynamicTest> eachPackageKnowsOnlyItsNeighbours() {
    return MAY_KNOW.entrySet().stream().map(lane -> DynamicTest.dynamicTest(lane.getKey(), () -> {
      String[] strangers = MAY_KNOW.keySet().stream()
          .filter(other -> !other.equals(lane.getKey()) && !lane.getValue().contains(other))
          .map(other -> "iris." + other + "..")
          .toArray(String[]::new);
      noClasses().that().resideInAPackage("iris." + lane.getKey() + "..")
          .should().dependOnClassesThat(resideInAnyPackage(strangers))
          .because("iris." + lane.getKey() + " may know " + lane.getValue()
              + " only; move the code, or let the two meet in iris.signal, or change the table with a decision page")
          .allowEmptyShould(true).check(house);
    }));
  }

  @Test
  void everyPackageStandsInTheTable() {
    String[] lanes = MAY_KNOW.keySet().stream().map(lane -> "iris." + lane + "..").toArray(String[]::new);
    classes().should().resideInAnyPackage(lanes)
        .because("a new package changes the table in HouseTest first").check(house);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("iris.(*)..").should().beFreeOfCycles().check(house);
    slices().matching("iris.relay.(*)..").should().beFreeOfCycles().check(house);
    slices().matching("iris.ui.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(house);
  }

  @Test
  void javaFxStaysInUiAndApp() {
    noClasses().that().resideOutsideOfPackages("iris.ui..", "iris.app..")
        .should().dependOnClassesThat().resideInAnyPackage("javafx..", "eu.hansolo..", "org.controlsfx..")
        .because("only ui and app may load JavaFX; agent, relay and check start without it").check(house);
  }

  @Test
  void theScreenIsReachedByOneDoor() {
    noClasses().that().haveNameNotMatching("iris\\.ui\\.control\\.Door.*")
        .should().callMethod("javafx.application.Platform", "runLater", Runnable.class.getName())
        .because("the FX thread is reached through iris.ui.control.Door alone, which bounds and measures it").check(house);
  }

  @Test
  void nobodyLooksAtTheClock() {
    DescribedPredicate<JavaClass> clocks = DescribedPredicate.describe("not app",
        c -> !c.getPackageName().startsWith("iris.app"));
    noClasses().that(clocks).should().callMethod(Instant.class, "now")
        .orShould().callMethod(System.class, "currentTimeMillis")
        .orShould().callMethod(Clock.class, "systemUTC")
        .orShould().callMethod(Clock.class, "systemDefaultZone")
        .because("take an InstantSource or a Now: what looks at the clock cannot be tested or replayed").check(house);
  }

  @Test
  void nobodyPrints() {
    noClasses().that().resideOutsideOfPackage("iris.app..").should().accessField(System.class, "out")
        .orShould().accessField(System.class, "err")
        .orShould().callMethod(Throwable.class, "printStackTrace")
        .because("what a user reads is a sentence, written by app").check(house);
  }

  @Test
  void nobodySleeps() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class)
        .orShould().callMethod(Thread.class, "sleep", java.time.Duration.class)
        .because("wait on a mailbox, a latch or a scheduler that can be closed").check(house);
  }

  @Test
  void nothingStandsModalInTheWayOfAnAlarm() {
    List<String> waiting = List.of("showAndWait", "initModality", "showPrintDialog", "showPageSetupDialog");
    noClasses().that().resideInAnyPackage("iris.ui..", "iris.app..").should().callMethodWhere(
            DescribedPredicate.describe("waits for a dialog", call -> waiting.contains(call.getName())))
        .orShould().dependOnClassesThat(DescribedPredicate.describe("is a dialog", HouseTest::modal))
        .because("a form stands inside its page: a dialog would lie over the next alarm and wait").check(house);
  }

  private static boolean modal(JavaClass c) {
    return Stream.of("javafx.scene.control.Dialog", "javafx.stage.FileChooser", "javafx.stage.DirectoryChooser",
        "java.awt.Dialog", "java.awt.FileDialog", "javax.swing.JOptionPane").anyMatch(c::isAssignableTo)
        || c.getName().equals("javafx.stage.Modality");
  }

  @Test
  void theRuleAboutDialogsFindsOne() {
    JavaClasses bad = new ClassFileImporter().importClasses(Dialogue.class);
    JavaClass dialogue = bad.get(Dialogue.class);
    assertTrue(dialogue.getMethodCallsFromSelf().stream().anyMatch(call -> call.getName().equals("showAndWait")));
    assertTrue(dialogue.getDirectDependenciesFromSelf().stream().anyMatch(d -> modal(d.getTargetClass())));
  }

  /** What the house must not have. */
  private static final class Dialogue {
    static void ask() {
      new javafx.scene.control.Alert(javafx.scene.control.Alert.AlertType.CONFIRMATION).showAndWait();
    }
  }

  @Test
  void looksComeFromTheStyleSheet() {
    noClasses().should().callMethodWhere(
            DescribedPredicate.describe("setStyle", call -> call.getName().equals("setStyle")))
        .because("looks belong to the style sheet: set a style class or a pseudo-class").check(house);
  }
}
