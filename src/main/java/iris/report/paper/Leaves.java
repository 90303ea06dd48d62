package iris.report.paper;

import java.io.IOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** A4 pages, written downwards; goes on on a new page where one is full. Lengths in points. */
public final class Leaves implements AutoCloseable {
  public static final double MARGIN = 51;
  public static final double LEADING = 1.4;
  /** Room of the page's number. */
  private static final double FOOT = 30;
  private static final double TOP = PDRectangle.A4.getHeight() - MARGIN;

  private final PDDocument document;
  private @Nullable PDPageContentStream pen;
  private double y;

  public Leaves(PDDocument document) throws IOException {
    this.document = document;
    next();
  }

  /** Draws something of its own. */
  @FunctionalInterface
  public interface Hand {
    /** @param x of its left, {@code top} of its top; the page's y grows upwards */
    void draw(PDPageContentStream pen, double x, double top) throws IOException;
  }

  /** From margin to margin. */
  public static double width() {
    return PDRectangle.A4.getWidth() - 2 * MARGIN;
  }

  /** The most that one page takes. */
  public static double height() {
    return TOP - MARGIN - FOOT;
  }

  /** Goes on on a new page. */
  public void next() throws IOException {
    close();
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pen = new PDPageContentStream(document, page);
    y = TOP;
  }

  /** Nothing stands on this page yet. */
  public boolean fresh() {
    return y == TOP;
  }

  /** So much must still find room, else on the next page. True: it is the next page. */
  public boolean keep(double height) throws IOException {
    if (y - height >= MARGIN + FOOT || fresh()) return false;
    next();
    return true;
  }

  /** None at the top of a page. */
  public void gap(double height) {
    if (!fresh()) y -= height;
  }

  /** Takes this height in one piece. */
  public void draw(double height, Hand hand) throws IOException {
    keep(height);
    hand.draw(pen(), MARGIN, y);
    y -= height;
  }

  public void text(String text, Typeface face, double size, double indent) throws IOException {
    for (String line : Wrap.lines(text, face, size, width() - indent)) line(line, face, size, MARGIN + indent);
  }

  /** With a sign before it, and its further lines under its first. */
  public void item(String sign, String text, Typeface face, double size, double indent) throws IOException {
    boolean first = true;
    for (String line : Wrap.lines(text, face, size, width() - indent)) {
      keep(size * LEADING);
      if (first) put(pen(), face.writable(sign), face, size, MARGIN + 2, y - size);
      first = false;
      line(line, face, size, MARGIN + indent);
    }
  }

  private void line(String text, Typeface face, double size, double x) throws IOException {
    keep(size * LEADING);
    put(pen(), text, face, size, x, y - size);
    y -= size * LEADING;
  }

  public void rule() throws IOException {
    rule(MARGIN, MARGIN + width(), y + 1);
    y -= 2;
  }

  private void rule(double from, double to, double at) throws IOException {
    pen().setLineWidth(0.5f);
    pen().moveTo((float) from, (float) at);
    pen().lineTo((float) to, (float) at);
    pen().stroke();
  }

  /** Two places side by side, each with a line to write on. */
  public void sign(String left, String right, Typeface face, double size) throws IOException {
    double half = (width() - 24) / 2;
    put(pen(), Wrap.lines(left, face, size, half).getFirst(), face, size, MARGIN, y - size);
    put(pen(), Wrap.lines(right, face, size, half).getFirst(), face, size, MARGIN + half + 24, y - size);
    rule(MARGIN, MARGIN + half, y - 3.2 * size);
    rule(MARGIN + half + 24, MARGIN + width(), y - 3.2 * size);
    y -= 4 * size;
  }

  /** {@code text} must be {@link Typeface#writable}; {@code at}: its base line. */
  public static void put(PDPageContentStream on, String text, Typeface face, double size, double x, double at)
      throws IOException {
    on.beginText();
    on.setFont(face.font(), (float) size);
    on.newLineAtOffset((float) x, (float) at);
    on.showText(text);
    on.endText();
  }

  private PDPageContentStream pen() {
    return Objects.requireNonNull(pen, "closed");
  }

  @Override
  public void close() throws IOException {
    if (pen != null) pen.close();
    pen = null;
  }
}
