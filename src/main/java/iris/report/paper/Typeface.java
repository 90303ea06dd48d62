package iris.report.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The program's typeface inside a document, only the glyphs that it uses. For one thread. */
public final class Typeface {
  private final PDType0Font font;
  private final CmapLookup glyphs;
  /** By sign, in thousandths: a table asks for the same hundred ten thousand times. */
  private final Map<Integer, Double> widths = new HashMap<>();

  private Typeface(PDType0Font font, CmapLookup glyphs) {
    this.font = font;
    this.glyphs = glyphs;
  }

  public static Typeface in(PDDocument document, Cut cut) throws IOException {
    try (InputStream in = cut.file()) {
      TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBuffer(in));
      // Ligatures: a fifth of the time of a report, and a line is measured without them.
      read.setEnableGsub(false);
      return new Typeface(PDType0Font.load(document, read, true), read.getUnicodeCmapLookup());
    }
  }

  public PDType0Font font() {
    return font;
  }

  /** In points; {@code text} must be {@link #writable}. */
  public double width(String text, double size) throws IOException {
    double width = 0;
    for (int i = 0; i < text.length(); ) {
      int sign = text.codePointAt(i);
      Double known = widths.get(sign);
      if (known == null) widths.put(sign, known = (double) font.getStringWidth(Character.toString(sign)));
      width += known;
      i += Character.charCount(sign);
    }
    return width / 1000 * size;
  }

  /** What the typeface can write: feeds and people name things as they like, and one sign must not cost the page. */
  public String writable(String text) {
    StringBuilder can = new StringBuilder();
    text.codePoints().forEach(c -> {
      if (Character.isISOControl(c)) can.append(' ');
      else if (glyphs.getGlyphId(c) != 0) can.appendCodePoint(c);
      else if (Character.getType(c) != Character.NON_SPACING_MARK) can.append('?');
    });
    return can.toString();
  }
}
