package iris.report;

import iris.report.data.CsvReport;
import iris.report.data.JsonReport;
import iris.report.html.HtmlReport;
import iris.report.pdf.PdfReport;
import iris.report.text.PaperMaker;
import iris.words.Words;
import java.io.IOException;

/** One statement in any format and language. */
public final class Press {
  private Press() {}

  public static byte[] print(Statement statement, Format format, Words words) throws IOException {
    return switch (format) {
      case PDF -> PdfReport.of(PaperMaker.of(statement, words), words);
      case HTML -> HtmlReport.of(PaperMaker.of(statement, words));
      case CSV -> CsvReport.of(statement, words);
      case JSON -> JsonReport.of(statement, words);
    };
  }
}
