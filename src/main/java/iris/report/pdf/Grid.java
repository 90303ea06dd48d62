package iris.report.pdf;

import iris.report.Block.Table;
import iris.report.Block.Table.Cell;
import iris.report.Tone;
import iris.report.draw.Ink;
import iris.report.paper.Leaves;
import iris.report.paper.Typeface;
import iris.report.paper.Wrap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A table over as many pages as it takes, its head above each of them. */
final class Grid {
  static final double SIZE = 8.5;
  private static final double LINE = SIZE * 1.3;
  private static final double PAD = 5;
  private static final double LEADING = 4;

  private final Table table;
  private final Typeface plain;
  private final Typeface strong;
  private final double[] widths;

  Grid(Table table, Typeface plain, Typeface strong) throws IOException {
    this.table = table;
    this.plain = plain;
    this.strong = strong;
    widths = Widths.of(wanted(), least(), Leaves.width());
  }

  /** Of one row: each cell in its lines. */
  private record Row(List<List<String>> cells, double height) {}

  void write(Leaves leaves) throws IOException {
    Row head = row(table.columns().stream().map(c -> new Cell(c.head(), Tone.STRONG)).toList());
    List<Row> rows = new ArrayList<>();
    for (List<Cell> cells : table.rows()) rows.add(row(cells));
    leaves.keep(head.height() + (rows.isEmpty() ? 0 : rows.getFirst().height()));
    head(leaves, head);
    for (int i = 0; i < rows.size(); i++) {
      if (leaves.keep(rows.get(i).height())) head(leaves, head);
      put(leaves, rows.get(i), table.rows().get(i), 0.25);
    }
    leaves.gap(4);
  }

  private void head(Leaves leaves, Row head) throws IOException {
    put(leaves, head, table.columns().stream().map(c -> new Cell(c.head(), Tone.STRONG)).toList(), 0.8);
  }

  private void put(Leaves leaves, Row row, List<Cell> cells, double rule) throws IOException {
    leaves.draw(row.height(), (pen, x, top) -> {
      double left = x;
      for (int i = 0; i < widths.length; i++) {
        cell(pen, row.cells().get(i), cells.get(i), table.columns().get(i).figures(), left, top, widths[i]);
        left += widths[i];
      }
      Brush.strokes(pen, rule > 0.5 ? Ink.TEXT : Ink.GRID);
      pen.setLineWidth((float) rule);
      pen.moveTo((float) x, (float) (top - row.height()));
      pen.lineTo((float) left, (float) (top - row.height()));
      pen.stroke();
      Brush.strokes(pen, Ink.TEXT);
    });
  }

  private void cell(PDPageContentStream pen, List<String> lines, Cell cell, boolean right, double x, double top, double width)
      throws IOException {
    Typeface face = face(cell);
    Brush.fills(pen, ink(cell.tone()));
    double y = top - LEADING / 2 - SIZE;
    for (String line : lines) {
      double at = right ? x + width - PAD - face.width(line, SIZE) : x + PAD;
      Leaves.put(pen, line, face, SIZE, at, y);
      y -= LINE;
    }
    Brush.fills(pen, Ink.TEXT);
  }

  private Row row(List<Cell> cells) throws IOException {
    List<List<String>> all = new ArrayList<>();
    int most = 1;
    for (int i = 0; i < cells.size(); i++) {
      List<String> lines = Wrap.lines(cells.get(i).signed(), face(cells.get(i)), SIZE, widths[i] - 2 * PAD + 0.01);
      all.add(lines);
      most = Math.max(most, lines.size());
    }
    return new Row(all, most * LINE + LEADING);
  }

  private Typeface face(Cell cell) {
    return cell.tone() == Tone.PLAIN || cell.tone() == Tone.SOFT ? plain : strong;
  }

  static Ink ink(Tone tone) {
    return switch (tone) {
      case SOFT -> Ink.SOFT;
      case BAD -> Ink.DOWN;
      case PLAIN, STRONG, GOOD, OPEN -> Ink.TEXT;
    };
  }

  /** Each column on one line. */
  private double[] wanted() throws IOException {
    double[] wanted = new double[table.columns().size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = width(table.columns().get(i).head(), strong);
      for (List<Cell> row : table.rows()) wanted[i] = Math.max(wanted[i], width(row.get(i).signed(), face(row.get(i))));
      wanted[i] += 2 * PAD;
    }
    return wanted;
  }

  /** Each column as narrow as its longest word. */
  private double[] least() throws IOException {
    double[] least = new double[table.columns().size()];
    for (int i = 0; i < least.length; i++) {
      least[i] = word(table.columns().get(i).head(), strong);
      for (List<Cell> row : table.rows()) least[i] = Math.max(least[i], word(row.get(i).signed(), face(row.get(i))));
      least[i] += 2 * PAD;
    }
    return least;
  }

  private double word(String text, Typeface face) throws IOException {
    double widest = 0;
    for (String word : text.split(" +")) widest = Math.max(widest, width(word, face));
    return widest;
  }

  private double width(String text, Typeface face) throws IOException {
    return face.width(face.writable(text), SIZE);
  }
}
