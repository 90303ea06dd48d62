package iris.ui.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.Relieving;
import iris.ui.desk.Boards;
import iris.ui.walk.Walked;
import iris.ui.walk.Walked.Hand;
import iris.words.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.print.Printer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Notes, the handover and its paper, as a hand on the keyboard and one on the mouse do them. */
class ShiftWalkTest extends ShiftWalk {
  @Test
  @Walked(acts = Act.Note.class, by = Hand.KEYS, in = Lang.FR)
  void aNoteIsTypedAndStandsOnThePage() throws Exception {
    open(Lang.FR, Boards.calm().board());
    says("Aucune note.");
    robot.type(KeyCode.N);
    focused("#shift-note");
    robot.write("rappeler a 18 h").type(KeyCode.ENTER);
    says("15:27, Marie : rappeler a 18 h");
    until(() -> field("#shift-note").isEmpty());
    assertEquals(List.of(new Act.Note("Marie", "rappeler a 18 h")), acts);
  }

  @Test
  @Walked(acts = Act.Note.class, by = Hand.MOUSE, in = Lang.EN)
  void aNoteIsAddedWithTheMouseAndAnEmptyOneIsRefusedInASentence() throws Exception {
    open(Lang.EN, Boards.calm().board());
    robot.clickOn(() -> find("#shift-note-add"));
    until(() -> text("#station-notice").contains("the note is empty"));
    robot.clickOn(() -> find("#shift-note")).write("call at six");
    robot.clickOn(() -> find("#shift-note-add"));
    says("15:27, Marie: call at six");
  }

  @Test
  @Walked(acts = Act.Note.class, by = Hand.KEYS, in = Lang.EN)
  void aNoteIsTypedInEnglishToo() throws Exception {
    open(Lang.EN, Boards.calm().board());
    robot.type(KeyCode.N);
    focused("#shift-note");
    robot.write("call at six").type(KeyCode.ENTER);
    says("15:27, Marie: call at six");
    assertEquals(List.of(new Act.Note("Marie", "call at six")), acts);
  }

  @Test
  @Walked(acts = Act.Note.class, by = Hand.MOUSE, in = Lang.FR)
  void aNoteIsAddedWithTheMouseInFrenchToo() throws Exception {
    open(Lang.FR, Boards.calm().board());
    robot.clickOn(() -> find("#shift-note")).write("rappeler");
    robot.clickOn(() -> find("#shift-note-add"));
    says("15:27, Marie : rappeler");
  }

  @Test
  @Walked(acts = Act.HandOver.class, by = Hand.KEYS, in = Lang.EN)
  void aHandoverIsSignedAtTheKeyboardInEnglishToo() throws Exception {
    open(Lang.EN, Boards.calm().board());
    robot.type(KeyCode.R);
    focused("#shift-outgoing");
    robot.write("Marie Curie").type(KeyCode.ENTER);
    focused("#shift-incoming");
    robot.write("Paul").type(KeyCode.ENTER);
    until(() -> text("#shift-signed").startsWith("Last handover signed at 15:27: Marie Curie handed over to Paul."));
  }

  @Test
  @Walked(acts = Act.HandOver.class, by = Hand.MOUSE, in = Lang.FR)
  void aHandoverIsSignedWithTheMouseInFrenchToo() throws Exception {
    open(Lang.FR, Boards.calm().board());
    robot.clickOn(() -> find("#shift-tool-sign"));
    robot.clickOn(() -> find("#shift-me"));
    focused("#shift-incoming");
    robot.write("Paul");
    robot.clickOn(() -> find("#shift-sign"));
    until(() -> text("#shift-signed").startsWith("Dernière relève signée à 15:27 : Marie a passé la main à Paul."));
  }

