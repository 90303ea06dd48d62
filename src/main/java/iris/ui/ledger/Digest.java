package iris.ui.ledger;

import iris.report.Block;
import iris.report.Paper;
import iris.report.Tone;
import iris.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as a screen can show it: of many services its first page, which says of each whether it was kept. Thousands of
 * rows at once would hold the screen up, and nobody reads them there; a file has them all.
 */
final class Digest {
  static final int MOST = 6;

  private Digest() {}

  static Paper of(Paper paper, Words words) {
    List<Block> parts = paper.blocks().stream().filter(Digest::part).toList();
    if (parts.size() <= MOST) return paper;
    List<Block> first = new ArrayList<>(paper.blocks().subList(0, paper.blocks().indexOf(parts.getFirst())));
    first.add(new Block.Sentence(words.say("ui.ledger.many", parts.size()), Tone.PLAIN));
    return new Paper(paper.title(), paper.period(), paper.at(), paper.lang(), first);
  }

  private static boolean part(Block block) {
    return block instanceof Block.Heading(int level, String _) && level == 1;
  }
}
