package iris.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.ui.gallery.Golden;
import iris.ui.picture.Picture;
import iris.words.Lang;
import iris.words.Words;
import java.awt.image.BufferedImage;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** The printed report as a reader of PDF shows it: text, tables and charts at their places. */
class PaperGalleryTest {
  private static final float DPI = 84;

  @Test
  void everyPageOfTheReportOfOneService() throws Exception {
    hold("report-fr", Lang.FR, 2, 5, "siv");
  }

  @Test
  void theFirstPageOfTheReportOfAll() throws Exception {
    byte[] pdf = Press.print(Autumn.books().statement(List.of(), Autumn.OCTOBER, Autumn.NOW), Format.PDF,
        Words.of(Lang.EN, Autumn.PARIS));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Golden.hold("report-all-en-1", page(document, 0));
    }
  }

  private static void hold(String name, Lang lang, int fewest, int most, String service) throws Exception {
    byte[] pdf = Press.print(Autumn.books().statement(List.of(service), Autumn.OCTOBER, Autumn.NOW), Format.PDF,
        Words.of(lang, Autumn.PARIS));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      assertTrue(pages >= fewest && pages <= most, () -> pages + " pages");
      for (int i = 0; i < pages; i++) Golden.hold(name + "-" + (i + 1), page(document, i));
    }
  }

  private static Picture page(PDDocument document, int number) throws Exception {
    BufferedImage drawn = new PDFRenderer(document).renderImageWithDPI(number, DPI);
    int[] argb = drawn.getRGB(0, 0, drawn.getWidth(), drawn.getHeight(), null, 0, drawn.getWidth());
    return new Picture(drawn.getWidth(), drawn.getHeight(), argb);
  }
}
