package iris.ui.shift.paper;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Writes downwards, and goes on on a new page where one is full. Lengths in points. */
final class Leaves implements AutoCloseable {
  static final double MARGIN = 51;
  /** Room of the page's number. */
  static final double FOOT = 30;
  private static final double LEADING = 1.4;

  private final PDDocument document;
  private PDPageContentStream pen;
  private double y;

  Leaves(PDDocument document) throws IOException {
    this.document = document;
    next();
  }

  private static double width() {
    return PDRectangle.A4.getWidth() - 2 * MARGIN;
  }

  private void next() throws IOException {
    close();
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pen = new PDPageContentStream(document, page);
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  /** So much must still find room, else on the next page. */
  void keep(double height) throws IOException {
    if (y - height < MARGIN + FOOT) next();
  }

  void gap(double height) {
    y -= height;
  }

  void text(String text, Typeface face, double size, double indent) throws IOException {
    for (String line : Wrap.lines(text, face, size, width() - indent)) line(line, face, size, MARGIN + indent);
  }

  /** With a sign before it, and its further lines under its first. */
  void item(String sign, String text, Typeface face, double size, double indent) throws IOException {
    boolean first = true;
    for (String line : Wrap.lines(text, face, size, width() - indent)) {
      keep(size * LEADING);
      if (first) put(face.writable(sign), face, size, MARGIN + 2, y - size);
      first = false;
      line(line, face, size, MARGIN + indent);
    }
  }

  private void line(String text, Typeface face, double size, double x) throws IOException {
    keep(size * LEADING);
    put(text, face, size, x, y - size);
    y -= size * LEADING;
  }

  void rule() throws IOException {
    rule(MARGIN, MARGIN + width(), y + 1);
    y -= 2;
  }

  private void rule(double from, double to, double at) throws IOException {
    pen.setLineWidth(0.5f);
    pen.moveTo((float) from, (float) at);
    pen.lineTo((float) to, (float) at);
    pen.stroke();
  }

  /** Two places side by side, each with a line to write on. */
  void sign(String left, String right, Typeface face, double size) throws IOException {
    double half = (width() - 24) / 2;
    put(Wrap.lines(left, face, size, half).getFirst(), face, size, MARGIN, y - size);
    put(Wrap.lines(right, face, size, half).getFirst(), face, size, MARGIN + half + 24, y - size);
    rule(MARGIN, MARGIN + half, y - 3.2 * size);
    rule(MARGIN + half + 24, MARGIN + width(), y - 3.2 * size);
    y -= 4 * size;
  }

  private void put(String text, Typeface face, double size, double x, double at) throws IOException {
    put(pen, text, face, size, x, at);
  }

  static void put(PDPageContentStream on, String text, Typeface face, double size, double x, double at) throws IOException {
    on.beginText();
    on.setFont(face.font(), (float) size);
    on.newLineAtOffset((float) x, (float) at);
    on.showText(text);
    on.endText();
  }

  @Override
  public void close() throws IOException {
    if (pen != null) pen.close();
    pen = null;
  }
}
