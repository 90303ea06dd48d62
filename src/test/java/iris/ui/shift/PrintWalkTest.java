package iris.ui.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.ui.shift.paper.PaperOfATest;
import iris.ui.shift.paper.Press;
import iris.words.Lang;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The page of the shift goes on paper: a command that is run, and its answer; never a printer that has paper. */
@EnabledOnOs(OS.LINUX)
class PrintWalkTest extends ShiftWalk {
  private PaperOfATest paper(String ending) throws Exception {
    PaperOfATest made = new PaperOfATest(Files.createDirectories(home.resolve("lp")), ending, List.of("Accueil", "Salle"));
    press = made;
    return made;
  }

  @Test
  void thePageIsPrintedWithTheMouseOnThePrinterThatWasChosen() throws Exception {
    PaperOfATest paper = paper("exit 0");
    open(Lang.FR, Nights.busy());
    robot.clickOn(() -> find("#shift-tool-paper"));
    until(() -> shown("#shift-print") && !shown("#shift-no-printer"));
    robot.choose(() -> find("#shift-printers"), "Salle");
    robot.clickOn(() -> find("#shift-print"));
    until(() -> text("#shift-paper-done").equals("Page confiée à l’imprimante Salle."));
    assertEquals("-d Salle -t IRIS -", paper.order());
    assertTrue(paper.printed().contains("rappeler s’il n’y a rien"), paper::printed);
  }

  @Test
  void thePageIsPrintedAtTheKeyboardAndTheFocusStaysInThePage() throws Exception {
    PaperOfATest paper = paper("exit 0");
    open(Lang.EN, Nights.busy());
    robot.type(KeyCode.P);
    focused("#shift-save");
    until(() -> shown("#shift-print"));
    robot.type(KeyCode.TAB);
    focused("#shift-printers");
    robot.type(KeyCode.TAB);
    focused("#shift-print");
    robot.type(KeyCode.SPACE);
    until(() -> text("#shift-paper-done").equals("Page handed to the printer Accueil."));
    focused("#shift-print");
    assertEquals("-d Accueil -t IRIS -", paper.order());
    assertTrue(paper.printed().contains("DARVA a ouvert le ticket 4512"), paper::printed);
  }

  @Test
  void whatThePrintSystemRefusesIsSaidInItsOwnWordsAndCanBeTriedAgain() throws Exception {
    PaperOfATest paper = paper("echo 'lp: the printer is out of paper'; exit 1");
    open(Lang.FR, Nights.busy());
    robot.type(KeyCode.P);
    until(() -> shown("#shift-print"));
    robot.clickOn(() -> find("#shift-print"));
    until(() -> text("#shift-paper-done").contains("lp: the printer is out of paper"));
    paper.ends("exit 0");
    robot.clickOn(() -> find("#shift-print"));
    until(() -> text("#shift-paper-done").equals("Page confiée à l’imprimante Accueil."));
  }

  @Test
  void aRealVirtualPrinterTakesThePage() throws Exception {
    List<String> virtual = Press.ofThisMachine().printers().stream().filter(name -> name.contains("PDF")).toList();
    Assumptions.assumeFalse(virtual.isEmpty(), "skipped: no virtual printer (apt-get install cups printer-driver-cups-pdf)");
    open(Lang.EN, Nights.busy());
    robot.type(KeyCode.P);
    until(() -> shown("#shift-print"));
    onFx(() -> {
      @SuppressWarnings("unchecked")
      ChoiceBox<String> printers = (ChoiceBox<String>) find("#shift-printers");
      printers.setValue(virtual.getFirst());
      return null;
    });
    robot.clickOn(() -> find("#shift-print"));
    until(() -> text("#shift-paper-done").equals("Page handed to the printer " + virtual.getFirst() + "."));
  }
}
