package iris.ui.shift.paper;

import iris.ui.shift.Sheet;
import iris.words.Words;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The last line of each page: what it belongs to, and which of how many it is, known only when all are written. */
final class Foot {
  private static final double SIZE = 8;

  private Foot() {}

  static void write(PDDocument document, Typeface face, Sheet sheet, Words words) throws IOException {
    int all = document.getNumberOfPages();
    int n = 0;
    for (PDPage page : document.getPages()) {
      n++;
      String left = face.writable("IRIS · " + sheet.title() + " · " + sheet.period());
      String right = face.writable(words.say("ui.shift.paper.page", n, all));
      try (PDPageContentStream pen = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
        Leaves.put(pen, left, face, SIZE, Leaves.MARGIN, Leaves.MARGIN);
        double x = PDRectangle.A4.getWidth() - Leaves.MARGIN - face.width(right, SIZE);
        Leaves.put(pen, right, face, SIZE, x, Leaves.MARGIN);
      }
    }
  }
}
