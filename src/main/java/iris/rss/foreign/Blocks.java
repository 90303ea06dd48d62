package iris.rss.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The updates in the body of a Statuspage entry, and of those that write like it (LambStatus, Instatus): a time in
 * small print, a line break, a label in bold, words. Only such a label counts: a "Resolved" elsewhere in the body is
 * somebody's prose.
 */
final class Blocks {
  private static final int MOST_PIECES = 64;

  private Blocks() {}

  /** @param time as written, without a year as a rule; empty if there is none */
  record Block(String time, String label, Optional<Label> meaning, String words) {}

  /** In document order, which is newest first. */
  static List<Block> of(String html) {
    List<Block> blocks = new ArrayList<>();
    List<Prose.Piece> pieces = Prose.pieces(html);
    StringBuilder words = new StringBuilder();
    String small = "";
    String before = "";
    String said = "";
    for (int i = 0; i < pieces.size(); i++) {
      Prose.Piece piece = pieces.get(i);
      if (piece.name().equals("small")) {
        small = inside(pieces, i, "/small");
      } else if (bold(piece) && (before.startsWith("br") || before.equals("/small"))) {
        String label = inside(pieces, i, "/" + piece.name()).strip();
        Optional<Label> meaning = Label.of(label);
        if (small.isBlank() && BlockTime.looksLikeOne(said)) small = said;
        boolean timed = BlockTime.looksLikeOne(small);
        if (label.length() <= Label.LONGEST && (timed || meaning.flatMap(Label::phase).isPresent())) {
          close(blocks, words);
          blocks.add(new Block(small.strip(), label, meaning, ""));
          small = "";
        }
      }
      if (piece.isText()) words.append(piece.text());
      else if (!piece.name().contains("var")) words.append(' ');
      if (!piece.isText() || !piece.text().isBlank()) before = piece.isText() ? "text" : piece.name();
      if (piece.isText() && !piece.text().isBlank()) said = piece.text().strip();
    }
    close(blocks, words);
    return blocks;
  }

  private static boolean bold(Prose.Piece piece) {
    return piece.name().equals("strong") || piece.name().equals("b");
  }

  private static String inside(List<Prose.Piece> pieces, int open, String close) {
    StringBuilder text = new StringBuilder();
    // Bounded in tags as in text: a body of nothing but opening tags would else be walked through from each of them.
    int end = Math.min(pieces.size(), open + MOST_PIECES);
    for (int i = open + 1; i < end && !pieces.get(i).name().equals(close) && text.length() < 200; i++)
      text.append(pieces.get(i).text());
    return text.toString();
  }

  /** The words since the last label belong to it, the label itself and its dash apart. */
  private static void close(List<Block> blocks, StringBuilder words) {
    if (!blocks.isEmpty()) {
      Block last = blocks.removeLast();
      String text = iris.rss.Texts.line(words.toString().replace('\u00a0', ' '), words.length() + 16);
      if (text.startsWith(last.label())) text = text.substring(last.label().length());
      int from = 0;
      while (from < text.length() && " -–—:".indexOf(text.charAt(from)) >= 0) from++;
      blocks.add(new Block(last.time(), last.label(), last.meaning(), text.substring(from)));
    }
    words.setLength(0);
  }
}
