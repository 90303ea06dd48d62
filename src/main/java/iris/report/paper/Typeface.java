package iris.report.paper;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The program's typeface inside a document, only the glyphs that it uses. */
public final class Typeface {
  private final PDType0Font font;
  private final CmapLookup glyphs;

  private Typeface(PDType0Font font, CmapLookup glyphs) {
    this.font = font;
    this.glyphs = glyphs;
  }

  public static Typeface in(PDDocument document, Cut cut) throws IOException {
    try (InputStream in = cut.file()) {
      TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBuffer(in));
      return new Typeface(PDType0Font.load(document, read, true), read.getUnicodeCmapLookup());
    }
  }

  public PDType0Font font() {
    return font;
  }

  /** In points; {@code text} must be {@link #writable}. */
  public double width(String text, double size) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
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
