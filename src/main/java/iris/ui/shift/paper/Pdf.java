package iris.ui.shift.paper;

import iris.ui.shift.Sheet;
import iris.ui.theme.Type;
import iris.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

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
      describe(document, sheet, at, words);
      Typeface plain = Typeface.in(document, Type.REGULAR);
      Typeface strong = Typeface.in(document, Type.STRONG);
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
      Foot.write(document, plain, sheet, words);
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

  private static void describe(PDDocument document, Sheet sheet, Instant at, Words words) {
    PDDocumentInformation info = document.getDocumentInformation();
    info.setTitle(sheet.title() + ", " + sheet.period());
    info.setCreator("IRIS");
    Calendar when = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    when.setTimeInMillis(at.toEpochMilli());
    info.setCreationDate(when);
    document.getDocumentCatalog().setLanguage(words.lang().locale().toLanguageTag());
  }
}
