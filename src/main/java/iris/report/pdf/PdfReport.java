package iris.report.pdf;

import iris.report.Block;
import iris.report.Paper;
import iris.report.Tone;
import iris.report.draw.Drawing;
import iris.report.paper.Cut;
import iris.report.paper.Foot;
import iris.report.paper.Imprint;
import iris.report.paper.Leaves;
import iris.report.paper.Typeface;
import iris.report.plot.ChartPlot;
import iris.report.plot.StripPlot;
import iris.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A report as a PDF of A4 pages that carries its own typeface. */
public final class PdfReport {
  private static final double TITLE = 18;
  private static final double PART = 15;
  private static final double SECTION = 11;
  private static final double TEXT = 9.5;
  private static final double SOFT = 8.5;
  private static final double INDENT = 16;

  private final Typeface plain;
  private final Typeface strong;
  private final Leaves leaves;

  private PdfReport(PDDocument document) throws IOException {
    plain = Typeface.in(document, Cut.REGULAR);
    strong = Typeface.in(document, Cut.STRONG);
    leaves = new Leaves(document);
  }

  public static byte[] of(Paper paper, Words words) throws IOException {
    try (PDDocument document = new PDDocument()) {
      Imprint.put(document, paper.title() + ", " + paper.period(), paper.at(), paper.lang());
      PdfReport report = new PdfReport(document);
      report.write(paper);
      report.leaves.close();
      Foot.write(document, report.plain, paper.title() + " · " + paper.period(), words);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private void write(Paper paper) throws IOException {
    leaves.text(paper.title(), strong, TITLE, 0);
    leaves.text(paper.period(), plain, SECTION, 0);
    leaves.gap(4);
    for (Block block : paper.blocks()) block(block);
  }

  private void block(Block block) throws IOException {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Sentence sentence -> sentence(sentence);
      case Block.Table table -> {
        caption(table.caption(), 3 * Grid.SIZE * 1.3);
        new Grid(table, plain, strong).write(leaves);
      }
      case Block.Chart chart -> drawing(chart.caption(), ChartPlot.of(chart, Leaves.width()));
      case Block.Strip strip -> drawing(strip.caption(), StripPlot.of(strip, Leaves.width()));
      case Block.Rules rules -> {
        int n = 0;
        for (String rule : rules.rules()) {
          n++;
          leaves.item(n + ".", rule, plain, SOFT, INDENT);
          leaves.gap(1.5);
        }
      }
    }
  }

  private void heading(Block.Heading heading) throws IOException {
    if (heading.level() == 1) {
      if (!leaves.fresh()) leaves.next();
      leaves.text(heading.text(), strong, PART, 0);
      leaves.rule();
      leaves.gap(4);
      return;
    }
    leaves.gap(9);
    // A heading at the foot of a page, away from what it heads, helps nobody.
    leaves.keep(SECTION * Leaves.LEADING + 5 * TEXT * Leaves.LEADING);
    leaves.text(heading.text(), strong, SECTION, 0);
    leaves.gap(1);
  }

  private void sentence(Block.Sentence sentence) throws IOException {
    Tone tone = sentence.tone();
    String sign = tone.sign();
    Typeface face = tone == Tone.PLAIN || tone == Tone.SOFT ? plain : strong;
    // A verdict is what the first page is opened for.
    double size = tone == Tone.SOFT ? SOFT : sign.isEmpty() ? TEXT : SECTION;
    if (sign.isEmpty()) leaves.text(sentence.text(), face, size, 0);
    else leaves.item(sign, sentence.text(), face, size, INDENT);
    leaves.gap(2);
  }

  private void caption(String caption, double with) throws IOException {
    if (caption.isEmpty()) return;
    leaves.gap(3);
    leaves.keep(SOFT * Leaves.LEADING + with);
    leaves.text(caption, plain, SOFT, 0);
    leaves.gap(1);
  }

  private void drawing(String caption, Drawing drawing) throws IOException {
    caption(caption, drawing.height());
    leaves.draw(drawing.height(), (pen, x, top) -> Brush.draw(drawing, pen, plain, x, top));
    leaves.gap(6);
  }
}
