package iris.report.paper;

import iris.words.Lang;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** What a document says of itself, to who looks for it and to who has it read aloud. */
public final class Imprint {
  private Imprint() {}

  /** @param at when it was made */
  public static void put(PDDocument document, String title, Instant at, Lang lang) {
    PDDocumentInformation info = document.getDocumentInformation();
    info.setTitle(title);
    info.setCreator("IRIS");
    Calendar when = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    when.setTimeInMillis(at.toEpochMilli());
    info.setCreationDate(when);
    document.getDocumentCatalog().setLanguage(lang.locale().toLanguageTag());
  }
}
