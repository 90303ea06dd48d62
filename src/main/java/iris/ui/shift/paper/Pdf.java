package iris.ui.shift.paper;

import iris.report.paper.Cut;
import iris.report.paper.Foot;
import iris.report.paper.Imprint;
import iris.report.paper.Leaves;
import iris.report.paper.Typeface;
import iris.ui.shift.Sheet;
import iris.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A sheet as a PDF of A4 pages: as many as it takes, each with its number. */
public final class Pdf {
  static final double TITLE = 17;
  static final double HEADING = 10.5;
  static final double TEXT = 9.5;
  private static final double INDENT = 11;
  private static final String BULLET = "•";
  private static final String STRONG = "!";

  private Pdf() {}

  /**
   * @param signed the names under the page; empty lines to sign by hand where there are none
   * @param at when it was made
   */
  public static byte[] of(Sheet sheet, List<String> signed, Instant at, Words words) throws IOException {
    try (PDDocument document = new PDDocument()) {
      Imprint.put(document, sheet.title() + ", " + sheet.period(), at, words.lang());
      Typeface plain = Typeface.in(document, Cut.REGULAR);
      Typeface strong = Typeface.in(document, Cut.STRONG);
      Leaves leaves = new Leaves(document);
      leaves.text(sheet.title(), strong, TITLE, 0);
      leaves.text(sheet.period(), plain, HEADING, 0);
      leaves.text(sheet.before(), plain, TEXT, 0);
      for (Sheet.Section section : sheet.sections()) {
        leaves.gap(7);
        // A heading at the foot of a page, away from its first line, helps nobody.
        leaves.keep(HEADING * 1.4 + 2.8 * TEXT);
        leaves.text(section.heading(), strong, HEADING, 0);
        leaves.rule();
        for (Sheet.Line line : section.lines())
          leaves.item(line.strong() ? STRONG : BULLET, line.text(), line.strong() ? strong : plain, TEXT, INDENT);
      }
      signatures(leaves, signed, plain, words);
      leaves.close();
      Foot.write(document, plain, sheet.title() + " · " + sheet.period(), words);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void signatures(Leaves leaves, List<String> signed, Typeface plain, Words words) throws IOException {
    leaves.gap(20);
    leaves.keep(60);
    String by = signed.size() == 2 ? signed.getFirst() : "";
    String to = signed.size() == 2 ? signed.getLast() : "";
    leaves.sign(words.say("ui.shift.paper.outgoing", by), words.say("ui.shift.paper.incoming", to), plain, TEXT);
  }
}
