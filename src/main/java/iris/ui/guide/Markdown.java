package iris.ui.guide;

import iris.ui.guide.Sheet.Entry;
import iris.ui.guide.Sheet.Piece;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Markdown to a {@link Sheet}: pure, total and bounded. HTML in it stays what it is: letters. */
final class Markdown {
  private static final int DEPTH = 12;
  private static final int PIECES = 400;
  private static final int SPANS = 4000;
  /** Thread-safe, as its makers say; what is nested deeper is text. */
  private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(DEPTH).maxInlineNesting(DEPTH).build();

  private int pieces;
  private final Spans words = new Spans(SPANS);

  private Markdown() {}

  static Sheet read(String text) {
    Markdown m = new Markdown();
    List<Piece> all = m.pieces(PARSER.parse(text), 0);
    return new Sheet(all, m.pieces > PIECES || m.words.full());
  }

  private List<Piece> pieces(Node parent, int depth) {
    List<Piece> all = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNext()) {
      if (++pieces > PIECES || words.full()) break;
      piece(n, depth, all);
    }
    return all;
  }

  private void piece(Node n, int depth, List<Piece> all) {
    switch (n) {
      case Heading h -> all.add(new Sheet.Heading(h.getLevel(), words.of(h)));
      case Paragraph p -> all.add(new Sheet.Paragraph(words.of(p)));
      case BulletList l when depth < DEPTH -> all.add(new Sheet.Listing(entries(l, -1, depth + 1)));
      case OrderedList l when depth < DEPTH -> all.add(new Sheet.Listing(entries(l, first(l), depth + 1)));
      case BlockQuote q when depth < DEPTH -> all.add(new Sheet.Quote(pieces(q, depth + 1)));
      case FencedCodeBlock c -> all.add(new Sheet.Verbatim(c.getLiteral().stripTrailing()));
      case IndentedCodeBlock c -> all.add(new Sheet.Verbatim(c.getLiteral().stripTrailing()));
      case HtmlBlock h -> all.add(new Sheet.Verbatim(h.getLiteral()));
      case ThematicBreak _ -> all.add(new Sheet.Rule());
      // Definitions of links stand nowhere; all else has words or nothing.
      default -> { }
    }
  }

  private static int first(OrderedList l) {
    return l.getMarkerStartNumber() == null ? 1 : l.getMarkerStartNumber();
  }

  /** @param number of the first entry; negative: they are not numbered */
  private List<Entry> entries(Node list, int number, int depth) {
    List<Entry> all = new ArrayList<>();
    for (Node n = list.getFirstChild(); n != null && pieces <= PIECES; n = n.getNext())
      all.add(new Entry(number < 0 ? "\u2022" : number++ + ".", pieces(n, depth)));
    return all;
  }
}
