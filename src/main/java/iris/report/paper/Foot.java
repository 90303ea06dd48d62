package iris.report.paper;

import iris.words.Words;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The last line of each page: what it belongs to, and which of how many it is, known only when all are written. */
public final class Foot {
  private static final double SIZE = 8;

  private Foot() {}

  public static void write(PDDocument document, Typeface face, String belongs, Words words) throws IOException {
    int all = document.getNumberOfPages();
    int n = 0;
    for (PDPage page : document.getPages()) {
      n++;
      String right = face.writable(words.say("report.page", n, all));
      double x = PDRectangle.A4.getWidth() - Leaves.MARGIN - face.width(right, SIZE);
      String left = Wrap.lines("IRIS · " + belongs, face, SIZE, x - Leaves.MARGIN - SIZE).getFirst();
      try (PDPageContentStream pen = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
        Leaves.put(pen, left, face, SIZE, Leaves.MARGIN, Leaves.MARGIN);
        Leaves.put(pen, right, face, SIZE, x, Leaves.MARGIN);
      }
    }
  }
}