  @Test
  @Walked(acts = Act.HandOver.class, by = Hand.KEYS, in = Lang.FR)
  void aHandoverIsSignedByTwoAtTheKeyboardAndOneAloneIsRefused() throws Exception {
    open(Lang.FR, Nights.busy());
    robot.type(KeyCode.R);
    focused("#shift-outgoing");
    robot.write("Marie Curie").type(KeyCode.ENTER);
    focused("#shift-incoming");
    String page = sheet();
    robot.type(KeyCode.ENTER);
    until(() -> text("#station-notice").contains("Marie Curie a signé seul"));
    assertTrue(board.get().shift().handed().orElseThrow().to().equals("Marie"), "the handover before still stands");
    robot.write("Paul").type(KeyCode.ENTER);
    until(() -> text("#shift-signed").startsWith("Dernière relève signée à 15:27 : Marie Curie a passé la main à Paul."));
    Act.HandOver act = (Act.HandOver) acts.getLast();
    assertEquals(Relieving.digest(act.text()), act.digest());
    assertTrue(page.lines().skip(1).findFirst().filter(act.text().replace('\u00a0', ' ').replace('\u202f', ' ')::contains).isPresent());
    assertTrue(act.text().contains("DARVA a ouvert le ticket 4512"));
    says("Du 22/11 15:27 au 22/11 15:27");
    says("Aucune note.");
    assertEquals("", field("#shift-outgoing"));
  }

  @Test
  @Walked(acts = Act.HandOver.class, by = Hand.MOUSE, in = Lang.EN)
  void aHandoverIsSignedWithTheMouse() throws Exception {
    open(Lang.EN, Boards.calm().board());
    robot.clickOn(() -> find("#shift-tool-sign"));
    robot.clickOn(() -> find("#shift-me"));
    focused("#shift-incoming");
    robot.write("Paul");
    robot.clickOn(() -> find("#shift-sign"));
    until(() -> text("#shift-signed").startsWith("Last handover signed at 15:27: Marie handed over to Paul."));
    says("Handover before this one at 15:27: Marie handed over to Paul.");
  }

  @Test
  void thePageIsSavedFromTheKeyboardIntoAFolderThatIsTyped() throws Exception {
    open(Lang.FR, Nights.busy());
    robot.type(KeyCode.P);
    focused("#shift-save");
    Path folder = home.resolve("releves");
    onFx(() -> {
      ((TextField) find("#shift-folder")).setText(folder.toString());
      find("#shift-folder").requestFocus();
      return null;
    });
    robot.type(KeyCode.ENTER);
    Path file = folder.resolve("iris-releve-2026-11-22-1527.pdf");
    until(() -> text("#shift-paper-done").equals("Page enregistrée : " + file));
    String said = read(file);
    assertTrue(said.contains("rappeler s’il n’y a rien"), said);
    assertTrue(said.contains("Passe la main"), said);
  }

  @Test
  void theSignedPageIsSavedWithBothNamesAndTheMouse() throws Exception {
    open(Lang.EN, Nights.busy());
    robot.clickOn(() -> find("#shift-tool-sign"));
    robot.clickOn(() -> find("#shift-me")).write("Paul");
    robot.clickOn(() -> find("#shift-sign"));
    until(() -> text("#shift-signed").contains("15:27"));
    robot.clickOn(() -> find("#shift-tool-paper"));
    until(() -> shown("#shift-as-signed"));
    robot.clickOn(() -> find("#shift-save"));
    until(() -> text("#shift-paper-done").startsWith("Page saved"));
    focused("#shift-save");
    try (Stream<Path> files = Files.list(home)) {
      String said = read(files.filter(f -> f.toString().endsWith(".pdf")).findFirst().orElseThrow());
      assertTrue(said.contains("Hands over: Marie") && said.contains("Takes over: Paul"), said);
      assertTrue(said.contains("3 acts refused"), "the page of the shift that was signed, not of the next");
    }
  }

  @Test
  void withoutAPrinterThePageSaysSoWithTheWayOut() throws Exception {
    Assumptions.assumeTrue(Printer.getAllPrinters().isEmpty(), "skipped: this machine has a printer");
    open(Lang.FR, Boards.calm().board());
    robot.type(KeyCode.P);
    until(() -> text("#shift-no-printer").startsWith("Aucune imprimante sur ce poste : enregistrez la page en PDF"));
    assertFalse(shown("#shift-print"));
  }

  @Test
  void aPrinterIsChosenInThePageAndTheFocusStays() throws Exception {
    Assumptions.assumeTrue(Printer.getAllPrinters().stream().anyMatch(p -> p.getName().contains("PDF")),
        "skipped: no virtual printer (apt-get install cups printer-driver-cups-pdf)");
    open(Lang.EN, Boards.calm().board());
    robot.type(KeyCode.P);
    until(() -> shown("#shift-print") && !shown("#shift-no-printer"));
    focused("#shift-save");
  }

  private static String read(Path pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document).replaceAll("\\R", " ").replace('\u00a0', ' ').replace('\u202f', ' ');
    }
  }
}
