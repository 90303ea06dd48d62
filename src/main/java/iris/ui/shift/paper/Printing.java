package iris.ui.shift.paper;

import iris.signal.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.image.ImageView;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Prints the pages of a PDF: paper and file are the same page. On Linux the print system takes the file ({@link Spooler});
 * elsewhere the toolkit draws its pages. On any thread but the FX thread, which the toolkit allows
 * as long as what is printed stands in no scene: a print server that does not answer holds nothing up.
 */
final class Printing {
  private static final int DPI = 200;

  private Printing() {}

  /** Names of the printers that the machine knows, in order; none where printing is not possible at all. */
  static List<String> printers() {
    TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Printer.getAllPrinters().forEach(p -> names.add(p.getName()));
    return List.copyOf(names);
  }

  /** Empty: the printer has taken it. */
  static Optional<Reason> print(byte[] pdf, String name) throws IOException {
    Optional<Printer> printer = Printer.getAllPrinters().stream().filter(p -> p.getName().equals(name)).findFirst();
    if (printer.isEmpty()) return Optional.of(Reason.of("ui.shift.paper.no-printer"));
    if (Spooler.linux()) {
      Optional<Path> lp = Spooler.command();
      return lp.isPresent() ? Spooler.print(lp.get(), pdf, name) : Optional.of(Reason.of("ui.shift.paper.no-lp"));
    }
    return draw(pdf, name, printer.get());
  }

  private static Optional<Reason> draw(byte[] pdf, String name, Printer printer) throws IOException {
    PrinterJob job = PrinterJob.createPrinterJob(printer);
    if (job == null) return Optional.of(Reason.of("ui.shift.paper.refused", name));
    PageLayout layout = printer
        .createPageLayout(Paper.A4, PageOrientation.PORTRAIT, Printer.MarginType.HARDWARE_MINIMUM);
    job.getJobSettings().setJobName("IRIS");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        if (!job.printPage(layout, page(renderer.renderImageWithDPI(i, DPI, ImageType.GRAY), layout))) {
          job.cancelJob();
          return Optional.of(Reason.of("ui.shift.paper.refused", name));
        }
      }
    }
    return job.endJob() ? Optional.empty() : Optional.of(Reason.of("ui.shift.paper.refused", name));
  }

  private static ImageView page(BufferedImage picture, PageLayout layout) {
    ImageView view = new ImageView(SwingFXUtils.toFXImage(picture, null));
    view.setPreserveRatio(true);
    view.setFitWidth(layout.getPrintableWidth());
    view.setFitHeight(layout.getPrintableHeight());
    return view;
  }
}
