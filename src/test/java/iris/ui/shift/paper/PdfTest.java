package iris.ui.shift.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.report.paper.Folder;
import iris.ui.shift.Sheet;
import iris.words.Lang;
import iris.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paper, read back. */
class PdfTest {
  private static final Instant AT = Instant.parse("2026-11-22T14:24:00Z");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Words FRENCH = Words.of(Lang.FR, PARIS);

  private static Sheet sheet(int lines) {
    return new Sheet("Page de relève", "Du 22/11 05:00 au 22/11 15:24 (10\u00a0h\u00a024)", "Aucune relève avant.", List.of(
        new Sheet.Section("Notes", List.of(
            new Sheet.Line("Où est l’opérateur\u202f? «\u00a0Près d’ici\u00a0»\u202f; œuvre, forêt, ça, Noël.", true),
            new Sheet.Line("Une ligne qui ne tient pas en une : ".repeat(6) + "fin de la longue ligne.", false),
            new Sheet.Line("Inconnus de la police : \uD83D\uDE80 漢字\u0007.", false))),
        new Sheet.Section("Épisodes ouverts", List.of(new Sheet.Line("Aucun épisode ouvert.", false))),
        new Sheet.Section("Pendant la vacation", IntStream.rangeClosed(1, lines)
            .mapToObj(i -> new Sheet.Line("Ligne " + i + " de la nuit.", false)).toList())));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      // Where a line is broken is the page's business.
      return new PDFTextStripper().getText(document).replaceAll("\\R", " ");
    }
  }

  @Test
  void accentsLigaturesAndNarrowSpacesAreReadBackAsTheyWereWritten() throws IOException {
    String text = text(Pdf.of(sheet(3), List.of(), AT, FRENCH));
    assertTrue(text.contains("Où est l’opérateur\u202f? «\u00a0Près d’ici\u00a0»\u202f; œuvre, forêt, ça, Noël."), text);
    assertTrue(text.contains("Aucun épisode ouvert."), text);
    assertTrue(text.contains("fin de la longue ligne."), text);
    assertTrue(text.contains("Inconnus de la police : ? ?? ."), text);
    assertTrue(text.contains("page 1 sur 1"), text);
  }

  @Test
  void aLongNightFlowsOntoNumberedPagesAndNoLineIsLost() throws IOException {
    byte[] pdf = Pdf.of(sheet(150), List.of("Marie Curie", "Paul Éluard"), AT, FRENCH);
    String text = text(pdf);
    for (int i = 1; i <= 150; i++) assertTrue(text.contains("Ligne " + i + " de la nuit."), "line " + i);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertEquals(4, document.getNumberOfPages());
      for (int i = 1; i <= 4; i++) assertTrue(text.contains("page " + i + " sur 4"), text);
    }
    assertTrue(text.contains("Passe la main\u00a0: Marie Curie"), text);
    assertTrue(text.contains("Prend la main\u00a0: Paul Éluard"), text);
  }

  @Test
  void theTypefaceTravelsInTheFile() throws IOException {
    try (PDDocument document = Loader.loadPDF(Pdf.of(sheet(1), List.of(), AT, FRENCH))) {
      PDPage page = document.getPage(0);
      for (COSName name : page.getResources().getFontNames()) {
        assertTrue(page.getResources().getFont(name).isEmbedded());
        assertTrue(page.getResources().getFont(name).getName().contains("IBMPlexSans"));
      }
      assertEquals("fr", document.getDocumentCatalog().getLanguage().substring(0, 2));
    }
  }

  @Test
  void thePageCanBeSeen() throws IOException {
    try (PDDocument document = Loader.loadPDF(Pdf.of(sheet(12), List.of(), AT, FRENCH))) {
      var picture = new PDFRenderer(document).renderImageWithDPI(0, 80);
      Path out = Files.createDirectories(Path.of("target/gallery")).resolve("shift-paper.png");
      ImageIO.write(picture, "png", out.toFile());
      long ink = IntStream.range(0, picture.getHeight()).mapToLong(y -> IntStream.range(0, picture.getWidth())
          .filter(x -> (picture.getRGB(x, y) & 0xff) < 128).count()).sum();
      assertTrue(ink > 2000, "ink: " + ink);
    }
  }

  @Test
  void aFileIsNamedByItsMomentAndNeverWrittenOverAnother(@TempDir Path dir) throws IOException {
    byte[] pdf = Pdf.of(sheet(1), List.of(), AT, FRENCH);
    String folder = dir.resolve("relèves").toString();
    Folder.Kept one = Folder.keep(pdf, folder, Office.name(Lang.FR, AT, PARIS), "pdf");
    assertEquals(new Folder.Kept.At(dir.resolve("relèves/iris-releve-2026-11-22-1524.pdf")), one);
    Folder.Kept two = Folder.keep(pdf, folder, Office.name(Lang.FR, AT, PARIS), "pdf");
    assertEquals(new Folder.Kept.At(dir.resolve("relèves/iris-releve-2026-11-22-1524-2.pdf")), two);
    assertNotEquals(0, Files.size(dir.resolve("relèves/iris-releve-2026-11-22-1524-2.pdf")));
    Path file = Files.createFile(dir.resolve("occupé"));
    assertTrue(Folder.keep(pdf, file.toString(), "x", "pdf") instanceof Folder.Kept.Not(var why)
        && why.key().equals("report.folder.unwritable"));
  }
}
